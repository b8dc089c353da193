import { language, textNamed } from '../strings/page'

/** Which attribute of an element has its text under which other one. */
const ATTRIBUTES = {
  'data-label': 'aria-label',
  'data-placeholder': 'placeholder',
  'data-content': 'content',
} as const

const TAGS = { en: 'en', de: 'de', ja: 'ja', zh: 'zh-Hans' } as const

/** Puts the reader's language in place of the English in which the document is written. */
export function translateDocument(): void {
  document.documentElement.lang = TAGS[language]
  if (language === 'en') return
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = textNamed(element.dataset['text'] ?? '')
    if (text !== undefined) putText(element, text)
  }
  for (const [key, attribute] of Object.entries(ATTRIBUTES)) {
    for (const element of document.querySelectorAll(`[${key}]`)) {
      const text = textNamed(element.getAttribute(key) ?? '')
      if (text !== undefined) element.setAttribute(attribute, text)
    }
  }
}

/** Children stay: where the text names them (`{0}`), or around its own only text. */
function putText(element: Element, text: string): void {
  const children = [...element.children]
  if (/\{\d\}/.test(text)) {
    const parts = text.split(/\{(\d)\}/)
    element.replaceChildren(
      ...parts.map((part, at) => (at % 2 === 0 ? part : (children[Number(part)] ?? ''))),
    )
    return
  }
  const own = [...element.childNodes].find(
    (node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? ''),
  )
  // The spaces around it are those of the document.
  if (own) own.nodeValue = own.nodeValue?.replace(/\S(.*\S)?/s, () => text) ?? text
}
