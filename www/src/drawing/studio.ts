import type { Animation, DeviceGenerator, Grid } from '../../../pkg/ganvas_webgpu.js'
import type { Answering } from '../calls/messages'
import { joined, type Numbers } from '../shared/numbers'
import type {
  Coded,
  EngineProgram,
  GifOptions,
  Opening,
  Picture,
  ReadLatent,
  StudioCalls,
} from './calls'
import { type Drawn, type Engine, startEngine } from './program'
import { Service } from './service'
import type { Points, StudioWay } from './way'

/** A GIF that is under way. */
interface UnderWay {
  number: number
  animation: Animation
  options: GifOptions
  /** The engine's own generator: it takes only pictures that it has drawn itself. */
  generator: DeviceGenerator
}

/** What draws for the page and the package: it knows codes as well, and writes GIFs. */
export class Studio extends Service implements Answering<StudioCalls> {
  /** What the runtime has open, for the engine; a blob need not stay in memory. */
  #file: { name: string; blob: Blob } | null = null
  /** The same, once the engine has opened it for a GIF. */
  #generator: DeviceGenerator | null = null
  #gif: UnderWay | null = null
  #gifs = 0

  override async open(opening: Opening) {
    const { name, bytes, program } = opening
    const file = program.kind === 'runtime' ? { name, blob: new Blob([bytes]) } : null
    const opened = await super.open(opening)
    this.#file = file
    return opened
  }

  override close(): void {
    this.#forgetGif()
    this.#generator?.free()
    this.#generator = null
    this.#file = null
    super.close()
  }

  override points(way: StudioWay): Points {
    const { drawer } = this.opened.program
    switch (way.kind) {
      case 'truncated': {
        const latents = drawer.truncated(way.latents, way.truncation) as Numbers
        return { latents, classes: way.classes }
      }
      case 'stroll': {
        const start = way.latents.length === 0 ? undefined : way.latents
        const times = Float64Array.from(way.times)
        const latents = drawer.walk(way.seed, start, way.truncation, times) as Numbers
        return { latents, classes: repeated(way.classes, way.times.length) }
      }
      case 'neighbours': {
        const { side, radius, seed, classes } = way
        const latents = drawer.neighbours(way.latents, side, radius, seed) as Numbers
        return { latents, classes: repeated(classes, side * side) }
      }
      case 'arithmetic': {
        const { parts, classes } = way
        const latents = drawer.arithmetic(way.a, way.b, way.c) as Numbers
        const straight = { stops: 2, parts, spherical: true, closed: false }
        return super.points({ kind: 'path', ...straight, latents, classes })
      }
      default:
        return super.points(way)
    }
  }

  override draw(way: StudioWay, columns: number): Promise<Picture> {
    return super.draw({ kind: 'points', ...this.points(way) }, columns)
  }

  protected override drawn(points: Points, columns: number): Drawn {
    const { latents, classes, styles } = points
    if (!styles) return super.drawn(points, columns)
    const ownLayers = Uint32Array.from(styles.ownLayers)
    const { drawer } = this.opened.program
    return drawer.drawStyled(latents, classes, styles.others, ownLayers, columns)
  }

  writeLatent(latent: Numbers, label: number | null): string {
    return this.opened.program.drawer.writeLatent(latent, label)
  }

  readLatent(text: string): ReadLatent {
    const read = this.opened.program.drawer.readLatent(text)
    const answer = { latent: read.latent() as Numbers, label: read.label ?? null }
    read.free()
    return answer
  }

  coded(latents: Numbers, labels: readonly (number | null)[]): Coded {
    const { dimension } = this.opened.header.latent
    const codes = labels.map((label, at) =>
      this.writeLatent(latents.slice(at * dimension, (at + 1) * dimension), label),
    )
    return { codes, latents: joined(codes.map((code) => this.readLatent(code).latent)) }
  }

  async beginGif(program: EngineProgram, options: GifOptions): Promise<number> {
    this.#forgetGif()
    const engine = await startEngine(program)
    const generator = await this.#generatorOf(engine)
    const { width, height } = this.opened.header.image
    const { columns, images, magnify, delay } = options
    const rows = Math.ceil(images / columns)
    const animation = engine.Animation.create(width * columns, height * rows, magnify, delay)
    const number = ++this.#gifs
    this.#gif = { number, animation, options, generator }
    return number
  }

  async addToGif(gif: number, way: StudioWay): Promise<void> {
    const { animation, options, generator } = this.#underWay(gif)
    const { latents, classes } = this.points(way)
    // Several frames of one image each lie below each other.
    const isEach = options.images === 1
    const drawn: Grid = await generator.draw(latents, classes, isEach ? 1 : options.columns)
    try {
      if (isEach) animation.add(drawn)
      else animation.addPicture(drawn)
    } finally {
      drawn.free()
    }
  }

  finishGif(gif: number): Uint8Array<ArrayBuffer> {
    const { animation } = this.#underWay(gif)
    this.#gif = null
    // A copy already, of the engine's memory.
    return animation.finish() as Uint8Array<ArrayBuffer>
  }

  dropGif(gif: number): void {
    if (this.#gif?.number === gif) this.#forgetGif()
  }

  itsTurn(): void {
    // It answers once what was asked before is done: that is all there is to it.
  }

  #underWay(gif: number): UnderWay {
    if (this.#gif?.number === gif) return this.#gif
    throw new RangeError('This GIF is no longer under way.')
  }

  #forgetGif(): void {
    this.#gif?.animation.free()
    this.#gif = null
  }

  async #generatorOf(engine: Engine): Promise<DeviceGenerator> {
    // Without a file it is the engine that has it open.
    if (!this.#file) return this.opened.program.drawer as DeviceGenerator
    this.#generator ??= await openIn(engine, this.#file)
    return this.#generator
  }
}

async function openIn(
  engine: Engine,
  { name, blob }: { name: string; blob: Blob },
): Promise<DeviceGenerator> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const backend = await engine.Backend.open()
  try {
    return engine.DeviceGenerator.open(backend, name, bytes)
  } finally {
    backend.free()
  }
}

function repeated(numbers: Numbers, times: number): Numbers {
  return joined(Array.from({ length: times }, () => numbers))
}
