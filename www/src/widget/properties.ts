import {
  type OptionName,
  type Options,
  readOptions,
  type WidgetBackend,
  type WidgetLoading,
  type WidgetMode,
} from './options'

/** Where a page is made on a server there are no elements: the class can be named all the same. */
const AnyElement: typeof HTMLElement =
  typeof HTMLElement === 'undefined' ? (Object as unknown as typeof HTMLElement) : HTMLElement

/**
 * The attributes of the element as properties: each reads and writes its attribute. Null and undefined
 * take it away.
 */
export class GeneratorProperties extends AnyElement {
  /** The generator: the name of one that ships, as `anime-64`, or the address of its file. */
  get model(): string {
    return this.#read.model
  }
  set model(model: string | null | undefined) {
    this.#write('model', model)
  }

  /** A folder with generators, in which `model` is looked for by its name. */
  get base(): string {
    return this.#read.base
  }
  set base(base: string | null | undefined) {
    this.#write('base', base)
  }

  /** What is shown: `grid` (default), `interpolate`, `explore` or `sliders`. */
  get mode(): WidgetMode {
    return this.#read.mode
  }
  set mode(mode: WidgetMode | null | undefined) {
    this.#write('mode', mode)
  }

  /** From which the images are drawn, a whole number; 1 by default. New images raise it. */
  get seed(): number {
    return this.#read.seed
  }
  set seed(seed: number | null | undefined) {
    this.#write('seed', seed)
  }

  /** Images down, up to 16; 3 for `grid`, else 1. */
  get rows(): number {
    return this.#read.rows
  }
  set rows(rows: number | null | undefined) {
    this.#write('rows', rows)
  }

  /** Images across, up to 16; 3 for `grid`, else 1. */
  get columns(): number {
    return this.#read.columns
  }
  set columns(columns: number | null | undefined) {
    this.#write('columns', columns)
  }

  /** Whether it moves by itself; not where the reader wants less motion. */
  get autoplay(): boolean {
    return this.#read.autoplay
  }
  set autoplay(autoplay: boolean | null | undefined) {
    this.#toggle('autoplay', autoplay)
  }

  /** How fast it moves; 1 by default. */
  get speed(): number {
    return this.#read.speed
  }
  set speed(speed: number | null | undefined) {
    this.#write('speed', speed)
  }

  /** How far from the mean latents are, from 0 to 2; 1, as they are drawn, by default. */
  get truncation(): number {
    return this.#read.truncation
  }
  set truncation(truncation: number | null | undefined) {
    this.#write('truncation', truncation)
  }

  /** The class of all images, by name or number; null, the default, is all classes in turn. */
  get label(): string | null {
    return this.#read.label
  }
  set label(label: string | number | null | undefined) {
    this.#write('label', label)
  }

  /** What draws: `auto` (default), `cpu` or `webgpu`. */
  get backend(): WidgetBackend {
    return this.#read.backend
  }
  set backend(backend: WidgetBackend | null | undefined) {
    this.#write('backend', backend)
  }

  /** When it loads: `lazy` (default, near the screen), `eager` or `interaction`. */
  get loading(): WidgetLoading {
    return this.#read.loading
  }
  set loading(loading: WidgetLoading | null | undefined) {
    this.#write('loading', loading)
  }

  /** Address of an image that stands in until it has loaded; or put an `<img>` inside. */
  get poster(): string {
    return this.#read.poster
  }
  set poster(poster: string | null | undefined) {
    this.#write('poster', poster)
  }

  /** Whether there are controls below the images. */
  get controls(): boolean {
    return this.#read.controls
  }
  set controls(controls: boolean | null | undefined) {
    this.#toggle('controls', controls)
  }

  get #read(): Options {
    return readOptions(this)
  }

  #write(name: OptionName, value: string | number | null | undefined): void {
    if (value === null || value === undefined) this.removeAttribute(name)
    else this.setAttribute(name, String(value))
  }

  /** With undefined the browser would turn the attribute over. */
  #toggle(name: OptionName, value: boolean | null | undefined): void {
    this.toggleAttribute(name, Boolean(value))
  }
}
