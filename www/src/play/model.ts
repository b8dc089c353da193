import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { Picture } from '../drawing/calls'
import type { Header } from '../drawing/header'
import type { StudioWay } from '../drawing/way'
import { NamedError } from '../engine/errors'
import type { OpenGenerator } from '../generators/generator'
import type { BackendInfo } from '../shared/backend'
import { classWeights } from '../shared/classes'
import { joined, type Numbers } from '../shared/numbers'
import type { Grid } from '../shared/picture'
import { labelOf, oneHot, type Point, pointsOf, type Sample } from './sample'

/** A generator that is open, and its samples. */
export class Model {
  readonly generator: OpenGenerator
  readonly #pictures = new WeakMap<Sample, Promise<Grid>>()

  constructor(generator: OpenGenerator) {
    this.generator = generator
  }

  get header(): Header {
    return this.generator.header
  }

  get backend(): BackendInfo {
    return this.generator.backend
  }

  get labels(): readonly string[] {
    return this.header.labels ?? []
  }

  /** Of as many points: all of one class, or with null the classes in turn. */
  classes(count: number, label: number | null, first = 0): Numbers {
    const kinds = this.labels.length
    return classWeights(kinds, count, (at) => label ?? (first + at) % kinds)
  }

  /** Sample number `index` of a seed; `latent` is its latent, if that is at hand. */
  async drawn(
    seed: number,
    index: number,
    label: number | null,
    latent?: Numbers,
  ): Promise<Sample> {
    const classes = this.classes(1, label, index)
    const taken = labelOf(classes)
    const code = `${seed}.${index}${taken === null ? '' : `:${taken}`}`
    if (latent) return { latent, classes, code }
    const way = { kind: 'samples', seed, first: index, count: 1, truncation: 1, classes } as const
    return { latent: (await this.generator.points(way)).latents, classes, code }
  }

  /** Any points as samples: rounded, so that the text of each gives the very same image. */
  async samples(points: readonly Point[]): Promise<Sample[]> {
    // A mixture of classes has no text.
    const isMixed = ({ classes }: Point) => classes.length > 0 && labelOf(classes) === null
    const pure = points.filter((point) => !isMixed(point))
    const latents = joined(pure.map(({ latent }) => latent))
    const labels = pure.map(({ classes }) => labelOf(classes))
    const coded = await this.generator.calls.coded(latents, labels)
    const { dimension } = this.header.latent
    return points.map((point) => {
      const at = pure.indexOf(point)
      if (at < 0) return { ...point, code: null }
      const label = labels[at] ?? null
      return {
        latent: coded.latents.slice(at * dimension, (at + 1) * dimension),
        classes: label === null ? point.classes : oneHot(this.header, label),
        code: coded.codes[at] ?? null,
      }
    })
  }

  /** The sample that a text stands for. */
  async read(text: string): Promise<Sample> {
    const { latent, label } = await this.generator.calls.readLatent(text)
    const kinds = this.labels.length
    if (kinds === 0) return { latent, classes: new Float32Array(), code: text.trim() }
    if (label !== null && label >= kinds) {
      throw new NamedError(
        'RecipeError',
        filled(words.notices.unknownClass, { label, last: kinds - 1 }),
      )
    }
    const code = label === null ? `${text.trim()}:0` : text.trim()
    return { latent, classes: oneHot(this.header, label ?? 0), code }
  }

  draw(way: StudioWay, columns: number): Promise<Picture> {
    return this.generator.draw(way, columns)
  }

  /** The picture of a sample, drawn once. */
  picture(sample: Sample): Promise<Grid> {
    const known = this.#pictures.get(sample)
    if (known) return known
    const picture = this.draw({ kind: 'points', ...pointsOf([sample]) }, 1)
    this.#pictures.set(sample, picture)
    // What has failed may be drawn the next time.
    picture.catch(() => this.#pictures.delete(sample))
    return picture
  }
}
