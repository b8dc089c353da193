import type { Picture } from '../drawing/calls'
import type { Points, Way } from '../drawing/way'
import { classWeights } from '../shared/classes'
import { joined } from '../shared/numbers'
import { imageData } from '../shared/picture'
import { filled, type Strings } from '../strings/strings'
import { Clock, wantsStillness } from './clock'
import { Failure } from './failure'
import { Handling } from './handling'
import type { Model } from './models'
import { isNothing, type Options, type WidgetMode } from './options'
import { Panel } from './panel'
import { grid } from './scenes/grid'
import { interpolation, roundTrip } from './scenes/interpolation'
import { plane } from './scenes/plane'
import type { Scene, Setting } from './scenes/scene'
import { sliders } from './scenes/sliders'
import type { Surface } from './surface'

const SCENES: Readonly<Record<WidgetMode, (setting: Setting) => Promise<Scene>>> = {
  grid,
  interpolate: interpolation,
  explore: plane,
  sliders,
}

export interface PlayerHooks {
  /** Other images are shown. */
  onChange: (points: Points) => void
  onError: (thrown: unknown) => void
  /** Other samples are wanted. */
  onFresh: () => void
  onLabel: (label: string | null) => void
}

/** A generator at play: draws what the options ask for, and is handled. */
export class Player {
  readonly model: Model
  readonly #surface: Surface
  readonly #hooks: PlayerHooks
  readonly #clock = new Clock(() => {
    this.#ticked()
  })
  readonly #handling: Handling
  readonly #panel: Panel
  readonly #strings: Strings
  #name = ''
  #options: Options | null = null
  /** The class of all images, or null for all in turn. */
  #label: number | null = null
  #scene: Scene | null = null
  #drawing: Promise<void> | null = null
  #isStale = false
  /** What is shown, and what it keeps while it is shown. */
  #what = ''
  #kept = new Map<string, unknown>()
  #over = false
  /** What the options ask for is not to be had. */
  #isRefused = false
  #isDrawn = false
  /** It moved until something failed, and goes on when it can. */
  #goesOn = false

  constructor(model: Model, surface: Surface, strings: Strings, hooks: PlayerHooks) {
    this.model = model
    this.#surface = surface
    this.#hooks = hooks
    this.#strings = strings
    this.#panel = new Panel(surface.controls, strings, model.header.labels ?? [], {
      onToggle: () => {
        this.toggle()
      },
      ...hooks,
    })
    this.#handling = new Handling(surface.canvas, {
      scene: () => this.#scene,
      toggle: () => {
        this.toggle()
      },
      fresh: hooks.onFresh,
    })
  }

  get playing(): boolean {
    return this.#clock.playing
  }

  set playing(playing: boolean) {
    this.#clock.playing = playing && !this.#isRefused && this.#scene?.moves === true
    this.#panel.playing(this.playing)
  }

  set seen(seen: boolean) {
    this.#clock.seen = seen
  }

  toggle(): void {
    this.playing = !this.playing
  }

  /** Plays as the options have it, unless nothing is to move by itself. */
  autoplay(): void {
    const wanted = this.#options?.autoplay === true && !wantsStillness()
    this.playing = wanted
    if (this.#isRefused) this.#goesOn = wanted
  }

  /** Shows what the options ask for; resolves when it is drawn, rejects when it cannot be. */
  async use(options: Options, name: string): Promise<void> {
    this.#options = options
    this.#name = name
    this.#isRefused = false
    try {
      await this.#use(options)
    } catch (thrown) {
      if (this.#options === options) {
        this.#halt()
        this.#isRefused = true
      }
      throw thrown
    }
    if (this.#over || this.#options !== options || !this.#isDrawn || !this.#goesOn) return
    this.#goesOn = false
    this.playing = true
  }

  async #use(options: Options): Promise<void> {
    this.#clock.speed = options.speed
    const label = this.#labelOf(options)
    this.#label = label
    const [model, clock, strings] = [this.model, this.#clock, this.#strings]
    const what = `${options.mode} ${options.seed}`
    if (this.#what !== what) {
      this.#what = what
      this.#kept = new Map()
      clock.time = 0
    }
    const setting: Setting = {
      model,
      options,
      strings,
      clock,
      label,
      kept: this.#kept,
      redraw: () => {
        this.#redraw()
      },
      takeInHand: () => {
        this.playing = false
      },
    }
    const scene = await SCENES[options.mode](setting)
    if (this.#over || this.#options !== options) return
    this.#scene = scene
    this.#arrange(scene, options)
    this.#redraw()
    await this.#drawing
  }

  /** Controls may come and go, and speed change, without another scene. */
  adjust(options: Options): void {
    this.#options = options
    this.#clock.speed = options.speed
    if (this.#scene) this.#arrange(this.#scene, options)
  }

  /** Nothing moves over what is told of a failure. */
  #halt(): void {
    this.#goesOn ||= this.playing
    this.playing = false
  }

  /** A part of the way from one latent to another. */
  between(a: Float32Array, b: Float32Array, part: number): Way {
    const { labels = [], latent } = this.model.header
    for (const each of [a, b]) {
      if (each.length !== latent.dimension) {
        throw new RangeError(
          `A latent of this generator has ${latent.dimension} numbers; found ${each.length}.`,
        )
      }
      if (!each.every(Number.isFinite)) throw new RangeError('A latent has finite numbers only.')
    }
    if (!Number.isFinite(part)) throw new RangeError(`Part ${part} of the way is no number.`)
    const classes = classWeights(labels.length, 2, () => this.#label ?? 0)
    const latents = joined([a, b])
    // The first half of the round trip.
    return roundTrip({ latents, classes }, 2, Math.min(Math.max(part, 0), 1) / 2)
  }

  /** Shows points that the caller chose. */
  async display(way: Way): Promise<void> {
    this.playing = false
    await this.#drawing
    await this.#draw(way)
  }

  end(): void {
    this.#over = true
    this.#clock.playing = false
    this.#handling.end()
  }

  #labelOf({ label }: Options): number | null {
    if (label === null) return null
    const labels = this.model.header.labels ?? []
    const byName = labels.findIndex((each) => each.toLowerCase() === label.toLowerCase())
    const index = byName >= 0 ? byName : /^\d+$/.test(label) ? Number(label) : -1
    if (index in labels) return index
    if (isNothing(label)) return null
    throw new Failure('OptionError', 'noClass', { label, names: labels.join(', ') || '–' })
  }

  #arrange(scene: Scene, options: Options): void {
    const { mode, controls, rows, columns } = options
    this.#panel.arrange(scene, mode, controls, this.#label)
    this.#handling.use(mode, controls)
    const values = { model: this.#name, count: rows * columns }
    this.#surface.canvas.setAttribute('aria-label', filled(this.#strings[scene.name], values))
    this.#panel.playing(this.playing)
  }

  #ticked(): void {
    this.#scene?.onTime?.(this.#clock.time)
    // What cannot be drawn in time is left out.
    if (!this.#drawing) this.#redraw()
  }

  #redraw(): void {
    this.#isStale = true
    this.#drawing ??= this.#drawAll().finally(() => {
      this.#drawing = null
    })
  }

  async #drawAll(): Promise<void> {
    while (this.#isStale && this.#scene && !this.#over) {
      this.#isStale = false
      await this.#draw(this.#scene.way(this.#clock.time))
    }
  }

  async #draw(way: Way): Promise<void> {
    const columns = way.kind === 'points' ? this.#columnsFor(way) : (this.#options?.columns ?? 1)
    let picture: Picture
    try {
      picture = await this.model.draw(way, columns)
    } catch (thrown) {
      if (this.#over) return
      this.#isDrawn = false
      this.#halt()
      this.#hooks.onError(thrown)
      return
    }
    // What was under way when another choice was refused would hide the reason.
    if (this.#over || this.#isRefused) return
    this.#isDrawn = true
    const { latents, classes } = picture
    this.#surface.show(imageData(picture), this.model.header.image.height)
    this.#hooks.onChange({ latents, classes })
  }

  /** Fewer images than columns stand in one row. */
  #columnsFor({ latents }: Points): number {
    const count = latents.length / this.model.header.latent.dimension
    return Math.min(this.#options?.columns ?? 1, count)
  }
}
