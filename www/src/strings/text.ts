/** A text, or how to say it in the language of now: that is asked again whenever the language changes. */
export type Text = string | (() => string)

export function textOf(text: Text): string {
  return typeof text === 'string' ? text : text()
}
