import type { Turn } from '../engine/types'
import type { EyesStrings } from '../strings/eyes'
import { filled } from '../strings/strings'
import type { Phase } from '../training/events'
import type { Pace } from '../training/pace'
import { make } from '../view/elements'
import { short } from '../view/numbers'
import { write } from '../view/write'

/** Milliseconds that slow motion waits after a step. */
const PAUSES = [0, 250, 500, 1000, 2000]

interface Hooks {
  step(turn: Turn): void
  pace(pace: Pace): void
}

/** The game, step by step: who takes the next one, who stands still, and how slowly it goes. */
export class Game {
  readonly root = make('section')
  readonly #hooks: Hooks
  readonly #texts: EyesStrings
  readonly #steps: HTMLButtonElement[]
  readonly #learning: HTMLInputElement[] = []
  readonly #pause = make('select')
  #pace: Pace = { turn: 'both', pause: 0 }

  constructor(texts: EyesStrings, hooks: Hooks) {
    this.#hooks = hooks
    this.#texts = texts
    this.root.className = 'eyes-game'
    this.#steps = [
      this.#step('discriminator', 'stepDiscriminator'),
      this.#step('generator', 'stepGenerator'),
      this.#step('both', 'stepBoth'),
    ]
    const steps = make('div')
    steps.className = 'eyes-steps'
    steps.setAttribute('role', 'group')
    write(steps, () => texts.steps, 'aria-label')
    steps.append(...this.#steps)
    this.root.append(
      make('h3', () => texts.game),
      steps,
      this.#switch(),
      this.#slow(),
    )
    const help = make('p', () => texts.gameHelp)
    help.className = 'help'
    this.root.append(help)
  }

  /** Steps are made one by one only at rest. */
  phase(phase: Phase): void {
    for (const step of this.#steps) step.disabled = phase !== 'ready'
  }

  /** Nobody sees any more who stands still: then nobody does. */
  close(): void {
    if (this.#pace.turn === 'both' && this.#pace.pause === 0) return
    const [both] = this.#learning
    if (both) both.checked = true
    this.#pause.value = '0'
    this.#change({ turn: 'both', pause: 0 })
  }

  #step(turn: Turn, name: 'stepDiscriminator' | 'stepGenerator' | 'stepBoth'): HTMLButtonElement {
    const button = make('button', () => this.#texts[name])
    button.type = 'button'
    button.dataset['turn'] = turn
    button.addEventListener('click', () => {
      this.#hooks.step(turn)
    })
    return button
  }

  #switch(): HTMLElement {
    const box = make('div')
    box.className = 'switch'
    box.setAttribute('role', 'radiogroup')
    write(box, () => this.#texts.whoLearns, 'aria-label')
    const choices = [
      ['both', 'bothLearn'],
      ['discriminator', 'freezeGenerator'],
      ['generator', 'freezeDiscriminator'],
    ] as const
    for (const [turn, name] of choices) {
      const [label, radio] = [make('label'), make('input')]
      Object.assign(radio, { type: 'radio', name: 'turn', value: turn, checked: turn === 'both' })
      radio.addEventListener('change', () => {
        this.#change({ ...this.#pace, turn })
      })
      this.#learning.push(radio)
      label.append(
        radio,
        make('span', () => this.#texts[name]),
      )
      box.append(label)
    }
    return box
  }

  #slow(): HTMLElement {
    const label = make('label')
    label.append(make('span', () => this.#texts.slow))
    label.className = 'eyes-slow'
    for (const pause of PAUSES) {
      const option = make('option', () =>
        pause === 0
          ? this.#texts.notSlow
          : filled(this.#texts.pauseOf, { seconds: short(pause / 1000) }),
      )
      option.value = String(pause)
      this.#pause.append(option)
    }
    this.#pause.addEventListener('change', () => {
      this.#change({ ...this.#pace, pause: Number(this.#pause.value) })
    })
    label.append(this.#pause)
    return label
  }

  #change(pace: Pace): void {
    this.#pace = pace
    this.#hooks.pace(pace)
  }
}
