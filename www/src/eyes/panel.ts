import './eyes.css'
import { asError, messageOf } from '../engine/errors'
import type { Picked, StepReport, Verdicts } from '../engine/types'
import type { Grid } from '../shared/picture'
import { type EyesStrings, eyesStrings } from '../strings/eyes'
import { filled } from '../strings/strings'
import type { Phase } from '../training/events'
import type { Session } from '../training/session'
import { make } from '../view/elements'
import type { Text } from '../strings/text'
import { write } from '../view/write'
import { GameDrawing } from './drawing'
import { Game } from './game'
import { Look } from './look'
import { Refresh } from './refresh'
import type { Samples } from './samples'
import { SizesView } from './sizes'
import { type Scale, Tiles } from './tiles'

/** The panel in the reader's language. */
export async function eyesPanel(session: Session, onTaken: () => void): Promise<EyesPanel> {
  return new EyesPanel(session, await eyesStrings(), onTaken)
}

/** What the discriminator sees, and the game step by step; while it is closed, nothing of it is computed. */
export class EyesPanel {
  readonly body = make('div')
  readonly #session: Session
  readonly #texts: EyesStrings
  readonly #game: Game
  readonly #drawing: GameDrawing
  readonly #generated: Tiles
  readonly #real: Tiles
  readonly #look: Look
  readonly #sizes: SizesView
  readonly #sorted = make('input')
  readonly #fault = make('p')
  #samples: Samples | null = null
  #reals: Grid | null = null
  #pick: Picked | null = null
  #verdicts: Verdicts | null = null
  #isOpen = false
  #hasLayers = false
  readonly #refresh = new Refresh(() => this.#ask())

