import type { Recipe } from '../engine/types'
import { presets } from '../recipes/presets'
import type { BackendChoice } from '../shared/backend'
import { baseRecipe } from '../settings/recipes'
import { type AfterReset, configured, type Settings } from '../settings/settings'
import { type Applied, appliedNow, newRates, pendingOf } from './applied'
import type { DataLoader } from './data'

/** The settings that are wanted, and those that the training there is was started with. */
export class Wishes {
  /** Null until they were read. */
  settings: Settings | null = null
  #applied: Applied | null = null

  /** What the training there is was started with; null when there is none. */
  get applied(): Applied | null {
    return this.#applied
  }

  /** Whether its samples are to be the averaged generator's. */
  get averaged(): boolean {
    return this.settings?.averaged ?? true
  }

  /** The backend that is wanted, if that is known. */
  get backend(): BackendChoice | undefined {
    return this.settings?.backend
  }

  /** Settings whose change waits for Reset. */
  pending(data: DataLoader): AfterReset[] {
    if (!this.#applied || !this.settings) return []
    return pendingOf(this.#applied, this.settings, data)
  }

  /** What is wanted otherwise and can be had at once: rates, and whose samples are shown. */
  atOnce(): { rates: ReturnType<typeof newRates>; averaged: boolean | null } {
    const [applied, wanted] = [this.#applied, this.settings]
    if (!applied || !wanted) return { rates: null, averaged: null }
    const isOther = wanted.averaged !== applied.settings.averaged
    return { rates: newRates(applied, wanted), averaged: isOther ? wanted.averaged : null }
  }

  /** The training there is has these now. */
  apply(changed: Partial<Settings>): void {
    const applied = this.#applied
    if (applied) this.#applied = { ...applied, settings: { ...applied.settings, ...changed } }
  }

  /** A training stands that was started with these settings and data. */
  stands(settings: Settings, data: DataLoader): void {
    this.#applied = appliedNow(settings, data)
  }

  /** There is no training any more. */
  isGone(): void {
    this.#applied = null
  }
}

/** The recipe that a training with these settings is started with. */
export function recipeOf(settings: Settings): Recipe {
  const recipe = baseRecipe(settings, presets)
  if (!recipe) throw new Error(`There is no recipe named ${settings.recipe}.`)
  return configured(recipe, settings)
}
