import type { Proposal } from '../../engine/import'
import { drawOn } from '../../shared/picture'
import { said } from '../../shared/sentence'
import { words } from '../../strings/page'
import { button, element, make } from '../../view/elements'
import { write } from '../../view/write'
import { showSmoothly } from '../../view/smooth'

export interface ProposalsHooks {
  /** Several readings are wanted. */
  onShow(): void
  onStop(): void
  onPick(proposal: Proposal): void
}

/** As many places are kept while readings are tried: what is below stays where it is. */
const PLACES = 8

/** Readings of files that do not say their layers, as cards of which one is picked. */
export class ProposalsView {
  readonly #hooks: ProposalsHooks
  #shown: readonly Proposal[] | null = null

  constructor(hooks: ProposalsHooks) {
    this.#hooks = hooks
    button('show-proposals').addEventListener('click', () => {
      hooks.onShow()
    })
    button('stop-proposals').addEventListener('click', () => {
      hooks.onStop()
    })
  }

  /** There are none yet; they can be asked for, or not. */
  offer(offered: boolean): void {
    const wasStopping = document.activeElement === button('stop-proposals')
    this.#shown = null
    button('show-proposals').hidden = !offered
    element('proposals').hidden = true
    element('proposal-cards').replaceChildren()
    if (offered && wasStopping) button('show-proposals').focus()
  }

  /** They are being tried. */
  trying(): void {
    const places = Array.from({ length: PLACES }, () => place())
    element('proposal-cards').replaceChildren(...places)
    element('proposals').hidden = false
    write(element('proposals-said'), () => words.play.tryingReadings)
    button('stop-proposals').hidden = false
    button('stop-proposals').focus()
    button('show-proposals').hidden = true
  }

  /** The one of this number is open; none of them with −1. */
  mark(picked: number): void {
    for (const [at, radio] of this.#radios.entries()) radio.checked = at === picked
  }

  /** Shows them in their order, unless they are shown already. */
  show(all: readonly Proposal[]): void {
    if (all === this.#shown) return
    const wasStopping = document.activeElement === button('stop-proposals')
    this.#shown = all
    element('proposal-cards').replaceChildren(...all.map((one) => this.#card(one)))
    element('proposals').hidden = false
    button('show-proposals').hidden = true
    button('stop-proposals').hidden = true
    const areNoise = all.every(({ suspicion }) => suspicion !== null)
    write(element('proposals-said'), () => {
      const { allNoise, noReadings } = words.play
      return all.length === 0 ? noReadings : areNoise ? allNoise : ''
    })
    if (wasStopping) this.#radios[0]?.focus()
  }

  get #radios(): HTMLInputElement[] {
    return [...element('proposal-cards').querySelectorAll('input')]
  }

  #card(proposal: Proposal): HTMLLabelElement {
    const { assumed, suspicion, images } = proposal
    const card = make('label')
    card.className = 'proposal'
    write(card, () => said(assumed), 'title')
    const radio = make('input')
    radio.type = 'radio'
    radio.name = 'proposal'
    radio.addEventListener('change', () => {
      this.#hooks.onPick(proposal)
    })
    const picture = make('canvas')
    showSmoothly(picture, images)
    drawOn(picture, images)
    const inside = make('span')
    inside.append(
      picture,
      make('span', () => said(assumed)),
    )
    if (suspicion) inside.append(make('small', () => said(suspicion)))
    card.append(radio, inside)
    return card
  }
}

/** The place of a card. */
function place(): HTMLElement {
  const card = make('div')
  card.className = 'proposal'
  const inside = make('span')
  inside.append(make('canvas'))
  card.append(inside)
  return card
}
