import './tour.css'
import { filled } from '../strings/strings'
import { STOPS, type TourStrings, tourStrings } from '../strings/tour'
import { make } from '../view/elements'
import type { Text } from '../strings/text'
import { write } from '../view/write'
import type { Guide } from './guide'
import { LatentFigure } from './latent'
import { TOUR } from './stops'

/** Opens the tour at a stop, counted from 1. */
export async function openTour(guide: Guide, stop: number): Promise<Tour> {
  const tour = new Tour(guide, await tourStrings())
  tour.show(stop)
  return tour
}

/** A card that leads through the page in eight stops; all of the page can be used meanwhile. */
export class Tour {
  readonly #guide: Guide
  readonly #texts: TourStrings
  readonly #root = make('section')
  readonly #title = make('h2')
  readonly #text = make('p')
  readonly #keeps = make('p')
  readonly #acts = make('div')
  readonly #progress = make('p')
  readonly #back: HTMLButtonElement
  readonly #next: HTMLButtonElement
  readonly #copy: HTMLButtonElement
  readonly #latent: LatentFigure
  #stop = 1
  #marked: HTMLElement | null = null

  constructor(guide: Guide, texts: TourStrings) {
    this.#guide = guide
    this.#texts = texts
    this.#latent = new LatentFigure(texts, guide.play.desk)
    guide.play.desk.on(['picked'], () => {
      if (this.#isAt('noise')) void this.#latent.show()
    })
    this.#back = pressed(
      'tour-back',
      () => texts.back,
      () => {
        this.show(this.#stop - 1)
      },
    )
    this.#next = pressed(
      'tour-next',
      () => texts.next,
      () => {
        if (this.#stop === STOPS.length) this.close()
        else this.show(this.#stop + 1)
      },
    )
    this.#copy = pressed(
      'tour-copy',
      () => texts.copy,
      () => void this.#copyLink(),
    )
    this.#build()
  }

  /** Goes to a stop, counted from 1. */
  show(number: number): void {
    this.#stop = Math.min(Math.max(number, 1), STOPS.length)
    const name = STOPS[this.#stop - 1] ?? STOPS[0]
    const stop = TOUR[name]
    this.#root.dataset['stop'] = name
    write(this.#title, () => this.#texts.stops[name].title)
    write(this.#text, () => this.#texts.stops[name].text)
    this.#keeps.hidden = stop.startsAnew !== true
    const progress = { stop: this.#stop, count: STOPS.length }
    write(this.#progress, () => filled(this.#texts.progress, progress))
    this.#latent.root.hidden = name !== 'noise'
    this.#back.disabled = this.#stop === 1
    const isLast = this.#stop === STOPS.length
    write(this.#next, () => (isLast ? this.#texts.end : this.#texts.next))
    write(this.#copy, () => this.#texts.copy)
    this.#acts.replaceChildren(
      ...stop.acts.map((one) =>
        pressed(
          `tour-${one.name}`,
          () => this.#texts[one.name],
          () => void one.act(this.#guide),
        ),
      ),
    )
    this.#guide.go(stop.mode)
    this.#guide.onStop(this.#stop)
    stop.arrive?.(this.#guide)
    if (name === 'noise') void this.#latent.show()
    this.#mark(stop.at)
    this.#title.focus({ preventScroll: true })
  }

  close(): void {
    this.#marked?.classList.remove('toured')
    this.#marked = null
    this.#root.remove()
    this.#guide.onStop(null)
  }

  /** Puts the card onto the page, if it is not there. */
  #build(): void {
    const root = this.#root
    root.id = 'tour'
    write(root, () => this.#texts.tour, 'aria-label')
    this.#title.tabIndex = -1
    this.#text.setAttribute('aria-live', 'polite')
    write(this.#keeps, () => this.#texts.keeps)
    this.#keeps.className = 'help'
    this.#acts.className = 'tour-acts'
    this.#progress.className = 'help'
    const end = pressed('tour-end', '×', () => {
      this.close()
    })
    write(end, () => this.#texts.end, 'aria-label')
    const [head, foot] = [make('header'), make('footer')]
    head.append(this.#title, end)
    foot.append(this.#back, this.#progress, this.#next)
    this.#next.className = 'primary'
    this.#copy.className = 'plain'
    root.append(head, this.#text, this.#latent.root, this.#acts, this.#keeps, foot, this.#copy)
    root.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close()
    })
    document.body.append(root)
  }

  #isAt(name: (typeof STOPS)[number]): boolean {
    return this.#root.isConnected && STOPS[this.#stop - 1] === name
  }

  #mark(id: string): void {
    this.#marked?.classList.remove('toured')
    const found = document.getElementById(id)
    this.#marked = found?.closest<HTMLElement>('.panel, figure') ?? found
    this.#marked?.classList.add('toured')
    this.#marked?.scrollIntoView({ block: 'nearest' })
  }

  async #copyLink(): Promise<void> {
    const link = new URL(location.pathname, location.href)
    link.searchParams.set('tour', String(this.#stop))
    try {
      await navigator.clipboard.writeText(link.href)
      write(this.#copy, () => this.#texts.copied)
    } catch {
      // Without leave to write there is still the address.
    }
  }
}

function pressed(id: string, text: Text, act: () => void): HTMLButtonElement {
  const made = make('button', text)
  made.type = 'button'
  made.id = id
  made.addEventListener('click', act)
  return made
}
