import type { PastTexts } from '../strings/past'
import { filled } from '../strings/strings'
import { element, make } from '../view/elements'
import type { Text } from '../strings/text'
import { write } from '../view/write'
import type { Frame } from './frame'
import { FORMATS, type Format } from './film/formats'

export interface LapseHooks {
  /** All that the training has shown, in the order of the steps. */
  frames(): Promise<readonly Frame[]>
  /** The file's name without its ending. */
  name(): string
  /** Hands a file to the reader. */
  keep(name: string, file: Blob, type: string): void
}

/** Makes a film of the training: a button for each kind of file that the browser can write. */
export class LapseView {
  readonly #texts: PastTexts
  readonly #hooks: LapseHooks
  readonly #open = make('button')
  readonly #box = make('div')
  readonly #said = make('p')
  readonly #stop = make('button')
  readonly #formats: HTMLButtonElement[]
  #isStopped = false

  constructor(texts: PastTexts, hooks: LapseHooks) {
    this.#texts = texts
    this.#hooks = hooks
    const [open, box, said, stop] = [this.#open, this.#box, this.#said, this.#stop]
    this.#formats = FORMATS.filter(({ isThere }) => isThere()).map((format) => {
      const button = make('button', format.name)
      button.type = 'button'
      button.addEventListener('click', () => void this.#save(format))
      return button
    })
    open.id = 'past-lapse'
    open.type = stop.type = 'button'
    write(open, () => texts.timeLapse)
    open.setAttribute('aria-controls', 'past-films')
    open.addEventListener('click', () => {
      this.#toggle(box.hidden !== false)
    })
    box.id = 'past-films'
    box.className = 'past-films'
    box.role = 'group'
    write(box, () => texts.timeLapse, 'aria-label')
    said.setAttribute('role', 'status')
    write(stop, () => texts.stop)
    stop.addEventListener('click', () => {
      this.#isStopped = true
    })
    box.append(said, ...this.#formats, stop)
    element('past').append(open, box)
    this.#rest(() => texts.saveAs)
    this.#toggle(false)
  }

  #toggle(open: boolean): void {
    this.#box.hidden = !open
    this.#open.ariaExpanded = String(open)
  }

  #rest(said: Text): void {
    this.#said.ariaLive = 'polite'
    write(this.#said, said)
    this.#stop.hidden = true
    for (const button of this.#formats) button.disabled = false
  }

  async #save({ name: format, type, ending, write: film }: Format): Promise<void> {
    this.#isStopped = false
    this.#stop.hidden = false
    // Nobody wants to hear every frame.
    this.#said.ariaLive = 'off'
    for (const button of this.#formats) button.disabled = true
    let said = () => this.#texts.saveAs
    try {
      const name = this.#hooks.name()
      const frames = await this.#hooks.frames()
      const file =
        frames.length > 0 &&
        (await film(frames, {
          caption: this.#texts.step,
          isStopped: () => this.#isStopped,
          onProgress: (done, all) => {
            write(this.#said, () => filled(this.#texts.frameOf, { done, all }))
          },
        }))
      if (file) this.#hooks.keep(`${name}.${ending}`, file, type)
    } catch {
      said = () => filled(this.#texts.unwritten, { format })
    }
    this.#rest(said)
  }
}
