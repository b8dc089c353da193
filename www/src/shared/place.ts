/** What the page is used for: to train a GAN, to play with a trained generator, or to embed it. */
export type Mode = 'train' | 'play' | 'embed'

/** Where in the page one is, as the address has it. */
export interface Place {
  mode: Mode
  /** The generator that Play has open: a name of the list, or an address. */
  model: string | null
  /** The code of the sample that Play is to open with it. */
  latent: string | null
}

export const MODE_KEY = 'mode'
export const MODEL_KEY = 'model'
export const LATENT_KEY = 'latent'
/** Under this key the address names the language. */
export const LANGUAGE_KEY = 'lang'

/** The place that an address names; where it does not say, a generator means Play, and nothing Train. */
export function placeIn(given: ReadonlyMap<string, string>): Place {
  const model = given.get(MODEL_KEY) ?? null
  const latent = given.get(LATENT_KEY) ?? null
  const mode = given.get(MODE_KEY)
  if (mode === 'train' || mode === 'play' || mode === 'embed') return { mode, model, latent }
  return { mode: model === null ? 'train' : 'play', model, latent }
}

/** What an address gives, before and after `#`. */
export function givenIn(address: URL): Map<string, string> {
  return new Map([
    ...new URLSearchParams(address.search),
    ...new URLSearchParams(address.hash.slice(1)),
  ])
}
