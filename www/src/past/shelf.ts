import type { Saved } from '../training/saved'
import { type Frame, isFrame } from './frame'

/** The browser's storage, beside the trainings; it may refuse. */
export interface Storage {
  all(prefix: string): Promise<unknown[]>
  change(gone: readonly string[], fresh: readonly Entry[]): Promise<void>
}

type Entry = readonly [key: string, value: unknown]

/** What is kept of a training's past. */
export interface Moments {
  frames: readonly Frame[]
  saves: readonly Saved[]
}

/** Where the past of a training is stored, beside the training: written are only what is new, and what goes. */
export class Shelf {
  readonly #storage: Storage
  readonly #id: string
  readonly #stored = new Set<string>()
  #writing: Promise<void> = Promise.resolve()

  constructor(storage: Storage, id: string) {
    this.#storage = storage
    this.#id = id
  }

  /** What there is of a training, of this one or another. What is damaged is left out. */
  async read(id: string): Promise<Moments> {
    const [frames, saves] = await Promise.all([
      this.#storage.all(framesOf(id)),
      this.#storage.all(savesOf(id)),
    ])
    return { frames: frames.map(withPicture).filter(isFrame), saves: saves.filter(isSave) }
  }

  /** These are there already, as they were read. */
  holds({ frames, saves }: Moments): void {
    for (const { step } of frames) this.#stored.add(`${framesOf(this.#id)}${step}`)
    for (const { step } of saves) this.#stored.add(`${savesOf(this.#id)}${step}`)
  }

  /** Stores what is not there yet, and lets go of what is no longer. A storage that refuses keeps no past. */
  async keep({ frames, saves }: Moments): Promise<void> {
    const [ofFrames, ofSaves] = [framesOf(this.#id), savesOf(this.#id)]
    const write = async () => {
      await this.#write(ofFrames, frames, stored).catch(() => undefined)
      // By themselves: they are large, and blobs.
      await this.#write(ofSaves, saves, (save) => save).catch(() => undefined)
    }
    this.#writing = this.#writing.then(write)
    await this.#writing
  }

  async #write<Kind extends { step: number }>(
    prefix: string,
    all: readonly Kind[],
    value: (each: Kind) => unknown,
  ): Promise<void> {
    const kept = new Map(all.map((each) => [`${prefix}${each.step}`, each]))
    const gone = [...this.#stored].filter((key) => key.startsWith(prefix) && !kept.has(key))
    const news = [...kept].filter(([key]) => !this.#stored.has(key))
    const fresh = await Promise.all(
      news.map(async ([key, each]): Promise<Entry> => [key, await value(each)]),
    )
    if (gone.length === 0 && fresh.length === 0) return
    await this.#storage.change(gone, fresh)
    for (const key of gone) this.#stored.delete(key)
    for (const [key] of fresh) this.#stored.add(key)
  }
}

const framesOf = (id: string) => `${id}/frames/`
const savesOf = (id: string) => `${id}/saves/`

/** Without blobs, which not every storage takes. */
async function stored({ picture, ...frame }: Frame): Promise<unknown> {
  return { ...frame, type: picture.type, bytes: await picture.arrayBuffer() }
}

function withPicture(found: unknown): unknown {
  const { type, bytes, ...frame } = (found ?? {}) as Record<string, unknown>
  if (!(bytes instanceof ArrayBuffer)) return null
  return { ...frame, picture: new Blob([bytes], { type: String(type) }) }
}

function isSave(found: unknown): found is Saved {
  const save = found as Partial<Saved> | null | undefined
  return save?.version === 2 && Number.isInteger(save.step) && save.checkpoint instanceof Blob
}
