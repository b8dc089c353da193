import type { Strings } from '../strings/strings'
import { classChoice, iconButton, showIcon } from './controls'
import type { WidgetMode } from './options'
import type { Scene } from './scenes/scene'

export interface PanelHooks {
  onToggle: () => void
  onFresh: () => void
  onLabel: (label: string | null) => void
}

/** What stands below the images: buttons of all modes, and the controls of the scene. */
export class Panel {
  readonly #box: HTMLElement
  readonly #strings: Strings
  readonly #play: HTMLButtonElement
  readonly #common: HTMLElement[]
  readonly #classes: HTMLSelectElement | null

  constructor(box: HTMLElement, strings: Strings, labels: readonly string[], hooks: PanelHooks) {
    this.#box = box
    this.#strings = strings
    this.#play = iconButton('play', strings.play, hooks.onToggle)
    const fresh = iconButton('fresh', strings.fresh, hooks.onFresh)
    const words = { name: strings.classOf, all: strings.everyClass }
    this.#classes = labels.length > 1 ? classChoice(words, labels, hooks.onLabel) : null
    this.#common = [this.#play, fresh, ...(this.#classes ? [this.#classes] : [])]
  }

  /** Shows the controls that are asked for, and those without which a scene is nothing. */
  arrange(scene: Scene, mode: WidgetMode, isAsked: boolean, label: number | null): void {
    const box = this.#box
    const common = isAsked ? this.#common : []
    const own = isAsked || scene.needsControls ? scene.controls : []
    if (this.#classes) this.#classes.value = label === null ? '' : String(label)
    // What stays keeps its place, and with it the focus.
    const wanted = [...common, ...own]
    for (const each of [...box.children]) {
      if (!wanted.includes(each as HTMLElement)) each.remove()
    }
    for (const [at, each] of wanted.entries()) {
      if (box.children[at] !== each) box.insertBefore(each, box.children[at] ?? null)
    }
    box.dataset['mode'] = mode
    box.hidden = wanted.length === 0
  }

  playing(playing: boolean): void {
    const name = playing ? 'pause' : 'play'
    showIcon(this.#play, name, this.#strings[name])
  }
}
