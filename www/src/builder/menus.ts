import type { Json } from '../engine/forms'
import type { FieldPath } from '../shared/field'
import { words } from '../strings/page'
import { make } from '../view/elements'
import { kinds, labelled, tick, typed } from './fields'
import { at, keyOf, listAt } from './path'
import type { Scene } from './scene'
import { nameOf, numberOr } from './values'

/** What a recipe has beside its networks, as menus and fields. */
export function trainingMenus(scene: Scene): HTMLElement[] {
  const { texts, forms } = scene
  const { usual } = forms
  const number = (name: string, path: FieldPath) => typed(scene, { name, path, read: numberOr })
  const optimiser = (name: string, field: string) => {
    const path = [field, 'algorithm']
    const [algorithm, ...numbers] = kinds(scene, { name: texts.kind, path, usual: usual.algorithm })
    return group(
      name,
      ...(algorithm ? [algorithm] : []),
      number(texts.rate, [field, 'rate']),
      ...numbers,
      typed(scene, { name: texts.decay, path: [field, 'decay'], read: numberOr, ...ZERO }),
      ...kinds(scene, {
        name: texts.clip,
        path: [field, 'clip_gradient'],
        usual: usual.clip_gradient,
        none: texts.none,
      }),
    )
  }
  return [
    group(
      texts.objective,
      ...kinds(scene, { name: texts.kind, path: ['objective'], usual: usual.objective }),
      ...targets(scene),
    ),
    group(
      texts.updates,
      number(words.train.discriminator, ['schedule', 'discriminator_updates']),
      number(words.train.generator, ['schedule', 'generator_updates']),
    ),
    penalty(scene, texts.realPenalty, 'real_penalty'),
    penalty(scene, texts.fakePenalty, 'fake_penalty'),
    optimiser(texts.generatorOptimiser, 'generator_optimiser'),
    optimiser(texts.discriminatorOptimiser, 'discriminator_optimiser'),
    group(
      texts.latent,
      number(texts.dimension, ['latent', 'dimension']),
      ...kinds(scene, {
        name: texts.distribution,
        path: ['latent', 'distribution'],
        usual: usual.distribution,
      }),
    ),
    group(texts.average, number(texts.kept, ['average'])),
    group(texts.augment, ...augmentations(scene), tick(scene, texts.mirror, ['mirror'])),
  ]
}

/** What a number that may be left out then is. */
const ZERO = { usual: 0, isOptional: true } as const

/** Fields that belong together, under a name if their first is not named so. */
function group(name: string | null, ...fields: HTMLElement[]): HTMLElement {
  const set = make('div')
  set.className = 'builder-group'
  if (name !== null) {
    set.setAttribute('role', 'group')
    set.setAttribute('aria-label', name)
    const title = make('p', name)
    title.className = 'builder-name'
    set.append(title)
  }
  const grid = make('div')
  grid.className = 'builder-fields'
  grid.append(...fields)
  set.append(grid)
  return set
}

/** What the discriminator is told of real and generated images: 1 and 0, if nothing else is said. */
function targets(scene: Scene): HTMLElement[] {
  const sides = { real: 1, fake: 0 } as const
  return (['real', 'fake'] as const).map((side) => {
    const path = ['smoothing', side]
    const input = make('input')
    input.inputMode = 'decimal'
    input.autocomplete = 'off'
    const smoothing = () => ({ ...sides, ...(at(scene.recipe(), ['smoothing']) as object) })
    input.value = String(smoothing()[side])
    input.addEventListener('input', () => {
      const changed: Record<string, Json> = { ...smoothing(), [side]: numberOr(input.value) }
      const isNone = changed['real'] === 1 && changed['fake'] === 0
      scene.write(['smoothing'], isNone ? undefined : changed, true)
    })
    input.addEventListener('change', () => {
      scene.settle(path)
    })
    return labelled(side === 'real' ? scene.texts.targetReal : scene.texts.targetFake, path, input)
  })
}

/** A penalty on the discriminator's gradient: whether there is one, and its numbers. */
function penalty(scene: Scene, name: string, field: string): HTMLElement {
  const { texts, forms } = scene
  const box = make('input')
  box.type = 'checkbox'
  const isOn = at(scene.recipe(), [field]) !== undefined
  box.checked = isOn
  box.addEventListener('change', () => {
    scene.write([field], box.checked ? forms.usual.penalty : undefined)
  })
  box.dataset['key'] = `${field}#on`
  const row = labelled(name, [field], box)
  row.classList.add('tick', 'wide')
  const usual = { gamma: 0, every: 1 }
  const numbers = (['gamma', 'every'] as const).map((key) =>
    typed(scene, { name: texts[key], path: [field, key], usual: usual[key], read: numberOr }),
  )
  return group(null, row, ...(isOn ? numbers : []))
}

/** The changes that images go through before the discriminator sees them: their order is the engine's. */
function augmentations(scene: Scene): HTMLElement[] {
  const all = scene.forms.usual.augment
  return all.map((each) => {
    const name = nameOf(each)
    const box = make('input')
    box.type = 'checkbox'
    const chosen = () => listAt(scene.recipe(), ['augment'])
    box.checked = chosen().includes(name)
    box.dataset['key'] = keyOf(['augment', name])
    box.addEventListener('change', () => {
      const others = chosen().filter((other) => other !== name)
      const next = box.checked ? [...others, name] : others
      const sorted = all.filter((one) => next.includes(nameOf(one)))
      scene.write(['augment'], sorted.length > 0 ? sorted : undefined)
    })
    const row = labelled(scene.texts.augmentations[name] ?? name, ['augment', name], box)
    row.classList.add('tick')
    return row
  })
}
