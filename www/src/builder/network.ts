import type { NetworkDescription } from '../engine/types'
import type { FieldPath } from '../shared/field'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { wholeNumber } from '../view/numbers'
import { adder } from './adder'
import { kindOf, layerCard, type Tool } from './card'
import { draggable } from './drag'
import { at, inserted, keyOf, layerPath, listAt, moved, put } from './path'
import type { Scene } from './scene'

/** The layers of a network, or of a branch inside a layer, as cards, and a button for one more. */
export function layerList(scene: Scene, list: FieldPath): HTMLElement {
  const box = make('div')
  box.className = 'builder-list'
  const cards = make('ol')
  const { length } = listAt(scene.recipe(), list)
  for (let index = 0; index < length; index += 1) {
    const ends = { isFirst: index === 0, isLast: index === length - 1 }
    const card = layerCard(scene, [...list, index], ends, {
      use: (tool) => {
        if (tool === 'insert') offer(scene, list, index + 1, card)
        else use(scene, list, index, tool)
      },
      inner: (path) => layerList(scene, path),
    })
    cards.append(card)
  }
  draggable(cards, (from, to) => {
    move(scene, list, from, to)
  })
  const more = make('button', scene.texts.addLayer)
  more.type = 'button'
  more.className = 'builder-more'
  more.dataset['key'] = `${keyOf(list)}#add`
  more.addEventListener('click', () => {
    offer(scene, list, listAt(scene.recipe(), list).length, more)
  })
  if (length > 0) box.append(cards)
  box.append(more)
  return box
}

/** Asks for the kind of a further layer, beneath the card or in the place of the button. */
function offer(scene: Scene, list: FieldPath, index: number, where: HTMLElement): void {
  const isButton = where instanceof HTMLButtonElement
  const cancel = () => {
    form.remove()
    where.hidden = false
    const own = isButton ? where : where.querySelector<HTMLElement>(`[data-key$="#insert"]`)
    own?.focus()
  }
  const form = adder(scene, {
    cancel,
    add: (layer) => {
      const path = [...list, index]
      const said = filled(scene.texts.added, { number: index + 1, kind: kindOf(layer) })
      scene.change(inserted(scene.recipe(), list, index, layer), keyOf(path), said)
    },
  })
  if (isButton) where.after(form)
  else where.append(form)
  where.hidden = isButton
  form.querySelector('select')?.focus()
}

function use(scene: Scene, list: FieldPath, index: number, tool: Exclude<Tool, 'insert'>): void {
  const recipe = scene.recipe()
  const path = [...list, index]
  const layer = at(recipe, path)
  if (layer === undefined) return
  const names = { number: index + 1, kind: kindOf(layer) }
  switch (tool) {
    case 'up':
    case 'down':
      move(scene, list, index, tool === 'up' ? index - 1 : index + 1, tool)
      break
    case 'copy': {
      const said = filled(scene.texts.added, { ...names, number: index + 2 })
      scene.change(inserted(recipe, list, index + 1, layer), keyOf([...list, index + 1]), said)
      break
    }
    case 'remove': {
      const left = listAt(recipe, list).length - 1
      const focus = left === 0 ? keyOf(list) : keyOf([...list, Math.min(index, left - 1)])
      const said = filled(scene.texts.removed, names)
      scene.change(put(recipe, path, undefined), `${focus}#${left === 0 ? 'add' : 'remove'}`, said)
    }
  }
}

function move(scene: Scene, list: FieldPath, from: number, to: number, tool = 'up'): void {
  const kind = kindOf(at(scene.recipe(), [...list, from]))
  const said = filled(scene.texts.movedTo, { kind, number: to + 1 })
  const focus = `${keyOf([...list, to])}#${tool}`
  scene.change(moved(scene.recipe(), list, from, to), focus, said)
}

/** Writes what comes out of the layers onto their cards, and their parameters. */
export function showShapes(
  scene: Scene,
  root: HTMLElement,
  network: string,
  { layers }: NetworkDescription,
): void {
  const found = new Map(
    layers.map(({ place, ...layer }) => [keyOf(layerPath(network, place)), layer]),
  )
  const cards = root.querySelectorAll<HTMLElement>(`[data-path="${network}"] .builder-card`)
  for (const card of cards) {
    const part = (name: string) => card.querySelector(`:scope > .builder-head .${name}`)
    const [shape, count] = [part('builder-shape'), part('builder-count')]
    if (!shape || !count) continue
    const layer = found.get(card.dataset['path'] ?? '')
    const { output, parameters = 0 } = layer ?? {}
    shape.textContent = output ? sizeOf(output) : '–'
    count.textContent =
      parameters > 0 ? filled(scene.texts.parameters, { count: wholeNumber(parameters) }) : ''
  }
}

/** Height, width and channels, or the length of a vector. */
function sizeOf([height, width, channels]: readonly [number, number, number]): string {
  return height === 1 && width === 1 ? wholeNumber(channels) : [height, width, channels].join('×')
}
