import { onLanguage, words } from '../../strings/page'
import { filled } from '../../strings/strings'
import { asError } from '../../engine/errors'
import { button, canvas, element, input } from '../../view/elements'
import { write } from '../../view/write'
import { type Desk, SLOTS } from '../desk'
import { ThumbList, showSample } from './thumbs'

export interface PickedHooks {
  /** The address that opens a sample, if there is one. */
  link(code: string): string | null
  onError(thrown: unknown): void
}

/** The picked sample, large and as a text, and the samples that are pinned. */
export class PickedView {
  readonly #desk: Desk
  readonly #hooks: PickedHooks

  constructor(desk: Desk, hooks: PickedHooks) {
    this.#desk = desk
    this.#hooks = hooks
    const pinned = new ThumbList(element('pinned'), desk, {
      name: (at) => filled(words.play.pinnedSample, { index: at + 1 }),
      onRemove: (sample) => {
        desk.unpin(sample)
      },
    })
    button('pin').addEventListener('click', () => {
      if (desk.picked) desk.pin(desk.picked)
    })
    button('unpin-all').addEventListener('click', () => {
      desk.unpin(null)
    })
    for (const slot of SLOTS) {
      button(`put-${slot}`).addEventListener('click', () => {
        if (!desk.picked) return
        desk.put(slot, desk.picked)
        const count = desk.slot(slot).length
        write(element('play-said'), () => filled(words.play.inSlot, { slot, count }))
      })
    }
    button('copy-sample').addEventListener('click', () => {
      void this.#copy()
    })
    element('paste-form').addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#paste()
    })
    onLanguage(() => {
      this.#showCode()
    })
    desk.on(['model', 'picked'], () => {
      void this.#show()
    })
    desk.on(['model', 'pinned'], () => {
      pinned.show(desk.pinned)
      element('pinned-note').hidden = desk.pinned.length > 0
      button('unpin-all').hidden = desk.pinned.length === 0
    })
  }

  async #show(): Promise<void> {
    const { model, picked } = this.#desk
    for (const id of ['pin', 'copy-sample', 'save-picked', ...SLOTS.map((slot) => `put-${slot}`)]) {
      button(id).disabled = !picked
    }
    this.#showCode()
    if (picked?.code === null) button('copy-sample').disabled = true
    this.#nameCopy()
    if (!model || !picked) return
    try {
      // One that was drawn before comes at once, and goes before one that is still being drawn.
      const isWanted = () => this.#desk.picked === picked && this.#desk.model === model
      await showSample(model, picked, canvas('picked'), isWanted)
      if (!isWanted()) return
      const label = () => filled(words.play.thePicked, { code: picked.code ?? words.play.mixture })
      write(canvas('picked'), label, 'aria-label')
      canvas('picked').dataset['code'] = picked.code ?? ''
    } catch (thrown) {
      this.#hooks.onError(thrown)
    }
  }

  #showCode(): void {
    const { picked } = this.#desk
    input('code').value = picked ? (picked.code ?? words.play.mixtureHasNoText) : ''
  }

  /** The link to the picked sample; null where it has none. */
  get #link(): string | null {
    const code = this.#desk.picked?.code ?? null
    return code === null ? null : this.#hooks.link(code)
  }

  /** Says what the button copies. */
  #nameCopy(): void {
    const hasCode = (this.#desk.picked?.code ?? null) !== null
    const isAlone = hasCode && this.#link === null
    write(button('copy-sample'), () => (isAlone ? words.play.copyCode : words.play.copyLink))
    element('copy-note').hidden = !isAlone
  }

  async #copy(): Promise<void> {
    const field = input('code')
    const text = this.#link ?? field.value
    try {
      await navigator.clipboard.writeText(text)
      write(button('copy-sample'), () => words.frame.copied)
      setTimeout(() => {
        this.#nameCopy()
      }, 1500)
    } catch {
      // Without leave to write there is still the selection.
      field.value = text
      field.select()
    }
  }

  async #paste(): Promise<void> {
    const { model } = this.#desk
    const field = input('paste')
    if (!model || field.value.trim() === '') return
    try {
      this.#desk.pick(await model.read(field.value))
      field.setAttribute('aria-invalid', 'false')
    } catch (thrown) {
      const error = asError(thrown)
      if (error.name !== 'Superseded') field.setAttribute('aria-invalid', 'true')
      this.#hooks.onError(error)
    }
  }
}
