import type { NetworkDescription, RecipeDescription } from '../engine/types'
import { words } from '../strings/page'
import { element, make } from './elements'
import { wholeNumber } from './numbers'
import type { Text } from '../strings/text'

/** Shows both networks, layer by layer, or the sentence that says why there are none. */
export function showLayers(description: RecipeDescription | Text): void {
  element('layers').replaceChildren(
    ...(typeof description !== 'object'
      ? [make('p', description)]
      : [
          table(() => words.train.generator, description.generator),
          table(() => words.train.discriminator, description.discriminator),
        ]),
  )
}

function table(name: Text, { layers, parameters }: NetworkDescription): HTMLTableElement {
  const made = make('table')
  made.append(make('caption', name))
  const header = row('th', [
    () => words.train.layer,
    () => words.train.output,
    () => words.train.parameters,
  ])
  for (const cell of header.cells) cell.setAttribute('scope', 'col')
  made.createTHead().append(header)
  made
    .createTBody()
    .append(
      ...layers.map((layer) =>
        row('td', [nameOf(layer), layer.output.join('×'), () => wholeNumber(layer.parameters)]),
      ),
    )
  made.createTFoot().append(row('td', [() => words.train.total, '', () => wholeNumber(parameters)]))
  return made
}

/** A layer inside another one follows it, with its place there. */
function nameOf({ place, kind }: NetworkDescription['layers'][number]): string {
  const [, ...inside] = place.split('.')
  return inside.length === 0
    ? kind
    : `${'\u2003'.repeat(inside.length / 2)}${inside.slice(-2).join(' ')}: ${kind}`
}

function row(kind: 'td' | 'th', texts: Text[]): HTMLTableRowElement {
  const made = make('tr')
  made.append(...texts.map((text) => make(kind, text)))
  return made
}