  constructor(session: Session, texts: EyesStrings, onTaken: () => void) {
    this.#session = session
    this.#texts = texts
    this.#drawing = new GameDrawing(texts)
    this.#game = new Game(texts, {
      step: (turn) => {
        onTaken()
        void session.stepOnce(turn)
      },
      pace: (pace) => {
        onTaken()
        session.run.pace = pace
      },
    })
    const pick = (isReal: boolean) => (index: number) => {
      this.#picked({ isReal, index })
    }
    this.#generated = new Tiles(texts, 'eyes-generated', () => texts.generated, pick(false))
    this.#real = new Tiles(texts, 'eyes-real', () => texts.real, pick(true))
    this.#look = new Look(texts, () => {
      this.#refresh.ask(true)
    })
    this.#sizes = new SizesView(texts, (steps) => {
      this.#askSizes(steps)
    })
    this.#build()
  }

  /** Whether it is looked at. */
  set isOpen(isOpen: boolean) {
    if (isOpen === this.#isOpen) return
    this.#isOpen = isOpen
    if (isOpen) {
      this.#askSizes(this.#sizes.every)
      this.#refresh.ask(true)
      return
    }
    this.#refresh.stop()
    this.#game.close()
    this.#askSizes(0)
  }

  began(): void {
    this.#hasLayers = false
    this.#verdicts = null
    this.#pick = null
    this.#mark()
    this.#look.clear()
    this.#sizes.began()
    if (this.#isOpen) this.#askSizes(this.#sizes.every)
  }

  samples(samples: Samples): void {
    this.#samples = samples
    if (this.#isOpen) this.#refresh.ask()
  }

  reals(grid: Grid): void {
    this.#reals = grid
    if (this.#isOpen) this.#refresh.ask()
  }

  took(reports: readonly StepReport[]): void {
    if (!this.#isOpen) return
    this.#sizes.took(reports)
    const last = reports.at(-1)
    if (!last) return
    this.#drawing.took(last)
    this.#drawing.turn = this.#session.run.learnt
  }

  phase(phase: Phase): void {
    this.#game.phase(phase)
    if (phase === 'ready') this.#sizes.rest()
  }

  #build(): void {
    const { texts, sorted } = { texts: this.#texts, sorted: this.#sorted }
    this.body.className = 'eyes-body'
    sorted.type = 'checkbox'
    sorted.id = 'eyes-sorted'
    sorted.addEventListener('change', () => {
      this.#draw()
    })
    const label = make('label')
    label.className = 'tick'
    label.append(
      sorted,
      make('span', () => texts.sort),
    )
    const grids = make('div')
    grids.className = 'eyes-grids'
    grids.append(this.#generated.root, this.#real.root)
    const verdicts = make('section')
    verdicts.append(
      make('h3', () => texts.verdicts),
      label,
      grids,
      helpOf(() => texts.verdictsHelp),
    )
    const sizes = make('section')
    const rule = helpOf(() => texts.sizesRule)
    sizes.append(
      make('h3', () => texts.sizes),
      this.#sizes.root,
      helpOf(() => texts.sizesHelp),
      rule,
    )
    this.#fault.className = 'wrong'
    this.#fault.setAttribute('role', 'alert')
    this.body.append(
      this.#game.root,
      this.#drawing.root,
      verdicts,
      this.#look.root,
      sizes,
      this.#fault,
    )
  }

  /** Asks the engine, which answers between two pulls of steps. */
  async #ask(): Promise<void> {
    const { engine, applied } = this.#session
    const [samples, pick] = [this.#samples, this.#pick]
    if (!this.#isOpen || !samples || !applied) return
    const { averaged } = samples
    try {
      const verdicts = await engine.verdicts(averaged)
      if (!this.#hasLayers) {
        this.#look.layers(await engine.mapLayers())
        this.#hasLayers = true
      }
      this.#verdicts = verdicts
      this.#draw()
      await this.#showGame(verdicts)
      write(this.#fault, '')
      if (!pick) return
      const saliency = await engine.saliency(pick, averaged)
      const { layer } = this.#look
      const maps = layer && (await engine.maps(pick, averaged, layer.layer))
      if (pick !== this.#pick) return
      this.#look.show(pick, saliency)
      if (maps) this.#look.maps(maps)
    } catch (thrown) {
      const error = asError(thrown)
      const { name } = error
      // Another engine or training takes the place of this one, and says so itself.
      if (name !== 'EngineClosed' && name !== 'NotReady') write(this.#fault, () => messageOf(error))
    }
  }

  /** The drawing is of the picked image, and of the first ones where none is picked. */
  async #showGame({ real, generated }: Verdicts): Promise<void> {
    const [samples, reals, pick] = [this.#samples, this.#reals, this.#pick]
    if (!samples || !reals) return
    const at = (isReal: boolean) => (pick?.isReal === isReal ? pick.index : 0)
    const latent = await this.#session.engine.latent(at(false))
    const judged = (grid: Grid, index: number, verdicts: readonly (number | null)[]) => ({
      grid,
      index,
      verdict: verdicts[index] ?? null,
    })
    const fake = judged(samples.grid, at(false), generated)
    this.#drawing.show({ latent, fake, real: judged(reals, at(true), real) })
  }

  #askSizes(steps: number): void {
    if (!this.#session.applied || (!this.#isOpen && steps > 0)) return
    // What the engine has to complain of, the next step says.
    this.#session.engine.sizesEvery(steps).catch(() => undefined)
  }

  #picked(pick: Picked): void {
    this.#pick = pick
    this.#mark()
    this.#refresh.ask(true)
  }

  #mark(): void {
    const { isReal, index } = this.#pick ?? { isReal: false, index: null }
    this.#generated.picked = isReal ? null : index
    this.#real.picked = isReal ? index : null
  }

  #draw(): void {
    const [samples, reals, verdicts] = [this.#samples, this.#reals, this.#verdicts]
    if (!samples || !reals || !verdicts) return
    const { real, generated, boundary } = verdicts
    const scale = scaleOf(verdicts)
    const isSorted = this.#sorted.checked
    this.#generated.show(samples.grid, generated, scale, isSorted)
    this.#real.show(reals, real, scale, isSorted)
    if (boundary === undefined) {
      for (const tiles of [this.#generated, this.#real]) tiles.tell('')
      return
    }
    const above = (all: readonly (number | null)[]) =>
      all.filter((verdict) => verdict !== null && verdict > boundary).length
    const pass = { count: above(generated), all: generated.length }
    const caught = { count: real.length - above(real), all: real.length }
    this.#generated.tell(() => filled(this.#texts.fooled, pass))
    this.#real.tell(() => filled(this.#texts.mistaken, caught))
  }
}

/** Scores without bounds are shown from the least to the greatest. */
function scaleOf({ real, generated, probabilities }: Verdicts): Scale {
  if (probabilities) return { low: 0, high: 1 }
  const all = [...real, ...generated].filter((each) => each !== null)
  return { low: Math.min(...all), high: Math.max(...all) }
}

function helpOf(text: Text): HTMLElement {
  const help = make('p', text)
  help.className = 'help'
  return help
}
