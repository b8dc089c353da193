import './look.css'
import type { MapLayer, Picked, Saliency } from '../engine/types'
import { drawOn, type Grid, imageData } from '../shared/picture'
import type { EyesStrings } from '../strings/eyes'
import { onLanguage } from '../strings/page'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { percent } from '../view/numbers'
import { showSmoothly } from '../view/smooth'
import { write } from '../view/write'
import { moved, overlay } from './heat'
import { score } from './score'

/** How far an image is moved along the gradient at first, of its range. */
const STEP = 0.25

/** The image that is picked: where the discriminator looks, what it wants changed, and its maps. */
export class Look {
  readonly root = make('section')
  readonly #texts: EyesStrings
  readonly #title = make('p')
  readonly #views: HTMLElement
  readonly #image: Picture
  readonly #heat: Picture
  readonly #moved: Picture
  readonly #step = make('input')
  readonly #layers = make('select')
  readonly #layer = make('label')
  readonly #maps = make('canvas')
  readonly #mapsHelp = make('p')
  #known: MapLayer[] = []
  #saliency: Saliency | null = null

  /** `onLayer` hears that another layer's maps are wanted. */
  constructor(texts: EyesStrings, onLayer: () => void) {
    this.#texts = texts
    this.root.className = 'eyes-look'
    this.#image = new Picture('eyes-image', () => texts.image)
    this.#heat = new Picture('eyes-heat', () => texts.looksAt)
    this.#moved = new Picture('eyes-moved', () => texts.wants)
    this.#views = make('div')
    this.#views.className = 'eyes-pictures'
    this.#views.append(this.#image.root, this.#heat.root, this.#moved.root)
    this.#moved.root.append(this.#slider())
    this.#title.className = 'eyes-picked'
    this.#layer.append(
      make('span', () => texts.mapsOf),
      this.#layers,
    )
    this.#layers.addEventListener('change', onLayer)
    this.#maps.id = 'eyes-maps'
    this.#maps.setAttribute('role', 'img')
    this.#mapsHelp.className = 'help'
    const help = make('p', () => texts.lookHelp)
    help.className = 'help'
    this.root.append(
      make('h3', () => texts.look),
      this.#title,
      this.#views,
      help,
    )
    this.root.append(this.#layer, this.#maps, this.#mapsHelp)
    this.clear()
  }

  /** Nothing is picked. */
  clear(): void {
    this.#saliency = null
    write(this.#title, () => this.#texts.pickOne)
    this.#show(false)
  }

  /** The layers that have maps. */
  layers(layers: MapLayer[]): void {
    const before = this.layer
    this.#known = layers
    const options = layers.map(({ layer, kind, channels, height, width }) => {
      const name = `${layer} ${kind} · ${channels} × ${height}×${width}`
      const option = make('option', name)
      option.value = String(layer)
      option.translate = false
      return option
    })
    this.#layers.replaceChildren(...options)
    const kept = layers.some(({ layer }) => layer === before?.layer)
    if (before && kept) this.#layers.value = String(before.layer)
  }

  /** The layer whose maps are wanted, if there is one that has some. */
  get layer(): MapLayer | undefined {
    return this.#known.find(({ layer }) => String(layer) === this.#layers.value)
  }

  show({ isReal, index }: Picked, saliency: Saliency): void {
    this.#saliency = saliency
    const text = isReal ? 'pickedReal' : 'pickedGenerated'
    write(this.#title, () =>
      filled(this.#texts[text], { number: index + 1, verdict: score(saliency.verdict) }),
    )
    this.#show(true)
    this.#image.draw(saliency.image)
    this.#heat.draw(overlay(saliency))
    this.#drawMoved()
  }

  maps(grid: Grid): void {
    const own = this.layer
    if (!own) return
    drawApart(this.#maps, grid)
    const { channels, height, width } = own
    const shown = Math.min(channels, grid.columns * grid.rows)
    const text = shown < channels ? 'someMaps' : 'allMaps'
    const sentence = () => filled(this.#texts[text], { shown, channels, height, width })
    write(this.#mapsHelp, sentence)
    write(this.#maps, sentence, 'aria-label')
  }

  #show(isPicked: boolean): void {
    this.#views.hidden = !isPicked
    for (const part of [this.#layer, this.#maps, this.#mapsHelp]) {
      part.hidden = !isPicked || this.#known.length === 0
    }
  }

  #slider(): HTMLElement {
    const slider = this.#step
    Object.assign(slider, { type: 'range', min: '0', max: '1', step: '0.05', value: String(STEP) })
    const label = make('label')
    label.append(
      make('span', () => this.#texts.step),
      slider,
    )
    const say = () => {
      const share = percent(Number(slider.value))
      slider.setAttribute('aria-valuetext', filled(this.#texts.stepOf, { share }))
    }
    slider.addEventListener('input', () => {
      say()
      this.#drawMoved()
    })
    onLanguage(say)
    say()
    return label
  }

  #drawMoved(): void {
    if (this.#saliency) this.#moved.draw(moved(this.#saliency, Number(this.#step.value)))
  }
}

/** A grid whose images stand a pixel apart: their edges would not be seen. */
function drawApart(canvas: HTMLCanvasElement, grid: Grid): void {
  const { columns, rows, width, height } = grid
  canvas.width = columns * (width + 1) - 1
  canvas.height = rows * (height + 1) - 1
  const [context, picture] = [canvas.getContext('2d'), imageData(grid)]
  for (let at = 0; at < columns * rows; at += 1) {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    context?.putImageData(picture, column, row, column * width, row * height, width, height)
  }
}

/** An image with its title. */
class Picture {
  readonly root = make('figure')
  readonly #canvas = make('canvas')

  constructor(id: string, title: () => string) {
    this.#canvas.id = id
    this.#canvas.setAttribute('role', 'img')
    write(this.#canvas, title, 'aria-label')
    this.root.append(make('figcaption', title), this.#canvas)
  }

  draw(grid: Grid): void {
    drawOn(this.#canvas, grid)
    showSmoothly(this.#canvas, grid)
  }
}
