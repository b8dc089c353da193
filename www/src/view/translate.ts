import { language, textNamed } from '../strings/page'

/** Which attribute of an element has its text under which other one. */
const ATTRIBUTES = {
  'data-label': 'aria-label',
  'data-placeholder': 'placeholder',
  'data-content': 'content',
} as const

const TAGS = { en: 'en', de: 'de', ja: 'ja', zh: 'zh-Hans' } as const

/** The children of texts that name them, in the order of the English document. */
const named = new WeakMap<Element, readonly Element[]>()

/** Has the document say what is written in it in the language of now; it is in English at first. */
export function translateDocument(): void {
  const { documentElement } = document
  if (language === 'en' && documentElement.lang === TAGS.en) return
  documentElement.lang = TAGS[language]
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
  if (/\{\d\}/.test(text)) {
    const children = named.get(element) ?? [...element.children]
    named.set(element, children)
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
