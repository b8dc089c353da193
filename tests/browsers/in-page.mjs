// What drivers run in the page, each by its protocol.

/**
 * The element of a selector, brought to where it can be pressed; ` >>> ` leads into a shadow tree or a
 * frame of the same origin.
 */
export function reach(selector) {
  const inside = (element) => element?.shadowRoot ?? element?.contentDocument
  const found = selector
    .split(' >>> ')
    .reduce((at, part, index) => (index === 0 ? at : inside(at))?.querySelector(part), document)
  if (!found) throw new Error(`There is no ${selector}.`)
  found.scrollIntoView({ block: 'center', behavior: 'instant' })
  return found
}
