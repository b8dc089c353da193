import type { Numbers } from '../shared/numbers'
import { stringsFor } from '../strings/language'
import { placeOf } from './address'
import { onStillness } from './clock'
import { tell } from './events'
import { isAbort, sentenceOf } from './failure'
import { OPTION_NAMES, type OptionName, type Options, readOptions } from './options'
import { Player } from './player'
import { GeneratorProperties } from './properties'
import { type Hold, hold } from './models'
import { Sight } from './sight'
import { Surface } from './surface'

/** Where a widget stands. */
export type WidgetState = 'idle' | 'loading' | 'ready' | 'failed'

const RELOADED: readonly OptionName[] = ['model', 'base', 'backend']
const REDRAWN: readonly OptionName[] = ['mode', 'seed', 'rows', 'columns', 'truncation', 'label']
const ADJUSTED: readonly OptionName[] = ['controls', 'speed', 'autoplay']

/** `<ganvas-generator>`: images of a trained generator, to be played with. */
export class GanvasGenerator extends GeneratorProperties {
  static readonly observedAttributes: readonly string[] = OPTION_NAMES

  #surface: Surface | null = null
  #sight: Sight | null = null
  #forgetStillness: () => void = () => undefined
  #hold: Hold | null = null
  #player: Player | null = null
  #loaded: Promise<void> | null = null
  /** The loading that counts. */
  #attempt: symbol | null = null
  #state: WidgetState = 'idle'
  /** Whether it is known that what is open has loaded. */
  #isTold = false
  #seen = false
  readonly #changed = new Set<OptionName>()
  /** Never rejected: whatever an attribute asks for, the next may ask for something better. */
  #applied: Promise<void> = Promise.resolve()
  /** Why there is no picture. */
  #why: Error | null = null
  #latents: Numbers = new Float32Array()

  /** Where it stands: `idle` until it is wanted, then `loading`, `ready` or `failed`. */
  get state(): WidgetState {
    return this.#state
  }

  connectedCallback(): void {
    // One that was only moved goes on.
    if (this.#sight) return
    for (const name of OPTION_NAMES) this.#upgrade(name)
    this.#surface ??= new Surface(this, {
      onWanted: () => {
        void this.#load()
      },
    })
    this.#sight = new Sight(
      this,
      () => {
        if (this.#state === 'idle' && this.loading === 'lazy') void this.#load()
      },
      (seen) => {
        this.#seen = seen
        if (this.#player) this.#player.seen = seen
      },
    )
    this.#forgetStillness = onStillness(() => this.#player?.autoplay())
    this.#prepare()
  }

  disconnectedCallback(): void {
    setTimeout(() => {
      if (!this.isConnected) this.#leave()
    })
  }

  attributeChangedCallback(name: OptionName, before: string | null, after: string | null): void {
    if (before === after || !this.#sight) return
    this.#changed.add(name)
    if (this.#changed.size === 1) {
      this.#applied = this.#applied.then(() => this.#apply())
    }
  }

  /** Draws other images, those of `seed`; resolves with their latents, one after another. */
  async sample(seed: number = this.seed + 1): Promise<Float32Array> {
    this.seed = seed
    await this.#ready()
    await this.#applied
    this.#check()
    return this.#latents.slice()
  }

  /**
   * Shows what lies at part `t` (0 to 1) of the way from latent `a` to latent `b`; resolves with
   * the latent.
   */
  async interpolate(a: Float32Array, b: Float32Array, t: number): Promise<Float32Array> {
    const player = await this.#ready()
    await player.display(player.between(a, b, t))
    return this.#latents.slice()
  }

  /** The picture that is shown, in the generator's own pixels; `type` as of an image file. */
  async toBlob(type = 'image/png', quality?: number): Promise<Blob> {
    await this.#ready()
    const canvas = this.#surface?.canvas
    return await new Promise((resolve, reject) => {
      canvas?.toBlob(
        (blob) => {
          if (blob) resolve(blob)
          else reject(new DOMException('There is no picture.', 'InvalidStateError'))
        },
        type,
        quality,
      )
    })
  }

  /** Lets go of everything and shows the poster, until it is wanted again. */
  dispose(): void {
    this.#player?.end()
    this.#player = null
    this.#hold?.release()
    this.#hold = null
    this.#loaded = null
    this.#attempt = null
    this.#state = 'idle'
    this.#why = null
    this.#surface?.clear()
  }

  #leave(): void {
    this.dispose()
    this.#sight?.end()
    this.#sight = null
    this.#forgetStillness()
  }

