/** Keeps the screen on while a training runs and is seen. */
export class ScreenLock {
  #isWanted = false
  #held: WakeLockSentinel | null = null
  #isAsking = false

  constructor() {
    // The browser lets go of it by itself when the page is hidden.
    document.addEventListener('visibilitychange', () => void this.#ask())
  }

  get wanted(): boolean {
    return this.#isWanted
  }

  set wanted(wanted: boolean) {
    this.#isWanted = wanted
    if (wanted) void this.#ask()
    else void this.#release()
  }

  async #ask(): Promise<void> {
    // Older browsers and pages without https have none.
    const { wakeLock } = navigator as { wakeLock?: Navigator['wakeLock'] }
    const isHeld = this.#held !== null && !this.#held.released
    if (!wakeLock || !this.#isWanted || isHeld || this.#isAsking) return
    if (document.visibilityState === 'hidden') return
    this.#isAsking = true
    try {
      this.#held = await wakeLock.request('screen')
    } catch {
      // A low battery may refuse it: then the screen goes off as ever.
    }
    this.#isAsking = false
    // It may be wanted no more by now.
    if (!this.wanted) await this.#release()
  }

  async #release(): Promise<void> {
    const held = this.#held
    this.#held = null
    await held?.release().catch(() => undefined)
  }
}
