import { element } from './elements'
import { oncePerFrame } from './frame'
import { decimal, duration, speed, wholeNumber } from './numbers'

export interface Reading {
  step: number
  epoch: number
  stepsPerSecond: number | null
  batch: number
  milliseconds: number
}

/** Step, epoch, speed and time. */
export class Meters {
  readonly #step = element('step-count')
  readonly #epoch = element('epoch')
  readonly #stepsPerSecond = element('steps-per-second')
  readonly #imagesPerSecond = element('images-per-second')
  readonly #elapsed = element('elapsed')
  #reading: Reading | null = null
  readonly #draw = oncePerFrame(() => {
    this.#drawNow()
  })

  show(reading: Reading): void {
    this.#reading = reading
    this.#draw()
  }

  #drawNow(): void {
    if (!this.#reading) return
    const { step, epoch, stepsPerSecond, batch, milliseconds } = this.#reading
    this.#step.textContent = wholeNumber(step)
    this.#step.dataset['value'] = String(step)
    this.#epoch.textContent = decimal(epoch, 2)
    this.#stepsPerSecond.textContent = speed(stepsPerSecond)
    this.#imagesPerSecond.textContent = speed(
      stepsPerSecond === null ? null : stepsPerSecond * batch,
    )
    this.#elapsed.textContent = duration(milliseconds)
  }
}
