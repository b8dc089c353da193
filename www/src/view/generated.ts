import type { Grid } from '../shared/picture'
import { stretched } from '../shared/stretch'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { canvas, element } from './elements'
import { GridView, samplesOf } from './grid'
import { decimal, wholeNumber } from './numbers'

/** Pixels of the noise that stands where samples will come. */
const NOISE = 112
const POSTER = './poster.png'

/** The samples of the generator, and what stands in their place before there are any. */
export class GeneratedView {
  readonly #grid = new GridView(canvas('samples'))
  readonly #poster = element('poster', HTMLImageElement)
  readonly #note = element('samples-note')

  constructor() {
    showNoise(canvas('samples'))
    this.#say(words.first.noise)
  }

  /** Shows what a training comes to, where none begins by itself. */
  poster(): void {
    this.#poster.src = POSTER
    this.#poster.alt = words.first.posterShows
    this.#poster.hidden = false
    this.#say(words.first.posterShows)
  }

  /** A training is about to take the poster's place. */
  begins(): void {
    this.#poster.hidden = true
    this.#say(words.first.noise)
  }

  /** Samples after so many steps. What is next to uniform is shown with its contrast stretched, and says so. */
  show(grid: Grid, averaged: boolean, step: number): void {
    this.#poster.hidden = true
    const found = stretched(grid)
    this.#grid.show(found?.grid ?? grid, samplesOf(grid, averaged, step))
    if (!found) {
      this.#say('')
      return
    }
    const times = found.times < 10 ? decimal(found.times, 1) : wholeNumber(found.times)
    this.#say(filled(step === 0 ? words.first.untrained : words.first.stretched, { times }))
  }

  #say(sentence: string): void {
    this.#note.textContent = sentence
    this.#note.hidden = sentence === ''
    element('samples-help').hidden = sentence !== ''
  }
}

/** What the generator makes its images from: random numbers. */
function showNoise(on: HTMLCanvasElement): void {
  on.width = NOISE
  on.height = NOISE
  const context = on.getContext('2d')
  if (!context) return
  const picture = context.createImageData(NOISE, NOISE)
  for (let at = 0; at < picture.data.length; at += 4) {
    picture.data.fill(96 + Math.random() * 64, at, at + 3)
    picture.data[at + 3] = 255
  }
  context.putImageData(picture, 0, 0)
}
