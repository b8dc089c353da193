import type { Settings } from '../settings/settings'
import type { Saved } from '../training/saved'
import type { TrialHooks } from './hooks'
import type { Tried } from './ranking'

export interface Plan {
  rates: readonly number[]
  steps: number
  /** What the run of a rate is called. */
  name(rate: number): string
}

/** What a trial is at. */
export interface Stage {
  /** Counted from 0. */
  run: number
  rate: number
  isJudging: boolean
}

/** What a trial came to. */
export interface Outcome {
  tried: readonly Tried[]
  isComplete: boolean
  /** Where one was before. */
  before: { saved: Saved | null; settings: Settings }
}

/** Trains one recipe with several learning rates, one after another; each is a run that is kept. */
export class Trial {
  readonly #hooks: TrialHooks
  #isStopped = false

  constructor(hooks: TrialHooks) {
    this.#hooks = hooks
  }

  /** Ends it; the run that is under way stays as it is. */
  stop(): void {
    this.#isStopped = true
    this.#hooks.stop()
  }

  /** Why it does not begin, or what came of it. `id` names the run that stands. */
  async run(
    plan: Plan,
    id: () => string,
    onStage: (stage: Stage) => void,
  ): Promise<Outcome | 'notReady' | 'notSaved'> {
    const hooks = this.#hooks
    if (!(await hooks.stands())) return 'notReady'
    const settings = hooks.settings()
    if (!settings) return 'notReady'
    if (!(await hooks.putBy())) return 'notSaved'
    const before = { saved: await hooks.last(), settings }
    const tried: Tried[] = []
    for (const [run, rate] of plan.rates.entries()) {
      onStage({ run, rate, isJudging: false })
      const name = plan.name(rate)
      const isMade = !this.#isStopped && (await this.#made(rate, name, plan.steps))
      if (!isMade) return { tried, isComplete: false, before }
      onStage({ run, rate, isJudging: true })
      const quality = await hooks.judge()
      await hooks.save()
      const distance = quality?.judge === 'digits' ? quality.distance : null
      tried.push({ id: id(), name, rate, distance })
    }
    return { tried, isComplete: true, before }
  }

  /** Whether all steps were made; somebody may have paused or started over. */
  async #made(rate: number, name: string, steps: number): Promise<boolean> {
    if (!(await this.#hooks.begin(rate, name)) || this.#isStopped) return false
    const made = await this.#hooks.make(steps)
    if (made < steps && made > 0) await this.#hooks.save()
    return made >= steps
  }
}
