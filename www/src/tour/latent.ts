import type { Desk } from '../play/desk'
import { drawOn } from '../shared/picture'
import type { TourStrings } from '../strings/tour'
import { filled } from '../strings/strings'
import { drawBars } from '../view/latent-bars'
import { make } from '../view/elements'
import { write } from '../view/write'
import { showSmoothly } from '../view/smooth'

/** The numbers of the picked sample, and the image that they become. */
export class LatentFigure {
  readonly root = make('figure')
  readonly #bars = make('canvas')
  readonly #image = make('canvas')
  readonly #texts: TourStrings
  readonly #desk: Desk

  constructor(texts: TourStrings, desk: Desk) {
    this.#texts = texts
    this.#desk = desk
    this.root.className = 'tour-latent'
    const arrow = make('span', '→')
    arrow.setAttribute('aria-hidden', 'true')
    this.root.append(this.#bars, arrow, this.#image)
  }

  async show(): Promise<void> {
    const { model, picked } = this.#desk
    if (!model || !picked) return
    const { latent } = picked
    drawBars(this.#bars, latent)
    const count = latent.length
    write(this.root, () => filled(this.#texts.latentOf, { count }), 'aria-label')
    const grid = await model.picture(picked)
    drawOn(this.#image, grid)
    showSmoothly(this.#image, grid)
  }
}
