import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { NamedError } from '../engine/errors'
import { OPTION_NAMES } from '../widget/options'
import type { GanvasGenerator } from '../widget/index'

/** The widget as it will be: the script that posts load, and the element that it defines. */
export class Preview {
  readonly #box: HTMLElement
  readonly #sizes: ResizeObserver
  /** What is done with the widget itself, as another class, belongs into the snippet, too. */
  readonly #changes: MutationObserver
  #widget: GanvasGenerator | null = null
  #address: string | null = null

  /** `onChange` hears when the widget's attributes or size are others. */
  constructor(box: HTMLElement, onChange: () => void) {
    this.#box = box
    this.#sizes = new ResizeObserver(onChange)
    this.#changes = new MutationObserver(onChange)
  }

  /** Opens a generator by its address, or its file. */
  async open(
    from: string | Blob,
    title: string,
    attributes: ReadonlyMap<string, string>,
    width: number,
  ): Promise<void> {
    await defineWidget()
    const widget = document.createElement('ganvas-generator')
    const before = this.#address
    if (typeof from !== 'string') this.#address = URL.createObjectURL(from)
    else this.#address = null
    widget.model = typeof from === 'string' ? from : (this.#address ?? '')
    widget.setAttribute('aria-label', title)
    this.#close()
    if (before !== null) URL.revokeObjectURL(before)
    this.#widget = widget
    this.set(attributes, width)
    this.#sizes.observe(widget)
    this.#changes.observe(widget, { attributes: true, attributeFilter: [...OPTION_NAMES] })
    this.#box.replaceChildren(widget)
  }

  /** What is not named stays as the widget itself has it. */
  set(attributes: ReadonlyMap<string, string>, width: number): void {
    const widget = this.#widget
    if (!widget) return
    if (width > 0) widget.style.width = `${width}px`
    for (const name of OPTION_NAMES) {
      const value = attributes.get(name)
      if (value !== undefined) {
        if (widget.getAttribute(name) !== value) widget.setAttribute(name, value)
      } else if (name !== 'model' && name !== 'label') widget.removeAttribute(name)
    }
  }

  /** What it is called for those who do not see it. */
  set title(title: string) {
    this.#widget?.setAttribute('aria-label', title)
  }

  get attributes(): Map<string, string> {
    const widget = this.#widget
    const given = OPTION_NAMES.map((name) => [name, widget?.getAttribute(name) ?? null] as const)
    return new Map(given.filter((each): each is [(typeof each)[0], string] => each[1] !== null))
  }

  get size(): { width: number; height: number } {
    const { width = 0, height = 0 } = this.#widget?.getBoundingClientRect() ?? {}
    return { width: Math.round(width), height: Math.round(height) }
  }

  async picture(): Promise<Blob> {
    if (this.#widget) return await this.#widget.toBlob()
    throw new NamedError('NotReady', words.embed.noPicture)
  }

  close(): void {
    this.#close()
    if (this.#address !== null) URL.revokeObjectURL(this.#address)
    this.#address = null
  }

  #close(): void {
    this.#sizes.disconnect()
    this.#changes.disconnect()
    this.#widget?.remove()
    this.#widget = null
  }
}

/** From the very script that a post names. */
async function defineWidget(): Promise<void> {
  const script = new URL('widget.js', document.baseURI).href
  try {
    await import(/* @vite-ignore */ script)
  } catch {
    throw new NamedError('DownloadError', filled(words.embed.noWidget, { address: script }))
  }
}
