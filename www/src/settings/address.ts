import type { BuiltIn, Recipe } from '../engine/types'
import type { BackendChoice } from '../shared/backend'
import { recipeFor, SHAPES } from './data-shapes'
import { misfit } from './misfit'
import { baseRecipe, fits, withRecipe } from './recipes'
import {
  defaults,
  EDITED,
  inRange,
  type NumberSetting,
  RANGES,
  rangeSentence,
  type SettingName,
  type Settings,
} from './settings'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { LANGUAGES, spoken } from '../strings/page/language'
import {
  givenIn,
  LANGUAGE_KEY,
  MODE_KEY,
  MODEL_KEY,
  type Mode,
  type Place,
  placeIn,
  SCENE_KEYS,
  TOUR_KEY,
} from '../shared/place'
import { RECIPE_KEY } from './shared-recipe'

/** How each setting is called in the page's address. */
const KEYS: Record<SettingName, string> = {
  recipe: 'recipe',
  backend: 'backend',
  data: 'data',
  width: 'width',
  batch: 'batch',
  seed: 'seed',
  generatorRate: 'generator-rate',
  discriminatorRate: 'discriminator-rate',
  averaged: 'samples',
}

const BACKENDS: readonly BackendChoice[] = ['auto', 'webgpu', 'cpu']
const DATA: readonly BuiltIn[] = [
  ...(['mnist', 'mnist-all', 'fashion-mnist', 'kmnist', 'cifar-10'] as const),
  ...(['drawn-digits', 'drawn-faces'] as const),
]
const SAMPLES = ['averaged', 'live']
const MODES: readonly Mode[] = ['train', 'play', 'embed']

/**
 * Settings from the address (`?backend=cpu` or `#backend=cpu`); `onUnknown` hears what was ignored.
 * `shared` is the recipe that the address carries, read already.
 */
export function fromAddress(
  address: URL,
  recipes: readonly Recipe[],
  shared: Recipe | null,
  onUnknown: (sentence: string) => void,
): Settings {
  const given = givenIn(address)
  const take = (key: string): string | undefined => {
    const value = given.get(key)
    given.delete(key)
    return value
  }
  const oneOf = <Choice extends string>(key: string, choices: readonly Choice[]) => {
    const value = take(key)
    const choice = choices.find((each) => each === value)
    if (value !== undefined && choice === undefined) {
      onUnknown(filled(words.notices.notOneOf, { key, value, choices: choices.join(', ') }))
    }
    return choice
  }

  const names = recipes.map(({ name }) => name)
  const recipe = oneOf(KEYS.recipe, names)
  const data = oneOf(KEYS.data, DATA)
  const preset = recipes.find(({ name }) => name === recipe) ?? firstFor(recipes, data)
  const settings = shared ? withRecipe(defaults(shared), shared, recipes) : defaults(preset)
  take(RECIPE_KEY)
  take(MODEL_KEY)
  for (const key of [TOUR_KEY, ...SCENE_KEYS]) take(key)
  if (spoken(given.get(LANGUAGE_KEY))) take(LANGUAGE_KEY)
  else oneOf(LANGUAGE_KEY, LANGUAGES)
  oneOf(MODE_KEY, MODES)
  settings.backend = oneOf(KEYS.backend, BACKENDS) ?? settings.backend
  const wanted = shared ?? preset
  if (data && !fits(wanted, SHAPES[data])) {
    onUnknown(misfit(wanted, SHAPES[data], data))
  } else settings.data = data ?? settings.data
  settings.averaged = oneOf(KEYS.averaged, SAMPLES) !== 'live'
  for (const name of Object.keys(RANGES) as NumberSetting[]) {
    const value = take(KEYS[name])
    if (value === undefined) continue
    const number = value.trim() === '' ? NaN : Number(value)
    if (inRange(number, RANGES[name])) settings[name] = number
    else {
      onUnknown(
        filled(words.notices.notInRange, {
          key: KEYS[name],
          value,
          range: rangeSentence(RANGES[name]),
        }),
      )
    }
  }
  for (const key of given.keys()) {
    // A bare anchor, as the one of the skip link, is no setting.
    if (given.get(key) === '') continue
    onUnknown(filled(words.notices.unknownKey, { key }))
  }
  return settings
}

/** The backend of an address; `auto` where it names none that there is. */
export function backendIn(address: URL): BackendChoice {
  const value = givenIn(address).get(KEYS.backend)
  return BACKENDS.find((each) => each === value) ?? 'auto'
}

/** What the address tells beside the settings. */
export interface Beside {
  /** The encoded recipe, if it is an edited one. */
  shared: string | null
  place: Place
}

/** Keeps the address in step with the settings, so that it can be copied and shared. */
export function toAddress(settings: Settings, recipes: readonly Recipe[], beside: Beside): void {
  const { shared, place } = beside
  const recipe = baseRecipe(settings, recipes)
  if (!recipe) return
  const first = firstOf(recipes).name
  const usual = { ...defaults(recipe), recipe: settings.edited ? EDITED : first }
  const query = new URLSearchParams()
  for (const name of Object.keys(KEYS) as SettingName[]) {
    if (settings[name] === usual[name] || settings[name] === 'files') continue
    query.set(KEYS[name], name === 'averaged' ? 'live' : String(settings[name]))
  }
  if (place.mode !== 'train' && place.model !== null) query.set(MODEL_KEY, place.model)
  if (place.mode === 'play' && place.model !== null) {
    for (const [key, value] of place.scene) query.set(key, value)
  }
  if (place.tour !== null) query.set(TOUR_KEY, String(place.tour))
  const given = new Map(query)
  if (shared !== null) given.set(RECIPE_KEY, shared)
  if (placeIn(given).mode !== place.mode) query.set(MODE_KEY, place.mode)
  const language = givenIn(new URL(location.href)).get(LANGUAGE_KEY)
  if (language !== undefined) query.set(LANGUAGE_KEY, language)
  const text = query.toString()
  const hash = shared === null ? '' : `#${RECIPE_KEY}=${shared}`
  try {
    history.replaceState(null, '', (text === '' ? location.pathname : `?${text}`) + hash)
  } catch {
    // Pages opened from a file have an address that cannot be changed.
  }
}

/** The first recipe, or the one for the data that the address names. */
function firstFor(recipes: readonly Recipe[], data: BuiltIn | undefined): Recipe {
  const first = firstOf(recipes)
  if (!data || fits(first, SHAPES[data])) return first
  return recipeFor(recipes, SHAPES[data], data) ?? first
}

function firstOf(recipes: readonly Recipe[]): Recipe {
  const [first] = recipes
  if (!first) throw new Error('The engine names no recipes.')
  return first
}
