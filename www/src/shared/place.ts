/** What the page is used for: to train a GAN, to play with a trained generator, or to embed it. */
export type Mode = 'train' | 'play' | 'embed'

/** Where in the page one is, as the address has it. */
export interface Place {
  mode: Mode
  /** The generator that Play has open: a name of the list, or an address. */
  model: string | null
}

export const MODE_KEY = 'mode'
export const MODEL_KEY = 'model'
/** Under this key the address names the language. */
export const LANGUAGE_KEY = 'lang'
/** Settings that belong to all modes. */
const SHARED = ['backend', MODE_KEY, MODEL_KEY, LANGUAGE_KEY]

/**
 * The place that an address names. Where it does not say, settings of a training mean Train, and
 * else Play, if there are generators to play with.
 */
export function placeIn(given: ReadonlyMap<string, string>, offers: boolean): Place {
  const model = given.get(MODEL_KEY) ?? null
  const mode = given.get(MODE_KEY)
  if (mode === 'train' || mode === 'play' || mode === 'embed') return { mode, model }
  if (model !== null) return { mode: 'play', model }
  const isTraining = [...given].some(([key, value]) => value !== '' && !SHARED.includes(key))
  return { mode: isTraining || !offers ? 'train' : 'play', model: null }
}

/** What an address gives, before and after `#`. */
export function givenIn(address: URL): Map<string, string> {
  return new Map([
    ...new URLSearchParams(address.search),
    ...new URLSearchParams(address.hash.slice(1)),
  ])
}
