import type { FieldForm, Json } from '../engine/forms'
import type { FieldPath } from '../shared/field'
import { make } from '../view/elements'
import { at, isObject, keyOf } from './path'
import type { Scene } from './scene'
import { changedTo, isSame, nameOf, numberOr, numbersOr, written } from './values'

let count = 0

/** Characters that a narrow field shows. */
const MOST_IN_A_COLUMN = 6

/** A field with its name before it; `path` is where it is in the recipe. */
export function labelled(name: string, path: FieldPath, control: HTMLElement): HTMLElement {
  const row = make('div')
  row.className = 'builder-field'
  row.dataset['path'] = keyOf(path)
  const label = make('label', name)
  control.id = `builder-${++count}`
  control.dataset['key'] ??= keyOf(path)
  label.htmlFor = control.id
  row.append(label, control)
  return row
}

interface Typed {
  name: string
  path: FieldPath
  /** What is shown where the recipe has none. */
  usual?: Json
  /** Whether it may be left out. */
  isOptional?: boolean
  read: (text: string) => Json
}

/** A text field, whose value is taken at each key. */
export function typed(scene: Scene, { name, path, usual, isOptional, read }: Typed): HTMLElement {
  const input = make('input')
  input.autocomplete = 'off'
  input.spellcheck = false
  input.setAttribute('autocapitalize', 'off')
  if (read === numberOr) input.inputMode = 'decimal'
  input.value = written(at(scene.recipe(), path) ?? usual)
  input.addEventListener('input', () => {
    const isLeftOut = isOptional === true && input.value.trim() === ''
    const value = isLeftOut ? undefined : read(input.value)
    scene.write(path, isOptional && isSame(value, usual) ? undefined : value, true)
  })
  input.addEventListener('change', () => {
    scene.settle(path)
  })
  return labelled(name, path, input)
}

/** A tick. */
export function tick(scene: Scene, name: string, path: FieldPath, usual = false): HTMLElement {
  const box = make('input')
  box.type = 'checkbox'
  box.checked = (at(scene.recipe(), path) ?? usual) === true
  box.addEventListener('change', () => {
    scene.write(path, box.checked === usual ? undefined : box.checked)
  })
  const row = labelled(name, path, box)
  row.classList.add('tick')
  return row
}

/** A menu of names. */
export function menu(
  name: string,
  path: FieldPath,
  { names, chosen }: { names: readonly string[]; chosen: string },
  onChoice: (name: string) => void,
): HTMLElement {
  const select = make('select')
  // What the engine does not know is shown as well.
  const all = names.includes(chosen) ? names : [...names, chosen]
  select.append(...all.map((each) => new Option(each, each, false, each === chosen)))
  select.addEventListener('change', () => {
    onChoice(select.value)
  })
  return labelled(name, path, select)
}

interface Kinds {
  name: string
  path: FieldPath
  usual: readonly Json[]
  /** What it is where the recipe has none. */
  otherwise?: Json
  /** What leaving it out is called, where it may be. */
  none?: string
}

/** What comes in kinds: a menu of them, and the numbers of the one that is chosen. */
export function kinds(scene: Scene, { name, path, usual, otherwise, none }: Kinds): HTMLElement[] {
  const value = at(scene.recipe(), path) ?? otherwise
  const names = [...(none === undefined ? [] : [none]), ...usual.map(nameOf)]
  const chosen = value === undefined ? (none ?? '') : nameOf(value)
  const select = menu(name, path, { names, chosen }, (choice) => {
    const found = usual.find((each) => nameOf(each) === choice)
    const next = found === undefined ? undefined : changedTo(found, value)
    scene.write(path, isSame(next, otherwise) ? undefined : next)
  })
  return [wide(select), ...innerFields(scene, path, { value, usual })]
}

/** The numbers of what comes in kinds. */
function innerFields(
  scene: Scene,
  path: FieldPath,
  { value, usual }: { value: Json | undefined; usual: readonly Json[] },
): HTMLElement[] {
  const chosen = nameOf(value)
  const template = usual.find((each) => nameOf(each) === chosen)
  if (!isObject(template)) return []
  const inside = template[chosen]
  const inner = [...path, chosen]
  if (!isObject(inside)) return [typed(scene, { name: chosen, path: inner, read: numberOr })]
  return Object.entries(inside).map(([name, usual]) =>
    typeof usual === 'boolean'
      ? tick(scene, name, [...inner, name])
      : typed(scene, { name, path: [...inner, name], usual: 0, read: numberOr }),
  )
}

/** How a field of a layer is read from what is typed. */
const READERS: Partial<Record<FieldForm['type'], (text: string) => Json>> = {
  whole: numberOr,
  number: numberOr,
  size: sizeOr,
  'per-axis': numbersOr,
  padding: numbersOr,
}

/** A size is a number or a product, as `2w`. */
function sizeOr(text: string): Json {
  return /^\d+$/.test(text.trim()) ? Number(text) : text.trim()
}

/** Several of them, with commas between. */
function sizesOr(text: string): Json {
  return text
    .split(/[,;×\s]+/)
    .filter((part) => part !== '')
    .map(sizeOr)
}

/** A field that takes a line of its own. */
function wide(field: HTMLElement): HTMLElement {
  field.classList.add('wide')
  return field
}

/** A field of a layer, as its form says; none for layers inside it. */
export function layerField(scene: Scene, layer: FieldPath, form: FieldForm): HTMLElement[] {
  const { name, required, value } = form
  const path = [...layer, name]
  const usual = required ? {} : { usual: value, isOptional: true }
  switch (form.type) {
    case 'layers':
      return []
    case 'flag':
      return [tick(scene, name, path, value === true)]
    case 'choice': {
      const chosen = written(at(scene.recipe(), path) ?? value)
      const choose = (choice: string) => {
        scene.write(path, !required && choice === value ? undefined : choice)
      }
      return [wide(menu(name, path, { names: form.names, chosen }, choose))]
    }
    case 'initialiser': {
      const { init } = scene.forms.usual
      return kinds(scene, { name, path, usual: init, otherwise: value })
    }
    case 'sizes': {
      const label = `${name}: ${form.of.join(', ')}`
      return [wide(typed(scene, { name: label, path, read: sizesOr, ...usual }))]
    }
    default: {
      const field = typed(scene, { name, path, read: READERS[form.type] ?? numberOr, ...usual })
      return [written(at(scene.recipe(), path)).length > MOST_IN_A_COLUMN ? wide(field) : field]
    }
  }
}
