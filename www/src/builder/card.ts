import type { FieldForm, Json, LayerForm } from '../engine/forms'
import type { FieldPath } from '../shared/field'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { layerField } from './fields'
import { icon } from './icons'
import { RARE } from './kinds'
import { at, isObject, keyOf } from './path'
import type { Scene } from './scene'
import { isSame } from './values'

/** What can be done with a layer, each by a button. */
export const TOOLS = ['up', 'down', 'copy', 'insert', 'remove'] as const
export type Tool = (typeof TOOLS)[number]

export interface CardHooks {
  /** A button was pressed. */
  use(tool: Tool): void
  /** Lists of the layers inside it. */
  inner(path: FieldPath): HTMLElement
}

/** A layer as a card: what kind it is, what comes out of it, and its fields. */
export function layerCard(
  scene: Scene,
  path: FieldPath,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
  hooks: CardHooks,
): HTMLLIElement {
  const layer = at(scene.recipe(), path)
  const kind = kindOf(layer)
  const form = scene.forms.layers.find((each) => each.layer === kind)
  const number = Number(path.at(-1)) + 1
  const name = filled(scene.texts.layerIs, { number, kind })
  const card = make('li')
  card.className = 'builder-card'
  card.dataset['path'] = keyOf(path)
  card.setAttribute('aria-label', name)
  const tools = make('span')
  tools.className = 'builder-tools'
  tools.append(
    ...TOOLS.map((tool) => {
      const isIdle = (tool === 'up' && isFirst) || (tool === 'down' && isLast)
      return toolButton(scene, {
        tool,
        name,
        path,
        isIdle,
        act: () => {
          hooks.use(tool)
        },
      })
    }),
  )
  const head = make('div')
  head.className = 'builder-head'
  head.append(
    line(grip(scene), title(scene, number, kind), made('builder-shape')),
    line(made('builder-count'), tools),
  )
  card.append(head)
  if (form) card.append(...fieldsOf(scene, path, form), ...branches(path, form, hooks))
  return card
}

/** The kind of a layer, as far as it says one. */
export function kindOf(layer: Json | undefined): string {
  const kind = isObject(layer) ? layer['layer'] : undefined
  return typeof kind === 'string' ? kind : '?'
}

function toolButton(
  scene: Scene,
  given: { tool: Tool; name: string; path: FieldPath; isIdle: boolean; act: () => void },
): HTMLButtonElement {
  const { tool, name, path, isIdle, act } = given
  const button = make('button')
  button.append(icon(tool))
  button.type = 'button'
  button.disabled = isIdle
  button.title = scene.texts.tools[tool]
  button.dataset['key'] = `${keyOf(path)}#${tool}`
  button.setAttribute('aria-label', `${scene.texts.tools[tool]}: ${name}`)
  button.addEventListener('click', act)
  return button
}

/** What a pointer takes hold of; keys have the buttons. */
function grip(scene: Scene): HTMLElement {
  const made = make('span')
  made.append(icon('grip'))
  made.className = 'builder-grip'
  made.title = scene.texts.drag
  made.setAttribute('aria-hidden', 'true')
  return made
}

function title(scene: Scene, number: number, kind: string): HTMLElement {
  const made = make('span')
  made.className = 'builder-kind'
  made.title = scene.texts.kinds[kind] ?? ''
  made.append(make('small', String(number)), make('strong', kind))
  return made
}

function line(...parts: HTMLElement[]): HTMLElement {
  const row = made('builder-line')
  row.append(...parts)
  return row
}

function made(name: string): HTMLElement {
  const element = make('span')
  element.className = name
  return element
}

function fieldsOf(scene: Scene, path: FieldPath, { fields }: LayerForm): HTMLElement[] {
  const isRare = ({ name, required }: FieldForm) => !required && RARE.includes(name)
  const usual = fields.filter((field) => !isRare(field) && field.type !== 'layers')
  const rare = fields.filter(isRare)
  const built: HTMLElement[] = []
  if (usual.length > 0) {
    const grid = make('div')
    grid.className = 'builder-fields'
    grid.append(...usual.flatMap((field) => layerField(scene, path, field)))
    built.push(grid)
  }
  if (rare.length > 0) built.push(rareFields(scene, path, rare))
  return built
}

/** Fields that few layers set, behind the names of those that are set. */
function rareFields(scene: Scene, path: FieldPath, fields: FieldForm[]): HTMLElement {
  const layer = at(scene.recipe(), path)
  const isSet = ({ name, value }: FieldForm) => {
    const own = at(layer, [name])
    return own !== undefined && !isSame(own, value)
  }
  const set = fields.filter(isSet).map(({ name }) => name)
  const box = make('details')
  const summary = make('summary', scene.texts.more)
  summary.dataset['key'] = `${keyOf(path)}#more`
  if (set.length > 0) summary.append(' ', make('small', set.join(', ')))
  const grid = make('div')
  grid.className = 'builder-fields'
  box.append(summary, grid)
  // They are built when they are first looked at.
  box.addEventListener('toggle', () => {
    openRare(box)
  })
  unbuilt.set(box, () => {
    grid.append(...fields.flatMap((field) => layerField(scene, path, field)))
  })
  box.dataset['rare'] = fields.map(({ name }) => keyOf([...path, name])).join(' ')
  return box
}

const unbuilt = new WeakMap<Element, () => void>()

/** Builds the fields behind a summary, if they are not there yet. */
export function openRare(box: Element): void {
  unbuilt.get(box)?.()
  unbuilt.delete(box)
}

function branches(path: FieldPath, { fields }: LayerForm, hooks: CardHooks): HTMLElement[] {
  return fields
    .filter(({ type }) => type === 'layers')
    .map(({ name }) => {
      const branch = make('div')
      branch.className = 'builder-branch'
      branch.dataset['path'] = keyOf([...path, name])
      branch.append(make('p', name), hooks.inner([...path, name]))
      return branch
    })
}
