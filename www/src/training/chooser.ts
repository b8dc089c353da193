import { asError, NamedError } from '../engine/errors'
import type { DataInfo, DataShape, Recipe } from '../engine/types'
import type { Found } from '../files/folder'
import { sortIdxFiles } from '../files/idx'
import { imageSource, wantedFor } from './image-source'
import { describesModel } from '../files/description'
import { sortFiles, type Sorted } from '../files/sort'
import { SHAPES } from '../settings/data-shapes'
import { fits } from '../settings/recipes'
import type { DataOptions } from '../settings/data-options'
import { defaults, type Settings } from '../settings/settings'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { Text } from '../strings/text'
import { arraySource, builtIn, cifarSource, isEmnist, type OwnFiles, type Source } from './sources'

/** Files that can be trained on. */
type Trainable = Extract<Sorted, { kind: 'images' | 'idx' | 'numpy' | 'table' | 'cifar' }>

export interface ChooserHooks {
  /** Takes a data set; false when it could not be had. */
  use(source: Source): Promise<boolean>
  choice(): Settings['data'] | undefined
  /** The recipe as it will be trained; null while the engine is loading. */
  recipe(): Recipe | null
  options(): DataOptions
  /** Whether the data set at hand has another number of images than is wanted. */
  isOtherwiseLimited(): boolean
  onRecipe(file: File): Promise<void>
  /** A `.safetensors` file: a checkpoint or a generator. */
  onWeights(file: File): Promise<void>
  /** A run that was exported. */
  onRun(file: File): Promise<void>
  /** What another program wrote of a generator. */
  onForeign(files: File[]): Promise<void>
  /** What was chosen is for the training. */
  onTraining(): void
  onError(error: Error): void
  onNotice(sentence: Text): void
}

/** Which data set is trained on: the one chosen, as long as the recipe can learn from it. */
export class DataChooser {
  readonly #hooks: ChooserHooks
  #files: Source | null = null
  #taking = 0
  #info: DataInfo | null = null

  constructor(hooks: ChooserHooks) {
    this.#hooks = hooks
  }

  /** The shape of the data set that is chosen; null while it is not known. */
  get shape(): DataShape | null {
    const choice = this.#hooks.choice()
    return choice === undefined || choice === 'files' ? this.#info : SHAPES[choice]
  }

  /** What the engine said of its data set; null before there is one. */
  get info(): DataInfo | null {
    return this.#info
  }

  loaded(info: DataInfo): void {
    this.#info = info
  }

  choose(choice: Settings['data']): void {
    const files = choice === 'files' ? this.#files : null
    void this.#hooks.use(files ?? builtIn(choice === 'files' ? 'mnist' : choice))
  }

  /** Goes over to the data set that a recipe is meant for, if it cannot learn from the chosen one. */
  suit(recipe: Recipe): void {
    const shape = this.shape
    if (this.#taking > 0 || !shape) return
    const isResized = this.#hooks.choice() === 'files' && this.#files?.files?.kind === 'images'
    const { channels, height, width } = recipe.image
    const offered = isResized ? { ...shape, channels, height, width } : shape
    if (!fits(recipe, offered)) this.choose(defaults(recipe).data)
  }

  /** Reads the images again if they are wanted otherwise now. */
  reread(): void {
    // Not while new files are on their way: they would be given up for the old.
    const choice = this.#hooks.choice()
    if (this.#taking > 0 || choice === undefined) return
    const isStale = choice === 'files' && this.#files?.isStale?.() === true
    if (isStale || this.#hooks.isOtherwiseLimited()) this.choose(choice)
  }

  async take(found: Promise<Found[]>): Promise<void> {
    this.#taking += 1
    try {
      let sorted = sortFiles(await found)
      if (sorted.kind === 'recipe' && (await describesModel(sorted.file)))
        sorted = { kind: 'foreign', files: [sorted.file] }
      const isForTraining = sorted.kind !== 'weights' && sorted.kind !== 'foreign'
      if (isForTraining) this.#hooks.onTraining()
      if (sorted.kind === 'recipe') await this.#hooks.onRecipe(sorted.file)
      else if (sorted.kind === 'weights') await this.#hooks.onWeights(sorted.file)
      else if (sorted.kind === 'run') await this.#hooks.onRun(sorted.file)
      else if (sorted.kind === 'foreign') await this.#hooks.onForeign(sorted.files)
      else {
        await this.again(await this.#sourceOf(sorted))
      }
    } catch (thrown) {
      this.#hooks.onError(asError(thrown))
    }
    this.#taking -= 1
    this.reread()
  }

  /** Takes files, or takes them again. */
  async again(files: Source): Promise<void> {
    if (await this.#hooks.use(files)) this.#files = files
  }

  /** The files chosen last, if any were. */
  get files(): Source | null {
    return this.#files
  }

  /** The source of files that were kept; they are the ones chosen from here on. */
  restore(kept: OwnFiles): Source {
    this.#files = this.#kept(kept)
    return this.#files
  }

  #kept(kept: OwnFiles): Source {
    if (!('files' in kept)) return arraySource(kept, this.#swapped)
    return kept.kind === 'cifar' ? cifarSource(kept.files) : this.#images(kept.files, [])
  }

  readonly #swapped = () => this.#hooks.options().swapped

  async #sourceOf(sorted: Trainable): Promise<Source> {
    if (sorted.kind === 'images') return this.#images(sorted.files, sorted.unused)
    if (sorted.kind === 'idx') return await this.#idx(sorted.files)
    if (sorted.kind === 'cifar') {
      const [first] = sorted.files
      if (first) this.#tellUnused(first.file, sorted.unused)
      return cifarSource(sorted.files)
    }
    this.#tellUnused(sorted.images, sorted.unused)
    return arraySource(sorted, this.#swapped)
  }

  #images(files: Found[], unused: Found[]): Source {
    const others = unused.map(({ path }) => path)
    return imageSource(files, others, () => {
      const recipe = this.#hooks.recipe()
      if (recipe) return wantedFor(recipe, this.#hooks.options())
      throw new NamedError('NotReady', words.notices.imagesTooEarly)
    })
  }

  async #idx(files: File[]): Promise<Source> {
    const { images, labels, unused } = await sortIdxFiles(files)
    this.#tellUnused(images, unused)
    if (isEmnist(images.name)) this.#hooks.onNotice(() => words.notices.swappedBack)
    return arraySource({ kind: 'idx', images, labels }, this.#swapped)
  }

  #tellUnused(used: File, unused: File[]): void {
    if (unused.length === 0) return
    const names = unused.map(({ name }) => name).join(', ')
    this.#hooks.onNotice(() => filled(words.notices.idxUnused, { used: used.name, names }))
  }
}
