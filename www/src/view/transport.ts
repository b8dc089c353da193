import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { Phase } from '../training/events'
import { button } from './elements'
import { FocusKeeper } from './focus'
import { installKeys } from './keyboard'
import { wholeNumber } from './numbers'
import { write } from './write'

export interface TransportHooks {
  phase(): Phase
  start(): void
  pause(): void
  stepOnce(): void
  reset(): void
  /** Takes what waits for Reset, and starts. */
  startAnew(): void
  toggleAveraged(): void
}

/** The buttons that run the training, and their keys. */
export class Transport {
  #isOld = false
  #step = 0
  readonly #focus = new FocusKeeper(['start', 'pause', 'step-once', 'reset'])

  constructor(hooks: TransportHooks) {
    const pause = () => {
      if (hooks.phase() !== 'running') return
      // A step of a large training can take a while; that the key was heard is seen at once.
      this.#focus.around(() => {
        button('pause').disabled = true
      })
      hooks.pause()
    }
    const press = {
      start: () => {
        hooks.start()
      },
      pause,
      stepOnce: () => {
        hooks.stepOnce()
      },
      reset: () => {
        hooks.reset()
      },
    }
    button('start').addEventListener('click', press.start)
    button('pause').addEventListener('click', press.pause)
    button('step-once').addEventListener('click', press.stepOnce)
    button('reset').addEventListener('click', press.reset)
    button('apply-pending').addEventListener('click', () => {
      hooks.startAnew()
    })
    installKeys('train', {
      ' ': () => {
        if (hooks.phase() === 'running') press.pause()
        else press.start()
      },
      s: press.stepOnce,
      R: press.reset,
      a: () => {
        hooks.toggleAveraged()
      },
    })
  }

  /** With `isOffered`, Start is what loads the engine. */
  show(phase: Phase, step: number, isOffered: boolean): void {
    this.#step = step
    this.#name()
    const isRunning = phase === 'running'
    this.#focus.around(() => {
      button('start').hidden = isRunning
      button('pause').hidden = !isRunning
      button('start').disabled = phase !== 'ready' && !isOffered
      button('pause').disabled = !isRunning
      button('step-once').disabled = phase !== 'ready'
      // Whatever takes long can be stopped.
      button('reset').disabled = isOffered
    })
    for (const id of ['download', 'download-checkpoint']) {
      button(id).disabled = phase === 'loading' || phase === 'failed'
    }
  }

  /** Whether the training there is has another recipe or other data than the menus show. */
  set isOld(isOld: boolean) {
    this.#isOld = isOld
    this.#name()
  }

  #name(): void {
    write(button('start'), () => {
      const { goOn, start } = words.train
      const name = this.#isOld ? words.first.goOnWithOld : goOn
      return this.#step > 0 ? name : start
    })
  }
}

/** `data` is what is learnt from. */
export function phaseSentence(phase: Phase, step: number, data: string): string {
  switch (phase) {
    case 'loading':
      return words.train.gettingReady
    case 'ready':
      return step === 0
        ? words.train.ready
        : filled(words.train.paused, { step: wholeNumber(step) })
    case 'running':
      return filled(words.train.training, { data })
    case 'stepping':
      return words.train.stepping
    case 'failed':
      return words.train.stopped
  }
}
