import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { Phase } from '../training/events'
import { button } from './elements'
import { FocusKeeper } from './focus'
import { installKeys } from './keyboard'
import { wholeNumber } from './numbers'

export interface TransportHooks {
  phase(): Phase
  start(): void
  pause(): void
  stepOnce(): void
  reset(): void
  toggleAveraged(): void
}

/** The buttons that run the training, and their keys. */
export class Transport {
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

  show(phase: Phase, step: number): void {
    button('start').textContent = step > 0 ? words.train.goOn : words.train.start
    this.#focus.around(() => {
      button('start').disabled = phase !== 'ready'
      button('pause').disabled = phase !== 'running'
      button('step-once').disabled = phase !== 'ready'
      // Whatever takes long can be stopped.
      button('reset').disabled = false
    })
    for (const id of ['download', 'download-checkpoint']) {
      button(id).disabled = phase === 'loading' || phase === 'failed'
    }
  }
}

export function phaseSentence(phase: Phase, step: number): string {
  switch (phase) {
    case 'loading':
      return words.train.gettingReady
    case 'ready':
      return step === 0
        ? words.train.ready
        : filled(words.train.paused, { step: wholeNumber(step) })
    case 'running':
      return words.train.training
    case 'stepping':
      return words.train.stepping
    case 'failed':
      return words.train.stopped
  }
}
