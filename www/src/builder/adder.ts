import type { Json } from '../engine/forms'
import { make } from '../view/elements'
import { type Group, GROUPS } from './kinds'
import type { Scene } from './scene'

/** The kind that was added last: often the next one is alike. */
let last = 'conv'

/** The menu of kinds, what the chosen one does, and buttons to add it or not. */
export function adder(
  scene: Scene,
  { add, cancel }: { add: (layer: Json) => void; cancel: () => void },
): HTMLElement {
  const { texts } = scene
  const box = make('div')
  box.className = 'builder-adder'
  const select = make('select')
  select.setAttribute('aria-label', texts.kindOfLayer)
  select.append(...groups(scene))
  select.value = last
  const about = make('p')
  about.className = 'help'
  about.setAttribute('role', 'status')
  const tell = () => {
    about.textContent = texts.kinds[select.value] ?? ''
  }
  select.addEventListener('change', tell)
  tell()
  const press = (name: string, act: () => void) => {
    const button = make('button', name)
    button.type = 'button'
    button.addEventListener('click', act)
    return button
  }
  const confirm = () => {
    last = select.value
    add(newLayer(scene, last))
  }
  const buttons = make('div')
  buttons.className = 'choosers'
  buttons.append(press(texts.add, confirm), press(texts.cancel, cancel))
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && event.target === select) confirm()
    else return
    event.preventDefault()
  })
  box.append(select, about, buttons)
  return box
}

/** A layer of a kind, with what it must have. */
export function newLayer({ forms }: Scene, kind: string): Json {
  const form = forms.layers.find(({ layer }) => layer === kind)
  const required = form?.fields.filter((field) => field.required) ?? []
  return {
    layer: kind,
    ...Object.fromEntries(required.map(({ name, value }) => [name, value])),
  }
}

/** The kinds, in groups; those that no group has come last. */
function groups({ forms, texts }: Scene): HTMLElement[] {
  const kinds = forms.layers.map(({ layer }) => layer)
  const grouped: readonly string[] = Object.values(GROUPS).flat()
  return (Object.keys(GROUPS) as Group[]).map((group) => {
    const made = make('optgroup')
    made.label = texts.groups[group]
    const named: readonly string[] = GROUPS[group]
    const rest = group === 'others' ? kinds.filter((kind) => !grouped.includes(kind)) : []
    const present = [...named.filter((kind) => kinds.includes(kind)), ...rest]
    made.append(...present.map((kind) => new Option(kind, kind)))
    return made
  })
}
