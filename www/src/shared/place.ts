/** What the page is used for: to train a GAN, to play with a trained generator, or to embed it. */
export type Mode = 'train' | 'play' | 'embed'

/** Where in the page one is, as the address has it. */
export interface Place {
  mode: Mode
  /** The generator that Play has open: a name of the list, or an address. */
  model: string | null
  /** What Play shows of it. */
  scene: Scene
  /** The stop of the tour, counted from 1. */
  tour: number | null
}

/** What Play shows, by the keys of an address: what is as usual is left out. */
export type Scene = ReadonlyMap<string, string>

export const MODE_KEY = 'mode'
export const MODEL_KEY = 'model'
/** The stop of the tour. */
export const TOUR_KEY = 'tour'
/** The code of the picked sample. */
export const LATENT_KEY = 'latent'
/** How samples are drawn, which are in hand, and which way through them is seen at which time. */
export const SCENE = {
  seed: 'draw',
  truncation: 'truncation',
  label: 'class',
  pinned: 'pinned',
  A: 'A',
  B: 'B',
  C: 'C',
  way: 'way',
  time: 'at',
} as const
/** What the ways keep of their own. */
const CHOICES = [
  ...['through', 'arc', 'closed', 'walk-seed', 'walk-from', 'axes', 'moved'],
  ...['radius', 'neighbours-seed', 'class-from', 'class-to'],
  ...['coordinates-layout', 'coordinates-list', 'coordinates-range'],
]
/** All keys that a scene may have. */
export const SCENE_KEYS: readonly string[] = [LATENT_KEY, ...Object.values(SCENE), ...CHOICES]
/** Under this key the address names the language. */
export const LANGUAGE_KEY = 'lang'

/** The place that an address names; where it does not say, a generator means Play, and nothing Train. */
export function placeIn(given: ReadonlyMap<string, string>): Place {
  const model = given.get(MODEL_KEY) ?? null
  const scene = new Map([...given].filter(([key]) => SCENE_KEYS.includes(key)))
  const stop = Number(given.get(TOUR_KEY) ?? NaN)
  const tour = Number.isInteger(stop) && stop >= 1 ? stop : null
  const mode = given.get(MODE_KEY)
  if (mode === 'train' || mode === 'play' || mode === 'embed') return { mode, model, scene, tour }
  return { mode: model === null ? 'train' : 'play', model, scene, tour }
}

/** What an address gives, before and after `#`. */
export function givenIn(address: URL): Map<string, string> {
  return new Map([
    ...new URLSearchParams(address.search),
    ...new URLSearchParams(address.hash.slice(1)),
  ])
}
