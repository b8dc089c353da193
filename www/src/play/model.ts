import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { ModelEngine, ModelHeader, ModelInfo, Numbers, Points } from '../engine/model'
import { NamedError } from '../engine/errors'
import { OpenedModel } from '../engine/opened'
import type { Grid } from '../engine/types'
import { classWeights } from '../shared/classes'
import { labelOf, oneHot, pointsOf, type Sample } from './sample'

/** A generator that is open, and its samples. */
export class Model {
  readonly engine: OpenedModel
  readonly info: ModelInfo
  readonly #pictures = new WeakMap<Sample, Promise<Grid>>()

  constructor(engine: ModelEngine, info: ModelInfo) {
    this.engine = new OpenedModel(engine, info.key)
    this.info = info
  }

  /** Another one has come in its place. */
  close(): void {
    this.engine.close()
  }

  get header(): ModelHeader {
    return this.info.header
  }

  get labels(): readonly string[] {
    return this.header.labels ?? []
  }

  /** Of as many points: all of one class, or with null the classes in turn. */
  classes(count: number, label: number | null): Numbers {
    const kinds = this.labels.length
    return classWeights(kinds, count, (at) => label ?? at % kinds)
  }

  /** Sample number `index` of a seed. */
  async drawn(seed: number, index: number, label: number | null): Promise<Sample> {
    const { dimension } = this.header.latent
    const latents = await this.engine.latents(index + 1, seed)
    const kinds = this.labels.length
    const taken = kinds === 0 ? null : (label ?? index % kinds)
    return {
      latent: latents.slice(index * dimension),
      classes: taken === null ? new Float32Array() : oneHot(this.header, taken),
      code: `${seed}.${index}${taken === null ? '' : `:${taken}`}`,
    }
  }

  /** Any point as a sample: rounded, so that its text gives the very same image. */
  async sample(point: { latent: Numbers; classes: Numbers }): Promise<Sample> {
    const label = labelOf(point.classes)
    if (point.classes.length > 0 && label === null) return { ...point, code: null }
    const code = await this.engine.writeCode(point.latent, label)
    const { latent } = await this.engine.readCode(code)
    return { latent, classes: label === null ? point.classes : oneHot(this.header, label), code }
  }

  /** The sample that a text stands for. */
  async read(text: string): Promise<Sample> {
    const { latent, label } = await this.engine.readCode(text)
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

  draw(points: Points, columns: number): Promise<Grid> {
    return this.engine.draw(points, columns)
  }

  /** The picture of a sample, drawn once. */
  picture(sample: Sample): Promise<Grid> {
    const known = this.#pictures.get(sample)
    if (known) return known
    const picture = this.draw(pointsOf([sample]), 1)
    this.#pictures.set(sample, picture)
    // What has failed may be drawn the next time.
    picture.catch(() => this.#pictures.delete(sample))
    return picture
  }
}
