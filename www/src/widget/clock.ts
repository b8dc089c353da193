import { FrameClock } from '../shared/clock'
import { mediaQuery } from '../shared/media'

/** Runs while it is to play and somebody can see it; otherwise it asks for no frames at all. */
export class Clock {
  /** Seconds that have been played, at the speed that was set. */
  time = 0
  speed = 1
  readonly #frames: FrameClock
  #playing = false
  #seen = false

  constructor(onTick: () => void) {
    this.#frames = new FrameClock((seconds) => {
      this.time += seconds * this.speed
      onTick()
    })
  }

  get playing(): boolean {
    return this.#playing
  }

  set playing(playing: boolean) {
    this.#playing = playing
    this.#turn()
  }

  /** Whether the widget is on the screen. */
  set seen(seen: boolean) {
    this.#seen = seen
    this.#turn()
  }

  #turn(): void {
    this.#frames.running = this.#playing && this.#seen
  }
}

const STILL = '(prefers-reduced-motion: reduce)'

/** Whether the reader wants nothing to move by itself. */
export function wantsStillness(): boolean {
  return mediaQuery(STILL)?.matches === true
}

/** Hears of changes of that wish; returns how to stop. */
export function onStillness(listener: () => void): () => void {
  const still = mediaQuery(STILL)
  still?.addEventListener('change', listener)
  return () => {
    still?.removeEventListener('change', listener)
  }
}
