import type { Frame } from './past/frame'
import type { Past, PastHooks } from './past/past'

/** The past of the training: its code is fetched with the first training that stands. */
export class PastLoader {
  readonly #hooks: PastHooks
  #coming: Promise<Past | null> | null = null
  #past: Past | null = null

  constructor(hooks: PastHooks) {
    this.#hooks = hooks
  }

  /** Bytes that it takes in the storage. */
  get bytes(): number {
    return this.#past?.bytes ?? 0
  }

  /** The samples that are kept, in the order of the steps. */
  get frames(): readonly Frame[] {
    return this.#past?.frames ?? []
  }

  /** Keeps what was shown last, however near it is to what was kept before. */
  async keepLatest(): Promise<void> {
    await (await this.#coming)?.keepLatest()
  }

  /** Has it fetched, unless that was done; without it there is still all else. */
  open(): void {
    this.#coming ??= import('./past/past')
      .then(async ({ Past }) => (this.#past = await Past.open(this.#hooks)))
      .catch(() => null)
  }

  /** Once it is there, in the order in which it is asked. */
  with(act: (past: Past) => void): void {
    void this.#coming?.then((past) => {
      if (past) act(past)
    })
  }
}
