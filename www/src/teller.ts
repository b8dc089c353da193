import { messageOf, needsNewEngine, placeOf } from './engine/errors'
import type { BackendInfo } from './shared/backend'
import type { Play } from './play/play'
import { words } from './strings/page'
import { filled } from './strings/strings'
import type { Session } from './training/session'
import { chooseFiles } from './view/choose-files'
import type { Controls } from './view/controls'
import type { Action } from './view/messages'
import type { StatusView } from './view/status'

interface Parts {
  session: Session
  controls: Controls
  status: StatusView
  play: () => Play
  reset: () => void
  /** What would let the recipe learn from data that it has refused. */
  remedies: (error: Error) => Action[]
  /** Offers what is kept of a training that has come to a bad end. */
  offerLast: () => void
}

/** Says what went wrong or otherwise, with the next step as a button. */
export class Teller {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  tell(error: Error): void {
    const { session, status, offerLast } = this.#parts
    const isOver = session.phase === 'failed'
    const { field } = placeOf(error)
    if (field) this.#parts.controls.refuse(field, () => messageOf(error))
    if (error.name === 'DataError' && !isOver) {
      const actions = [...this.#parts.remedies(error), ...chooseFiles()]
      status.error(() => messageOf(error), { cause: 'data', actions })
      return
    }
    const isOfGpu = error.name === 'DeviceError' || error.name === 'DeviceLost'
    const actions = [...(isOfGpu ? [this.#onCpu()] : []), ...(isOver ? [this.#reset()] : [])]
    status.error(() => messageOf(error), { cause: 'engine', actions })
    if (isOver && needsNewEngine(error)) offerLast()
  }

  /** WebGPU was asked for and is not to be had: all of the page goes over to the CPU. */
  noWebGpu(error: Error): void {
    const { controls, status } = this.#parts
    const play = this.#parts.play()
    this.#past()
    const act = () => {
      this.#past()
      controls.choose({ backend: 'webgpu' })
    }
    const about = {
      cause: 'backend',
      actions: [{ name: () => words.train.tryAgain, act }],
    } as const
    const sentence = () => filled(words.notices.cpuInstead, { why: messageOf(error) })
    status.notice(sentence, about)
    play.notice(sentence, about)
    controls.choose({ backend: 'cpu' })
  }

  /** This is what computes. */
  backend({ kind }: BackendInfo): void {
    if (kind === 'webgpu') this.#past()
  }

  #past(): void {
    this.#parts.status.past('backend')
    this.#parts.play().past('backend')
  }

  #reset(): Action {
    return { name: () => words.train.reset, act: this.#parts.reset }
  }

  #onCpu(): Action {
    const { controls, reset } = this.#parts
    const act = () => {
      controls.choose({ backend: 'cpu' })
      reset()
    }
    return { name: () => words.train.takeCpu, act }
  }
}
