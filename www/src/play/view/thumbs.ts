import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import { drawOn } from '../../shared/picture'
import { make } from '../../view/elements'
import { write } from '../../view/write'
import type { Desk } from '../desk'
import type { Model } from '../model'
import type { Sample } from '../sample'

export interface ThumbHooks {
  name(index: number): string
  onRemove(sample: Sample): void
}

/** Small pictures of samples in a row; pressing one picks it. */
export class ThumbList {
  readonly #list: HTMLElement
  readonly #desk: Desk
  readonly #hooks: ThumbHooks
  readonly #known = new WeakMap<Sample, { model: Model; picture: HTMLCanvasElement }>()

  constructor(list: HTMLElement, desk: Desk, hooks: ThumbHooks) {
    this.#list = list
    this.#desk = desk
    this.#hooks = hooks
  }

  /** Samples that only stand in cannot be removed. */
  show(samples: readonly Sample[], own = true): void {
    const { model } = this.#desk
    const items = samples.map((sample, at) => {
      const name = () => this.#hooks.name(at)
      const item = make('li')
      item.toggleAttribute('data-stand-in', !own)
      const pick = make('button')
      pick.type = 'button'
      pick.className = 'thumb'
      write(pick, name, 'aria-label')
      if (model) pick.append(this.#picture(model, sample))
      pick.addEventListener('click', () => {
        this.#desk.pick(sample)
      })
      item.append(pick)
      if (own) item.append(this.#remover(name, sample))
      return item
    })
    this.#list.replaceChildren(...items)
  }

  #remover(name: () => string, sample: Sample): HTMLButtonElement {
    const remove = make('button', '×')
    remove.type = 'button'
    remove.className = 'remove'
    write(remove, () => filled(words.play.remove, { name: name() }), 'aria-label')
    remove.addEventListener('click', () => {
      this.#hooks.onRemove(sample)
    })
    return remove
  }

  #picture(model: Model, sample: Sample): HTMLCanvasElement {
    const known = this.#known.get(sample)
    if (known?.model === model) return known.picture
    const picture = make('canvas')
    this.#known.set(sample, { model, picture })
    showSample(model, sample, picture).catch(() => {
      // It is drawn again when it is next shown; the error is told where it is drawn large.
      this.#known.delete(sample)
    })
    return picture
  }
}

/** Draws a sample on a canvas of its own size, unless that is to show another by then. */
export async function showSample(
  model: Model,
  sample: Sample,
  canvas: HTMLCanvasElement,
  isWanted = () => true,
): Promise<void> {
  const picture = await model.picture(sample)
  if (!isWanted()) return
  canvas.toggleAttribute('data-smooth', Math.max(picture.width, picture.height) >= 48)
  drawOn(canvas, picture)
}
