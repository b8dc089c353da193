import { filled } from '../../strings/strings'
import { wholeNumber } from '../../view/numbers'
import { canvasOf, type Frame, unpacked } from '../frame'

/** A film shows at most so many frames, so many a second, and the last one for so long. */
const MOST = 96
export const FRAMES_PER_SECOND = 12
export const LAST_SECONDS = 2
/** Pixels of the longer side that pictures are enlarged towards, in whole multiples. */
const SIDE = 512
/** Pixels of the line beneath. */
const LINE = 28

/** The frames of a film: of too many equally many are left out in between. */
export function spread(frames: readonly Frame[]): Frame[] {
  if (frames.length <= MOST) return [...frames]
  const step = (frames.length - 1) / (MOST - 1)
  return Array.from({ length: MOST }, (_, at) => frames[Math.round(at * step)]).filter(
    (frame) => frame !== undefined,
  )
}

/** Draws the frames of a film on one canvas, each with its step beneath. */
export class Painter {
  readonly canvas = document.createElement('canvas')
  readonly #context: CanvasRenderingContext2D
  readonly #caption: string
  readonly #side: number

  /** All frames take the size that suits the last. */
  constructor(frames: readonly Frame[], caption: string) {
    const { columns = 1, rows = 1, width = 1, height = 1 } = frames.at(-1) ?? {}
    const times = Math.max(1, Math.floor(SIDE / Math.max(columns * width, rows * height)))
    // Videos have sides of even numbers.
    this.canvas.width = even(columns * width * times)
    this.#side = even(rows * height * times)
    this.canvas.height = this.#side + LINE
    const context = this.canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('The browser gives no canvas to draw on.')
    this.#context = context
    this.#caption = caption
  }

  async draw(frame: Frame): Promise<void> {
    const { grid } = await unpacked(frame)
    const [context, { width }] = [this.#context, this.canvas]
    context.fillStyle = '#000'
    context.fillRect(0, 0, width, this.canvas.height)
    context.imageSmoothingEnabled = false
    context.drawImage(canvasOf(grid), 0, 0, width, this.#side)
    context.fillStyle = '#fff'
    context.font = `600 16px system-ui, sans-serif`
    context.textBaseline = 'middle'
    const caption = filled(this.#caption, { step: wholeNumber(frame.step) })
    context.fillText(caption, 8, this.#side + LINE / 2)
  }

  /** What is on the canvas. */
  get pixels(): ImageData {
    return this.#context.getImageData(0, 0, this.canvas.width, this.canvas.height)
  }
}

const even = (side: number) => side + (side % 2)
