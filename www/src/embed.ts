import './styles/embed.css'

// The page's query has the element's attributes, `title` and `lang`.
const query = new URLSearchParams(location.search)
const language = query.get('lang')
if (language) document.documentElement.lang = language
else document.documentElement.removeAttribute('lang')

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
  const title = query.get('title')
  if (title) generator.setAttribute('aria-label', title)
  document.body.append(generator)
})
