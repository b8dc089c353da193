import css from './widget.css?inline'

let sheet: CSSStyleSheet | null = null

/** One sheet for all widgets; adopted, because policies may forbid style elements. */
export function widgetStyle(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
  }
  return sheet
}
