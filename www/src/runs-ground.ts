import type { Conductor } from './conductor'
import type { FirstMinute } from './first-minute'
import type { PastLoader } from './past-loader'
import { presets } from './recipes/presets'
import type { RunsHooks, TrialHooks } from './runs/hooks'
import type { Run } from './runs/run'
import type { Saver } from './saver'
import { baseRecipe } from './settings/recipes'
import { beside } from './training/storage'
import type { Session } from './training/session'
import type { Controls } from './view/controls'
import type { CourseView } from './view/course'
import type { StatusView } from './view/status'
import type { Teller } from './teller'

/** Images that are drawn to judge a run of a trial. */
const SAMPLES = 500

export interface Parts {
  session: Session
  saver: Saver
  controls: Controls
  conductor: Conductor
  status: StatusView
  teller: Teller
  course: CourseView
  past: PastLoader
  first: FirstMinute
}

/** What the runs have of the page, from its parts. */
export class RunsGround {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get hooks(): RunsHooks {
    const { session, saver, status, teller, past } = this.#parts
    return {
      current: () => this.#current(),
      frames: () => past.frames,
      storage: beside,
      check: async (recipe) => {
        await session.load()
        return await session.engine.describeRecipe(JSON.stringify(recipe))
      },
      goOn: (saved) => saver.goOn(saved),
      added: ({ id }) => {
        saver.added(id)
      },
      extend: (extras) => {
        saver.extend(extras)
      },
      notice: (sentence, actions = []) => {
        status.notice(sentence, { cause: 'checkpoint', actions })
      },
      error: (error) => {
        teller.tell(error)
      },
      trial: this.#trial(),
    }
  }

  #current(): Run | null {
    const { session, saver, course } = this.#parts
    const { applied, step } = session
    const recipe = applied && baseRecipe(applied.settings, presets)
    if (!applied || !recipe) return null
    const { settings, source } = applied
    const { id, name } = saver
    const { choice, what } = source
    const data = { choice, what }
    return {
      id,
      name: name ?? recipe.name,
      step,
      settings,
      data,
      course: course.course,
      isHere: true,
    }
  }

  #trial(): TrialHooks {
    const { session, saver, controls, conductor, course, past, first } = this.#parts
    const begin = async (rates: Parameters<Controls['choose']>[0]) => {
      controls.choose(rates)
      await conductor.reset()
      return session.phase === 'ready' && session.step === 0
    }
    return {
      settings: () => controls.settings,
      stands: async () => {
        await first.wanted()
        await session.rest()
        return session.phase === 'ready'
      },
      // A training that has learnt nothing is not missed.
      putBy: async () => session.step === 0 || (await saver.saved()),
      last: async () => (session.step === 0 ? null : await saver.last()),
      begin: async (rate, name) => {
        const stands = await begin({ generatorRate: rate, discriminatorRate: rate })
        if (stands) saver.call(name)
        return stands
      },
      restore: async (settings) => {
        await begin(settings)
      },
      make: async (steps) => {
        await session.make(steps)
        await past.keepLatest()
        return session.step
      },
      stop: () => void session.pause(),
      judge: async () => {
        const judged = await session.engine.judge(SAMPLES).catch(() => null)
        if (judged) course.judged(judged)
        return judged
      },
      save: () => saver.saved(),
    }
  }
}
