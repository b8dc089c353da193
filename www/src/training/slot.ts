import { newId } from './saved'

const NAME = 'ganvas-training-'

/** A training's place in the storage: the tab that runs the training holds it, and no other writes there. */
export class Slot {
  readonly id: string
  /** What the training is called; null as long as nobody has given it a name. */
  name: string | null
  readonly #release: () => void

  private constructor(id: string, name: string | null, release: () => void) {
    this.id = id
    this.name = name
    this.#release = release
  }

  /** A place of its own for a training that has none. */
  static fresh(name: string | null = null): Slot {
    const id = newId()
    let isFree = false
    let release: (() => void) | null = null
    // Nobody else knows the id: there is nothing to wait for.
    void hold(id).then((held) => {
      release = held
      if (isFree) held?.()
    })
    return new Slot(id, name, () => {
      isFree = true
      release?.()
    })
  }

  /** The place of a saved training; null where another tab has it, or might have it. */
  static async of(id: string, name: string): Promise<Slot | null> {
    const release = await hold(id)
    return release && new Slot(id, name, release)
  }

  release(): void {
    this.#release()
  }
}

/** The trainings that some tab runs. */
export async function running(): Promise<Set<string>> {
  const { held = [] } =
    (await locks()
      ?.query()
      .catch(() => null)) ?? {}
  const names = held.flatMap(({ name }) =>
    name?.startsWith(NAME) ? [name.slice(NAME.length)] : [],
  )
  return new Set(names)
}

/** Whether tabs of this browser can tell each other what they run. */
export const canTell = () => locks() !== undefined

function hold(id: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const held = (lock: Lock | null) => {
      if (!lock) {
        resolve(null)
        return undefined
      }
      return new Promise<void>((release) => {
        resolve(() => {
          release()
        })
      })
    }
    const asked = locks()?.request(NAME + id, { ifAvailable: true }, held)
    if (!asked) resolve(null)
    // Pages without an origin are refused.
    asked?.catch(() => {
      resolve(null)
    })
  })
}

/** Only secure contexts have them. */
const locks = () => (navigator as { locks?: LockManager }).locks
