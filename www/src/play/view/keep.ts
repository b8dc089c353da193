import type { StudioWay } from '../../drawing/way'
import { saveFile } from '../../files/save'
import { button, canvas, element, input, select } from '../../view/elements'
import { numberIn } from '../../view/fields'
import { words } from '../../strings/page'
import { asError } from '../../engine/errors'
import type { Desk } from '../desk'
import { countOf } from '../tools/tool'
import type { Sample } from '../sample'
import type { SamplesView } from './samples'
import type { Stage } from './stage'

/** Other frames should not wait for long. */
const FRAMES_AT_A_TIME = 4
const FRAMES = { least: 2, most: 400, isWhole: true }

interface Parts {
  desk: Desk
  samples: SamplesView
  stage: Stage
  onError: (thrown: unknown) => void
}

/** Pictures, animations and latents as files. */
export class KeepView {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    const { samples, stage } = parts
    this.#onPress('save-picked', () => this.#png(canvas('picked'), 'sample'))
    this.#onPress('save-samples', () => this.#png(samples.canvas, 'samples'))
    this.#onPress('save-frame', () => this.#png(stage.canvas, stage.tool.id))
    this.#onPress('save-strip', () => this.#png(stage.stripCanvas, `${stage.tool.id}-strip`))
    this.#onPress('save-latents', () => this.#json())
    this.#onPress('save-gif', () => this.#gif())
    button('stop-gif').addEventListener('click', () => {
      parts.desk.model?.generator.stopGif()
    })
  }

  /** One at a time. Whether the button can be pressed at all is for others to say. */
  #onPress(id: string, work: () => Promise<void>): void {
    let isBusy = false
    button(id).addEventListener('click', () => {
      if (isBusy) return
      isBusy = true
      work()
        .catch(this.#parts.onError)
        .finally(() => {
          isBusy = false
        })
    })
  }

  async #png(from: HTMLCanvasElement, what: string): Promise<void> {
    const times = magnification()
    const large = document.createElement('canvas')
    large.width = from.width * times
    large.height = from.height * times
    const context = large.getContext('2d')
    if (!context) return
    context.imageSmoothingEnabled = false
    context.drawImage(from, 0, 0, large.width, large.height)
    const blob = await new Promise<Blob | null>((resolve) => {
      large.toBlob(resolve, 'image/png')
    })
    if (!blob) return
    saveFile(this.#name(what, 'png'), new Uint8Array(await blob.arrayBuffer()), 'image/png')
  }

  async #gif(): Promise<void> {
    const { desk, stage } = this.#parts
    const { model } = desk
    const names = { name: () => words.play.gifFrames, wrong: 'keep-wrong' }
    const count = numberIn(input('frames'), FRAMES, names)
    if (!model || count === null) return
    const bar = element('gif-progress', HTMLProgressElement)
    element('gif-under-way').hidden = false
    bar.removeAttribute('value')
    try {
      const { tool } = stage
      const [images, times] = [countOf(tool), stage.times(count)]
      const atATime = images === 1 ? FRAMES_AT_A_TIME : 1
      const parts: StudioWay[] = []
      for (let done = 0; done < count; done += atATime) {
        const way = await tool.way(times.slice(done, done + atATime))
        if (!way) return
        parts.push(way)
      }
      const options = { magnify: magnification(), delay: 5, columns: tool.columns, images }
      const onProgress = (done: number, all: number | null) => {
        bar.max = all ?? 1
        bar.value = done
      }
      const file = await model.generator.gif(parts, options, { onProgress })
      saveFile(this.#name(tool.id, 'gif'), file, 'image/gif')
    } catch (thrown) {
      if (asError(thrown).name !== 'Stopped') throw thrown
    } finally {
      element('gif-under-way').hidden = true
    }
  }

  /** The pinned samples, or without any those of the grid. */
  async #json(): Promise<void> {
    const { desk, samples } = this.#parts
    const { model } = desk
    if (!model) return
    const kept = desk.pinned.length > 0 ? desk.pinned : await samples.samples()
    const { name, latent } = model.header
    const list = { model: name, latent, samples: kept.map(described) }
    const text = new TextEncoder().encode(`${JSON.stringify(list, null, 1)}\n`)
    saveFile(this.#name('latents', 'json'), text, 'application/json')
  }

  #name(what: string, kind: string): string {
    const model = (this.#parts.desk.model?.header.name ?? 'model').replaceAll(/[^\w.-]+/g, '-')
    return `ganvas-${model}-${what}.${kind}`
  }
}

function magnification(): number {
  return Number(select('magnify').value)
}

function described({ code, latent, classes }: Sample) {
  const weights = classes.length > 0 ? { classes: [...classes] } : {}
  return { ...(code === null ? {} : { code }), ...weights, latent: [...latent] }
}
