import type { Recipe } from '../engine/types'
import type { Frame } from '../past/frame'
import { presets } from '../recipes/presets'
import { baseRecipe } from '../settings/recipes'
import { configured, type Settings } from '../settings/settings'
import { History } from '../training/history'
import type { Course, Saved, SavedData } from '../training/saved'

/** A training that is compared with others. */
export interface Run {
  id: string
  name: string
  step: number
  settings: Settings
  data: Pick<SavedData, 'choice' | 'what'>
  /** Null for one that an early version of the page saved. */
  course: Course | null
  /** Whether it is the one that the page trains. */
  isHere: boolean
}

export const runOf = (saved: Saved): Run => ({ ...saved, isHere: false })

/** The recipe with the run's own numbers; null where this version of the page has it no longer. */
export function recipeOf({ settings }: Run): Recipe | null {
  const recipe = baseRecipe(settings, presets)
  return recipe ? configured(recipe, settings) : null
}

/** The curves that runs are compared by. */
export type Curve = 'g_loss' | 'd_game' | 'd_real' | 'd_fake' | 'quality'

/** The points of a curve. */
export interface Points {
  steps: readonly number[]
  values: readonly (number | null)[]
}

export function pointsOf({ course }: Run, curve: Curve): Points {
  if (!course) return { steps: [], values: [] }
  if (curve === 'quality') {
    const qualities = course.qualities ?? []
    return { steps: qualities.map(({ step }) => step), values: qualities.map(distanceOf) }
  }
  const history = new History()
  history.restore(course.history)
  return { steps: history.steps(), values: history.means(curve) }
}

type Judged = NonNullable<Course['qualities']>[number]

/** Null where it was not measured; the axis is logarithmic. */
export function distanceOf({ judge, distance, sliced }: Judged): number | null {
  const value = judge === 'digits' ? distance : sliced
  return value !== null && value > 0 ? value : null
}

/** The least distance that was measured. */
export function bestOf({ course }: Run): { step: number; distance: number } | null {
  const measured = (course?.qualities ?? []).flatMap((quality) => {
    const distance = distanceOf(quality)
    return distance === null ? [] : [{ step: quality.step, distance }]
  })
  return measured.reduce<(typeof measured)[number] | null>(
    (best, each) => (best && best.distance <= each.distance ? best : each),
    null,
  )
}

/** How the runs are held beside each other. */
export type By = 'steps' | 'seconds'

/** Seconds that a step took, on average; 0 while that is not known. */
export function secondsPerStep({ course, step }: Run): number {
  const last = course?.last?.step ?? step
  return course && last > 0 ? course.milliseconds / 1000 / last : 0
}

/** How far a run goes. */
export function lengthOf(run: Run, by: By): number {
  return by === 'steps' ? run.step : run.step * secondsPerStep(run)
}

/** The samples that a run had at a step or a second: the last before it, or else the first. */
export function frameAt(run: Run, frames: readonly Frame[], by: By, at: number): Frame | null {
  const each = secondsPerStep(run)
  const step = by === 'steps' ? at : each > 0 ? at / each : Infinity
  // What is a hair before a step is that step.
  return frames.findLast((frame) => frame.step <= step + 1e-6) ?? frames[0] ?? null
}
