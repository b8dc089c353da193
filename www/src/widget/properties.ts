import {
  type OptionName,
  type Options,
  readOptions,
  type WidgetBackend,
  type WidgetLoading,
  type WidgetMode,
} from './options'

/** The attributes of the element as properties: each reads and writes its attribute. */
export class GeneratorProperties extends HTMLElement {
  /** The generator: the name of one that ships, as `anime-64`, or the address of its file. */
  get model(): string {
    return readOptions(this).model
  }
  set model(model: string) {
    this.#write('model', model)
  }

  /** A folder with generators, in which `model` is looked for by its name. */
  get base(): string {
    return this.getAttribute('base') ?? ''
  }
  set base(base: string) {
    this.#write('base', base)
  }

  /** What is shown: `grid` (default), `interpolate`, `explore` or `sliders`. */
  get mode(): WidgetMode {
    return this.#read.mode
  }
  set mode(mode: WidgetMode) {
    this.#write('mode', mode)
  }

  /** From which the images are drawn, a whole number; 1 by default. New images raise it. */
  get seed(): number {
    return this.#read.seed
  }
  set seed(seed: number) {
    this.#write('seed', seed)
  }

  /** Images down, up to 16; 3 for `grid`, else 1. */
  get rows(): number {
    return this.#read.rows
  }
  set rows(rows: number) {
    this.#write('rows', rows)
  }

  /** Images across, up to 16; 3 for `grid`, else 1. */
  get columns(): number {
    return this.#read.columns
  }
  set columns(columns: number) {
    this.#write('columns', columns)
  }

  /** Whether it moves by itself; not where the reader wants less motion. */
  get autoplay(): boolean {
    return this.#read.autoplay
  }
  set autoplay(autoplay: boolean) {
    this.toggleAttribute('autoplay', autoplay)
  }

  /** How fast it moves; 1 by default. */
  get speed(): number {
    return this.#read.speed
  }
  set speed(speed: number) {
    this.#write('speed', speed)
  }

  /** How far from the mean latents are, from 0 to 2; 1, as they are drawn, by default. */
  get truncation(): number {
    return this.#read.truncation
  }
  set truncation(truncation: number) {
    this.#write('truncation', truncation)
  }

  /** The class of all images, by name or number; null, the default, is all classes in turn. */
  get label(): string | null {
    return this.#read.label
  }
  set label(label: string | number | null) {
    this.#write('label', label)
  }

  /** What draws: `auto` (default), `cpu` or `webgpu`. */
  get backend(): WidgetBackend {
    return this.#read.backend
  }
  set backend(backend: WidgetBackend) {
    this.#write('backend', backend)
  }

  /** When it loads: `lazy` (default, near the screen), `eager` or `interaction`. */
  get loading(): WidgetLoading {
    return this.#read.loading
  }
  set loading(loading: WidgetLoading) {
    this.#write('loading', loading)
  }

  /** Address of an image that stands in until it has loaded; or put an `<img>` inside. */
  get poster(): string {
    return this.getAttribute('poster') ?? ''
  }
  set poster(poster: string) {
    this.#write('poster', poster)
  }

  /** Whether there are controls below the images. */
  get controls(): boolean {
    return this.#read.controls
  }
  set controls(controls: boolean) {
    this.toggleAttribute('controls', controls)
  }

  get #read(): Options {
    return readOptions(this)
  }

  #write(name: OptionName, value: string | number | null): void {
    if (value === null) this.removeAttribute(name)
    else this.setAttribute(name, String(value))
  }
}
