import type { WidgetMode } from './options'
import type { Scene } from './scenes/scene'

export interface HandlingHooks {
  scene(): Scene | null
  toggle(): void
  fresh(): void
}

/** A press of an arrow key, as a part of the picture; with Shift it is a small one. */
const STEP = 0.1
const SMALL_STEP = 0.02

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The picture in the reader's hands: by pointer and by keys. */
export class Handling {
  mode: WidgetMode | null = null
  readonly #canvas: HTMLCanvasElement
  readonly #hooks: HandlingHooks
  readonly #stop = new AbortController()
  #dragged: { pointer: number; x: number; y: number } | null = null

  constructor(canvas: HTMLCanvasElement, hooks: HandlingHooks) {
    this.#canvas = canvas
    this.#hooks = hooks
    const { signal } = this.#stop
    canvas.addEventListener('keydown', this.#key, { signal })
    canvas.addEventListener('click', this.#click, { signal })
    canvas.addEventListener('pointerdown', this.#down, { signal })
    canvas.addEventListener('pointermove', this.#move, { signal })
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      canvas.addEventListener(end, this.#up, { signal })
    }
  }

  /** Without controls the picture itself is what one works with. */
  use(mode: WidgetMode, hasControls: boolean): void {
    this.mode = mode
    const { dataset } = this.#canvas
    delete dataset['drag']
    delete dataset['press']
    if (mode === 'explore') dataset['drag'] = ''
    else if (mode !== 'sliders') dataset['press'] = ''
    const isWorkedWith = mode === 'explore' || !hasControls
    this.#canvas.setAttribute('role', isWorkedWith ? 'application' : 'img')
    const keys =
      mode === 'explore' ? 'Space Enter ArrowLeft ArrowRight ArrowUp ArrowDown' : 'Space Enter'
    this.#canvas.setAttribute('aria-keyshortcuts', keys)
  }

  end(): void {
    this.#stop.abort()
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const scene = this.#hooks.scene()
    const arrow = ARROWS[event.key]
    if (event.key === ' ') {
      if (!event.repeat) this.#hooks.toggle()
    } else if (event.key === 'Enter') {
      if (!event.repeat) this.#hooks.fresh()
    } else if (arrow && scene?.onStep) {
      const step = event.shiftKey ? SMALL_STEP : STEP
      scene.onStep(arrow[0] * step, arrow[1] * step)
    } else return
    event.preventDefault()
  }

  readonly #click = (): void => {
    if (this.mode === 'grid') this.#hooks.fresh()
    else if (this.mode === 'interpolate') this.#hooks.toggle()
  }

  readonly #down = (event: PointerEvent): void => {
    if (!this.#hooks.scene()?.onDrag || event.button !== 0) return
    this.#canvas.setPointerCapture(event.pointerId)
    this.#dragged = { pointer: event.pointerId, x: event.clientX, y: event.clientY }
  }

  readonly #move = (event: PointerEvent): void => {
    if (this.#dragged?.pointer !== event.pointerId) return
    const { x, y } = this.#dragged
    const { width, height } = this.#canvas.getBoundingClientRect()
    const size = Math.max(1, Math.min(width, height))
    const [right, down] = [(event.clientX - x) / size, (event.clientY - y) / size]
    this.#dragged = { pointer: event.pointerId, x: event.clientX, y: event.clientY }
    this.#hooks.scene()?.onDrag?.(right, down)
  }

  readonly #up = (event: PointerEvent): void => {
    if (this.#dragged?.pointer === event.pointerId) this.#dragged = null
  }
}
