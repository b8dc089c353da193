import './styles/embed.css'
import { readersLanguage } from './strings/spoken'

// The page's query has the element's attributes, `title` and `lang`.
const query = new URLSearchParams(location.search)
const stated = query.get('lang') ?? ''
document.documentElement.lang = stated === '' ? readersLanguage() : stated

const title = query.get('title')
const heading = document.querySelector('h1')
if (title) {
  document.title = title
  if (heading) heading.textContent = title
}

/** Those that the element listens to, and no others: a link must not bring code. */
interface Listening extends CustomElementConstructor {
  observedAttributes: readonly string[]
}

void customElements.whenDefined('ganvas-generator').then((defined) => {
  const generator = document.createElement('ganvas-generator')
  for (const name of (defined as Listening).observedAttributes) {
    const value = query.get(name)
    // `?controls=false` is what one writes who does not know HTML.
    if (value !== null && value !== 'false') generator.setAttribute(name, value)
  }
  if (title) generator.setAttribute('aria-label', title)
  document.querySelector('main')?.append(generator)
})
