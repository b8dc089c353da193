import { type Text, textOf } from '../strings/text'

/** What else of an element is a text beside what it contains. */
type Place = 'text' | 'aria-label' | 'aria-valuetext' | 'title' | 'placeholder' | 'alt' | 'label'

const written = new WeakMap<Element, Map<Place, () => string>>()

/** Writes a text into an element, or into an attribute of it, and again with every language. */
export function write(element: Element, text: Text, place: Place = 'text'): void {
  const known = written.get(element)
  if (typeof text === 'string') known?.delete(place)
  else if (known) known.set(place, text)
  else written.set(element, new Map([[place, text]]))
  put(element, textOf(text), place)
}

/** Says all that is to be seen anew, in the language of now. */
export function writeAgain(): void {
  for (const element of document.querySelectorAll('*')) {
    for (const [place, text] of written.get(element) ?? []) put(element, text(), place)
  }
}

/** The same text again would be said again by screen readers. */
function put(element: Element, text: string, place: Place): void {
  if (place !== 'text') {
    if (element.getAttribute(place) !== text) element.setAttribute(place, text)
  } else if (element.textContent !== text) element.textContent = text
}
