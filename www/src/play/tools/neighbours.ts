import { onLanguage, words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { StudioWay } from '../../drawing/way'
import { button, input } from '../../view/elements'
import { decimal } from '../../view/numbers'
import { speak } from '../../view/sliders'
import type { Desk } from '../desk'
import { keptControls, seedIn, takeUpControls } from './kept'
import { type Tool, unheard } from './tool'

const CONTROLS = ['radius']

const SIDE = 5

/** What lies around the picked sample, in a plane through it. */
export class NeighboursTool implements Tool {
  readonly id = 'neighbours'
  readonly motion = 'still'
  readonly seconds = 1
  readonly columns = SIDE
  readonly #desk: Desk
  #seed = 1
  onChange: () => void = unheard

  constructor(desk: Desk) {
    this.#desk = desk
    button('neighbours-other').addEventListener('click', () => {
      this.#seed += 1
      this.onChange()
    })
    const radius = input('radius')
    const say = () => {
      speak(radius, decimal(radius.valueAsNumber, 2))
    }
    radius.addEventListener('input', () => {
      say()
      this.onChange()
    })
    say()
    onLanguage(say)
    desk.on(['picked'], () => {
      this.onChange()
    })
  }

  get sentence(): string {
    return words.play.whatLiesAround
  }

  nameOf(index: number): string {
    return filled(words.play.pickNeighbour, { index: index + 1 })
  }

  kept(): [string, string][] {
    const seed: [string, string][] =
      this.#seed === 1 ? [] : [['neighbours-seed', String(this.#seed)]]
    return [...seed, ...keptControls(CONTROLS)]
  }

  takeUp(kept: ReadonlyMap<string, string>): void {
    this.#seed = seedIn(kept.get('neighbours-seed')) ?? this.#seed
    takeUpControls(CONTROLS, kept)
    this.onChange()
  }

  way(): StudioWay | null {
    const { model, picked } = this.#desk
    if (!model || !picked) return null
    const radius = input('radius').valueAsNumber
    const { latent: latents, classes } = picked
    return { kind: 'neighbours', side: SIDE, radius, seed: this.#seed, latents, classes }
  }
}