  /** As it stands before anything is fetched. */
  #prepare(): void {
    const { poster, columns, rows, loading } = readOptions(this)
    this.#surface?.showPoster(poster)
    if (this.#player) return
    this.#surface?.reserve(columns / rows)
    if (this.#state !== 'idle') return
    if (loading === 'interaction') {
      this.#surface?.offer(stringsFor(this), this.#name)
      return
    }
    this.#surface?.clear()
    if (loading === 'lazy' && this.#sight?.isNear !== true) return
    // After the scripts that are still to say where files lie.
    setTimeout(() => {
      const isWanted = this.#state === 'idle' && this.isConnected && this.loading !== 'interaction'
      if (isWanted) void this.#load()
    })
  }

  async #apply(): Promise<void> {
    const changed = new Set(this.#changed)
    this.#changed.clear()
    try {
      await this.#change(changed)
    } catch (thrown) {
      this.#failed(thrown)
    }
  }

  async #change(changed: ReadonlySet<OptionName>): Promise<void> {
    const isAmong = (names: readonly OptionName[]) => names.some((name) => changed.has(name))
    this.#prepare()
    const player = this.#player
    const isGone = player?.model.isGone === true && isAmong(REDRAWN)
    if (isGone || (isAmong(RELOADED) && this.#state !== 'idle')) await this.#load(true)
    else if (player) {
      if (isAmong(REDRAWN)) await this.#show(player)
      else if (isAmong(ADJUSTED)) player.adjust(readOptions(this))
      if (changed.has('autoplay')) player.autoplay()
    } else if (isAmong(REDRAWN) && this.#state === 'failed') await this.#load()
  }

  async #ready(): Promise<Player> {
    if (!this.isConnected) {
      throw new DOMException('The widget is in no document.', 'InvalidStateError')
    }
    if (this.#state !== 'ready') await this.#load()
    this.#check()
    if (this.#player) return this.#player
    throw new DOMException('The widget has been disposed of.', 'InvalidStateError')
  }

  #check(): void {
    if (this.#why) throw this.#why
  }

  /** Loads once; `anew` in place of what is loaded or being loaded. */
  #load(anew = false): Promise<void> {
    if (this.#loaded && !anew && this.#state !== 'failed') return this.#loaded
    const attempt = Symbol('attempt')
    this.#attempt = attempt
    this.#loaded = this.#open(() => this.#attempt === attempt)
    return this.#loaded
  }

  async #open(isWanted: () => boolean): Promise<void> {
    this.#state = 'loading'
    this.#why = null
    this.#isTold = false
    const before = this.#hold
    const surface = this.#surface
    this.#player?.end()
    this.#player = null
    const strings = stringsFor(this)
    try {
      const { backend, model, base } = readOptions(this)
      const place = placeOf(model, base)
      surface?.loading(strings, this.#name)
      const held = hold({ ...place, backend }, (loaded, total) => {
        if (!isWanted()) return
        surface?.progress(strings, loaded, total)
        tell(this, 'progress', { loaded, total })
      })
      this.#hold = held
      before?.release()
      const opened = await held.model
      if (!isWanted() || !surface) return
      const player = new Player(opened, surface, strings, {
        onChange: ({ latents, classes }) => {
          this.#latents = latents
          // What failed before may be drawn otherwise by hand.
          if (this.#isTold && this.#state === 'failed') this.#recovered()
          const { dimension } = opened.header.latent
          tell(this, 'change', { latent: latents.slice(0, dimension), latents, classes })
        },
        onError: (thrown) => {
          this.#failed(thrown)
        },
        onFresh: () => {
          this.seed += 1
        },
        onLabel: (label) => {
          this.label = label
        },
      })
      player.seen = this.#seen
      this.#player = player
      await this.#show(player)
    } catch (thrown) {
      if (this.#hold === before) {
        before?.release()
        this.#hold = null
      }
      if (isWanted()) this.#failed(thrown)
    }
  }

  /** Has what the attributes say drawn. */
  async #show(player: Player): Promise<void> {
    const isFirst = !this.#isTold
    this.#why = null
    this.#state = isFirst ? 'loading' : 'ready'
    try {
      await player.use(readOptions(this), this.#name)
    } catch (thrown) {
      if (this.#player === player) this.#failed(thrown)
      return
    }
    // A drawing that failed has been told already.
    if (this.#player !== player || (this.#state as WidgetState) === 'failed') return
    this.#state = 'ready'
    if (!isFirst) return
    this.#isTold = true
    this.#surface?.ready(stringsFor(this), this.#name)
    player.autoplay()
    tell(this, 'load', {})
  }

  #failed(thrown: unknown): void {
    if (isAbort(thrown)) return
    this.#state = 'failed'
    const strings = stringsFor(this)
    const detail = sentenceOf(thrown, strings)
    this.#why = Object.assign(new Error(detail.message), { name: detail.name })
    this.#surface?.fail(strings, detail.message)
    tell(this, 'error', detail)
  }

  #recovered(): void {
    this.#state = 'ready'
    this.#why = null
  }

  /** What the generator is called where people read it. */
  get #name(): string {
    const title = this.title || this.getAttribute('aria-label')
    if (title) return title
    try {
      const { model, base } = readOptions(this)
      return placeOf(model, base).name
    } catch {
      return this.model
    }
  }

  /** A property that was set before the element was defined hides its accessor. */
  #upgrade(name: OptionName): void {
    if (!Object.hasOwn(this, name)) return
    const given = this as Partial<Record<OptionName, Options[OptionName]>>
    const value = given[name]
    Reflect.deleteProperty(this, name)
    Reflect.set(this, name, value)
  }
}
