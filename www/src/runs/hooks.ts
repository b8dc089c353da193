import type { Quality, Recipe } from '../engine/types'
import type { Frame } from '../past/frame'
import type { Storage } from '../past/shelf'
import type { Settings } from '../settings/settings'
import type { Saved } from '../training/saved'
import type { Action } from '../view/messages'
import type { Extras } from '../view/trainings'
import type { Run } from './run'

/** What the runs have of the page. */
export interface RunsHooks {
  /** The training there is; null before one stands. */
  current(): Run | null
  /** Its samples, in the order of the steps. */
  frames(): readonly Frame[]
  storage: Storage
  /** Has the engine read a recipe, and throws what is wrong with it. */
  check(recipe: Recipe): Promise<unknown>
  goOn(saved: Saved): Promise<boolean>
  /** A training was put into the storage. */
  added(saved: Saved): void
  /** Has more to be done in the list of trainings. */
  extend(extras: Extras): void
  notice(sentence: string, actions?: readonly Action[]): void
  error(error: Error): void
  trial: TrialHooks
}

/** What a trial has of the training. */
export interface TrialHooks {
  /** What would be trained now; null before anything is. */
  settings(): Settings | null
  /** Waits until there is a training to start from, and says whether there is. */
  stands(): Promise<boolean>
  /** Saves what there is, and says whether nothing is lost by another training. */
  putBy(): Promise<boolean>
  /** The save of the training there is, if it has learnt anything. */
  last(): Promise<Saved | null>
  /** Starts over with one rate for both networks, under this name, and says whether it stands. */
  begin(rate: number, name: string): Promise<boolean>
  /** Starts over with these settings. */
  restore(settings: Settings): Promise<void>
  /** Makes steps, keeps the last samples, and says after which step it stands. */
  make(steps: number): Promise<number>
  /** Ends `make` early. */
  stop(): void
  judge(): Promise<Quality | null>
  save(): Promise<boolean>
}
