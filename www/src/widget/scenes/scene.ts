import type { Way } from '../../drawing/way'
import { classWeights } from '../../shared/classes'
import type { Numbers } from '../../shared/numbers'
import type { StringName, Strings } from '../../strings/strings'
import type { Clock } from '../clock'
import type { Options } from '../options'
import type { Model } from '../models'

/** What a mode shows at every time, and how it is handled. */
export interface Scene {
  /** Whether time changes what it shows. */
  readonly moves: boolean
  /** What it is called for those who do not see it. */
  readonly name: StringName
  /** Its own controls. Some are there even if no controls were asked for. */
  readonly controls: readonly HTMLElement[]
  readonly needsControls?: boolean
  /** Where its images are at the clock's time. */
  way(time: number): Way
  /** The clock has moved. */
  onTime?(time: number): void
  /** A press of an arrow key, as a part of the picture's size. */
  onStep?(right: number, down: number): void
  /** A drag, as parts of the picture's size. */
  onDrag?(right: number, down: number): void
}

/** What scenes are made of. */
export interface Setting {
  model: Model
  options: Options
  strings: Strings
  clock: Clock
  /** The same class for all images, or null for all in turn. */
  label: number | null
  /** What the same scene left here before an option changed. */
  kept: Map<string, unknown>
  /** Has it drawn again. */
  redraw(): void
  /** Somebody took it in hand: what moved by itself stops. */
  takeInHand(): void
}

/** Images of a setting. */
export function countOf({ options }: Setting): number {
  return options.rows * options.columns
}

/** The weights of the classes of so many points: all of one class, or the classes in turn. */
export function classesOf({ model, label }: Setting, count: number): Numbers {
  const kinds = model.header.labels?.length ?? 0
  return classWeights(kinds, count, (at) => label ?? at % kinds)
}

/** The first latents of the seed. */
export function latentsOf({ model, options }: Setting, count: number): Promise<Numbers> {
  return model.latents(count, options.seed, options.truncation)
}

/** What the scene before left under this name, or else what it begins with. */
export function kept<Value>({ kept }: Setting, name: string, begin: Value): Value {
  if (!kept.has(name)) kept.set(name, begin)
  return kept.get(name) as Value
}
