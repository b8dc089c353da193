import { mediaQuery } from '../shared/media'

/** Runs while it is to play and somebody can see it; otherwise it asks for no frames at all. */
export class Clock {
  /** Seconds that have been played, at the speed that was set. */
  time = 0
  speed = 1
  readonly #onTick: () => void
  #playing = false
  #seen = false
  #frame = 0
  #last: number | null = null

  constructor(onTick: () => void) {
    this.#onTick = onTick
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
    const runs = this.#playing && this.#seen
    if (runs === (this.#frame !== 0)) return
    if (runs) {
      this.#last = null
      this.#frame = requestAnimationFrame(this.#tick)
    } else {
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
    }
  }

  readonly #tick = (now: number): void => {
    this.#frame = requestAnimationFrame(this.#tick)
    // A tab that was hidden goes on where it was.
    const seconds = Math.min(Math.max((now - (this.#last ?? now)) / 1000, 0), 0.1)
    this.#last = now
    this.time += seconds * this.speed
    this.#onTick()
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
