import { filled, type Strings } from '../strings/strings'
import { iconButton, make, showIcon } from './controls'
import { widgetStyle } from './style'

/** Images of no more pixels a side are shown as pixels, larger ones are smoothed. */
const PIXELATED = 40

export interface SurfaceHooks {
  /** Somebody wants it loaded, or to try again. */
  onWanted(): void
}

/** What is seen of a widget: poster and picture, what is under way, and what went wrong. */
export class Surface {
  readonly canvas = make('canvas', 'canvas')
  readonly controls = make('div', 'controls')
  readonly #root: ShadowRoot
  readonly #frame = make('div', 'frame')
  readonly #poster = make('div', 'poster')
  readonly #posterImage = document.createElement('img')
  readonly #load: HTMLButtonElement
  readonly #loading = make('div', 'loading')
  readonly #loadingText = document.createElement('p')
  readonly #progress = make('progress', 'progress')
  readonly #error = make('div', 'error')
  readonly #errorText = document.createElement('p')
  readonly #retry = make('button', 'retry button')
  readonly #status = make('p', 'status')
  #takesFocus = false

  constructor(host: HTMLElement, hooks: SurfaceHooks) {
    this.#root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    this.#root.adoptedStyleSheets = [widgetStyle()]
    const wanted = () => {
      this.#takesFocus = true
      hooks.onWanted()
    }
    this.#load = iconButton('play', '', wanted)
    this.#load.setAttribute('part', 'load')
    this.#retry.type = 'button'
    this.#retry.addEventListener('click', wanted)
    this.#status.className = 'unseen'
    this.#status.setAttribute('role', 'status')
    this.#posterImage.alt = ''
    this.canvas.tabIndex = 0
    // Events of what is inside are nobody else's; those of the element are its own.
    this.controls.addEventListener('input', (event) => {
      event.stopPropagation()
    })
    this.#poster.append(this.#posterImage, slot('poster'), slot(''))
    this.#loading.append(this.#loadingText, this.#progress)
    this.#error.append(this.#errorText, this.#retry)
    this.#frame.append(this.#poster, this.canvas, this.#load, this.#loading, this.#error)
    this.#root.replaceChildren(this.#frame, this.controls, slot('caption'), this.#status)
    this.showPoster('')
    this.clear()
  }

  /** As before anything was loaded. */
  clear(): void {
    for (const each of [this.canvas, this.controls, this.#load, this.#loading, this.#error]) {
      each.hidden = true
    }
    this.#poster.hidden = false
    this.controls.replaceChildren()
  }

  showPoster(address: string): void {
    this.#posterImage.hidden = address === ''
    if (address === '') this.#posterImage.removeAttribute('src')
    else this.#posterImage.src = address
  }

  /** Room for the picture before it is there: width over height. */
  reserve(ratio: number): void {
    this.#frame.style.setProperty('--own-ratio', String(ratio))
  }

  offer(strings: Strings, model: string): void {
    this.clear()
    showIcon(this.#load, 'play', filled(strings.load, { model }))
    this.#load.hidden = false
  }

  loading(strings: Strings, model: string): void {
    this.#load.hidden = true
    this.#error.hidden = true
    this.#loading.hidden = false
    this.#progress.removeAttribute('value')
    const text = filled(strings.loading, { model })
    this.#loadingText.textContent = text
    this.#progress.setAttribute('aria-label', text)
    this.say(text)
  }

  progress(strings: Strings, loaded: number, total: number | null): void {
    if (total === null) return
    this.#progress.max = total
    this.#progress.value = loaded
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)
    const values = { loaded: megabytes(loaded), total: megabytes(total) }
    this.#loadingText.textContent = filled(strings.loadingPart, values)
  }

  ready(strings: Strings, model: string): void {
    this.say(filled(strings.ready, { model }))
  }

  /** What is there already stays, the poster or the last picture. */
  fail(strings: Strings, sentence: string): void {
    this.#load.hidden = true
    this.#loading.hidden = true
    this.#errorText.textContent = sentence
    this.#retry.textContent = strings.retry
    this.#error.hidden = false
    this.say(sentence)
  }

  show(picture: ImageData, side: number): void {
    const { canvas } = this
    if (canvas.width !== picture.width || canvas.height !== picture.height) {
      canvas.width = picture.width
      canvas.height = picture.height
      this.reserve(picture.width / picture.height)
      const rendering = side <= PIXELATED ? 'pixelated' : 'auto'
      this.#frame.style.setProperty('--own-rendering', rendering)
    }
    canvas.getContext('2d')?.putImageData(picture, 0, 0)
    canvas.hidden = false
    this.#poster.hidden = true
    this.#loading.hidden = true
    this.#error.hidden = true
    // Whoever pressed what is gone now goes on with the picture.
    if (this.#takesFocus && document.activeElement === document.body) {
      canvas.focus({ preventScroll: true })
    }
    this.#takesFocus = false
  }

  /** To those who listen, when there is time. */
  say(sentence: string): void {
    this.#status.textContent = sentence
  }
}

function slot(name: string): HTMLSlotElement {
  const made = document.createElement('slot')
  if (name !== '') made.name = name
  return made
}
