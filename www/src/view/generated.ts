import type { Grid } from '../shared/picture'
import { stretched } from '../shared/stretch'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { canvas, element } from './elements'
import { GridView, samplesOf } from './grid'
import { decimal, wholeNumber } from './numbers'
import { textOf, type Text } from '../strings/text'
import { write } from './write'

/** Pixels of the noise that stands where samples will come. */
const NOISE = 112
const POSTER = './poster.png'

/** Samples as they are shown: what is next to uniform has its contrast stretched. */
export interface Shown {
  grid: Grid
  averaged: boolean
  step: number
  /** How many times its contrast is stretched, if it is. */
  times: number | null
}

/** The samples of the generator, and what stands in their place before there are any. */
export class GeneratedView {
  readonly #grid = new GridView(canvas('samples'))
  readonly #poster = element('poster', HTMLImageElement)
  readonly #note = element('samples-note')
  #latest: Shown | null = null
  #isEarlier = false

  constructor() {
    showNoise(canvas('samples'))
    this.#say(() => words.first.noise)
  }

  /** Shows what a training comes to, where none begins by itself. */
  poster(): void {
    this.#poster.src = POSTER
    write(this.#poster, () => words.first.posterShows, 'alt')
    this.#poster.hidden = false
    this.#say(() => words.first.posterShows)
  }

  /** A training is about to take the poster's place. */
  begins(): void {
    this.#poster.hidden = true
    this.#say(() => words.first.noise)
  }

  /** Shows samples after so many steps, or keeps them while earlier ones are looked at; says how they look. */
  show(samples: Grid, averaged: boolean, step: number): Shown {
    this.#poster.hidden = true
    const { grid, times } = stretched(samples) ?? { grid: samples, times: null }
    this.#latest = { grid, averaged, step, times }
    if (!this.#isEarlier) this.#draw(this.#latest)
    return this.#latest
  }

  /** Shows earlier samples with a sentence about them, or with null the latest again. */
  earlier(shown: Shown | null, note: Text = ''): void {
    this.#isEarlier = shown !== null
    const seen = shown ?? this.#latest
    if (seen) this.#draw(seen, note)
  }

  #draw({ grid, averaged, step, times }: Shown, note: Text = ''): void {
    this.#grid.show(grid, () => samplesOf(grid, averaged, step))
    const sentence = step === 0 ? 'untrained' : 'stretched'
    const stretch = () =>
      times === null ? '' : filled(words.first[sentence], { times: shortened(times) })
    this.#say(() => [stretch(), textOf(note)].filter(Boolean).join(' '))
  }

  #say(sentence: () => string): void {
    write(this.#note, sentence)
    this.#note.hidden = sentence() === ''
    element('samples-help').hidden = !this.#note.hidden
  }
}

const shortened = (times: number) => (times < 10 ? decimal(times, 1) : wholeNumber(times))

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
