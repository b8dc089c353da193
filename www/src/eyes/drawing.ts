import './drawing.css'
import { gameLoss } from '../engine/game-loss'
import type { StepReport, Turn } from '../engine/types'
import { type Grid, imageData } from '../shared/picture'
import type { EyesStrings } from '../strings/eyes'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { drawBars } from '../view/latent-bars'
import { showSmoothly } from '../view/smooth'
import type { Text } from '../strings/text'
import { write } from '../view/write'
import { score } from './score'

/** Of the latent's numbers so many are written out. */
const WRITTEN = 3

/** One image of a grid, and what the discriminator says of it. */
interface Judged {
  grid: Grid
  index: number
  verdict: number | null
}

/** What the drawing is filled with: one pair of images of the training as it stands. */
export interface Scene {
  latent: Float32Array
  fake: Judged
  real: Judged
}

/** The way of the data through both networks, and the way of the gradients back. */
export class GameDrawing {
  readonly root = make('figure')
  readonly #texts: EyesStrings
  readonly #bars = make('canvas')
  readonly #numbers = make('small')
  readonly #fake = make('canvas')
  readonly #real = make('canvas')
  readonly #verdicts = { fake: make('output'), real: make('output') }
  readonly #losses = { discriminator: make('output'), generator: make('output') }
  readonly #ways: Record<'discriminator' | 'generator', HTMLElement>

  constructor(texts: EyesStrings) {
    this.#texts = texts
    this.root.id = 'eyes-drawing'
    this.#ways = {
      discriminator: wayBack('discriminator', () => texts.discriminatorLearns),
      generator: wayBack('generator', () => texts.generatorLearns),
    }
    const [data, ways] = [make('div'), make('ul')]
    data.className = 'way'
    data.append(...this.#stations())
    ways.append(this.#ways.discriminator, this.#ways.generator)
    this.root.append(data, ways)
  }

  /** Who has learnt in the last step: their gradients are the ones that flowed. */
  set turn(turn: Turn) {
    this.root.dataset['turn'] = turn
    for (const [name, way] of Object.entries(this.#ways)) {
      way.classList.toggle('still', turn !== 'both' && turn !== name)
    }
  }

  show({ latent, fake, real }: Scene): void {
    drawBars(this.#bars, latent)
    const first = () => Array.from(latent.subarray(0, WRITTEN), score).join('  ')
    write(this.#numbers, () => `${first()} …`)
    drawTile(this.#fake, fake)
    drawTile(this.#real, real)
    write(this.#verdicts.fake, () => score(fake.verdict))
    write(this.#verdicts.real, () => score(real.verdict))
    const drawn = () => {
      const verdicts = { fake: score(fake.verdict), real: score(real.verdict) }
      return filled(this.#texts.drawn, verdicts)
    }
    write(this.root, drawn, 'aria-label')
  }

  took(report: StepReport): void {
    write(this.#losses.discriminator, () => score(gameLoss(report)))
    write(this.#losses.generator, () => score(report.g_loss))
  }

  /** From the random numbers to the losses, with an arrow between each two. */
  #stations(): HTMLElement[] {
    const texts = this.#texts
    const z = station(
      'z',
      this.#bars,
      make('b', () => texts.latent),
      this.#numbers,
    )
    const images = station('images', titled('G(z)', this.#fake), titled('x', this.#real))
    const told = make('dl')
    told.append(
      ...entry('D(G(z))', this.#verdicts.fake),
      ...entry('D(x)', this.#verdicts.real),
      ...entry(() => texts.lossOfD, this.#losses.discriminator),
      ...entry(() => texts.lossOfG, this.#losses.generator),
    )
    return [
      z,
      arrow(),
      station(
        'generator',
        make('strong', 'G'),
        make('small', () => texts.theGenerator),
      ),
      arrow('generator'),
      images,
      arrow('generator'),
      station(
        'discriminator',
        make('strong', 'D'),
        make('small', () => texts.theDiscriminator),
      ),
      arrow('generator', 'discriminator'),
      station('told', told),
    ]
  }
}

function station(name: string, ...parts: HTMLElement[]): HTMLElement {
  const made = make('div')
  made.className = `station ${name}`
  made.append(...parts)
  return made
}

function titled(title: string, picture: HTMLCanvasElement): HTMLElement {
  const made = make('div')
  made.append(picture, make('small', title))
  return made
}

function entry(name: Text, value: HTMLOutputElement): HTMLElement[] {
  const said = make('dd')
  said.append(value)
  return [make('dt', name), said]
}

/** Data go one way; the gradients of those who learn through it go the other. */
function arrow(...back: ('generator' | 'discriminator')[]): HTMLElement {
  const made = make('div')
  made.className = 'arrow'
  made.setAttribute('aria-hidden', 'true')
  made.append(make('i', '→'))
  for (const learner of back) {
    const gradient = make('i', '←')
    gradient.className = learner
    made.append(gradient)
  }
  return made
}

function wayBack(learner: string, text: Text): HTMLElement {
  const made = make('li', text)
  made.className = learner
  return made
}

function drawTile(canvas: HTMLCanvasElement, { grid, index }: Judged): void {
  const { width, height, columns } = grid
  Object.assign(canvas, { width, height })
  const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height]
  canvas.getContext('2d')?.putImageData(imageData(grid), -x, -y, x, y, width, height)
  showSmoothly(canvas, grid)
}
