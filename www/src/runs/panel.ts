import './runs.css'
import { Shelf } from '../past/shelf'
import type { Frame } from '../past/frame'
import type { RunsTexts } from '../strings/runs'
import { trainings } from '../training/storage'
import { element, make } from '../view/elements'
import { Palette } from '../view/palette'
import { Curves } from './curves'
import { Grids } from './grids'
import type { RunsHooks } from './hooks'
import { Picker } from './picker'
import { type By, type Run, runOf } from './run'
import { Table } from './table'
import { TrialForm } from './trial-form'
import { write } from '../view/write'

/** While it is open, it looks this often for what the training there is has come to. */
const EVERY = 1000

/** Runs beside each other: their curves, their samples, and in what their recipes differ. */
export class Panel {
  readonly #hooks: RunsHooks
  readonly #texts: RunsTexts
  readonly #section = element('runs')
  readonly #palette = new Palette()
  readonly #picker: Picker
  readonly #curves: Curves
  readonly #grids: Grids
  readonly #table: Table
  readonly #form: TrialForm
  readonly #compared = make('div')
  readonly #note = make('p')
  readonly #close = make('button')
  #by: By = 'steps'
  /** The samples of saved runs, once they were read. */
  readonly #frames = new Map<string, readonly Frame[]>()
  #timer: ReturnType<typeof setInterval> | undefined
  /** What was shown last of the training there is. */
  #shown = ''
  #opener: HTMLElement | null = null

  constructor(texts: RunsTexts, hooks: RunsHooks) {
    this.#texts = texts
    this.#hooks = hooks
    this.#picker = new Picker(texts, () => void this.#draw())
    this.#curves = new Curves(texts, this.#palette)
    this.#grids = new Grids(texts)
    this.#table = new Table(texts)
    this.#form = new TrialForm(texts, {
      ...hooks,
      onTried: (ids) => void this.#compare(ids),
    })
    this.#build()
    new MutationObserver(() => {
      this.#recolour()
    }).observe(document.documentElement, { attributeFilter: ['data-theme'] })
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.#recolour()
    })
  }

  /** Shows it, with the newest runs ticked if none are. */
  async open(opener: HTMLElement): Promise<void> {
    this.#opener = opener
    this.#section.hidden = false
    this.#form.propose()
    await this.#list()
    if (this.#picker.picked.length === 0) this.#picker.pick(this.#ids.slice(0, 2))
    await this.#draw()
    this.#timer ??= setInterval(() => void this.#look(), EVERY)
    this.#section.scrollIntoView({ block: 'nearest' })
    this.#close.focus({ preventScroll: true })
  }

  /** Other runs are saved now. */
  async changed(): Promise<void> {
    if (this.#section.hidden) return
    await this.#list()
    await this.#draw()
  }

  #shut(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#section.hidden = true
    this.#frames.clear()
    this.#opener?.focus()
  }

  #ids: readonly string[] = []

  #build(): void {
    const heading = make('h2', () => this.#texts.title)
    heading.id = 'runs-title'
    this.#section.setAttribute('aria-labelledby', heading.id)
    this.#close.type = 'button'
    write(this.#close, () => this.#texts.close)
    this.#close.id = 'runs-close'
    this.#close.addEventListener('click', () => {
      this.#shut()
    })
    const head = make('div')
    head.className = 'runs-head'
    head.append(heading, this.#close)
    write(this.#note, () => this.#texts.tickTwo)
    this.#note.className = 'help'
    this.#compared.append(this.#axes(), this.#curves.box, this.#grids.box, this.#table.box)
    this.#section.append(head, this.#picker.box, this.#note, this.#compared, this.#form.box)
  }

  #axes(): HTMLElement {
    const { by, steps, seconds, secondsHelp } = this.#texts
    const box = make('fieldset')
    box.className = 'runs-by'
    const help = make('p', secondsHelp)
    help.className = 'help'
    const choices = [['steps', steps] as const, ['seconds', seconds] as const].map(
      ([value, text]) => {
        const [label, radio] = [make('label'), make('input')]
        Object.assign(radio, { type: 'radio', name: 'runs-by', value, checked: value === this.#by })
        radio.addEventListener('change', () => {
          this.#by = value
          help.hidden = value === 'steps'
          void this.#draw()
        })
        label.append(radio, make('span', text))
        return label
      },
    )
    help.hidden = true
    box.append(make('legend', by), ...choices, help)
    return box
  }

  /** Ticks these runs, once they are in the list. */
  async #compare(ids: readonly string[]): Promise<void> {
    // What was saved last may have been read before its last samples were.
    for (const id of ids) this.#frames.delete(id)
    await this.#list()
    this.#picker.pick(ids)
    await this.#draw()
  }

  /** All runs, the one that the page trains first, as it is now. */
  async #list(): Promise<void> {
    const saved = await trainings().catch(() => [])
    const here = this.#hooks.current()
    const others = saved.filter(({ id, step }) => step > 0 && id !== here?.id).map(runOf)
    const runs = [...(here && here.step > 0 ? [here] : []), ...others]
    this.#ids = runs.map(({ id }) => id)
    this.#picker.show(runs)
    this.#shown = shownOf(here)
  }

  /** Where the training there is has gone on, so do its curves. */
  async #look(): Promise<void> {
    this.#form.took()
    if (shownOf(this.#hooks.current()) === this.#shown) return
    await this.#list()
    await this.#draw()
  }

  async #draw(): Promise<void> {
    const { picked } = this.#picker
    const isEnough = picked.length >= 2
    this.#note.hidden = isEnough
    this.#compared.hidden = !isEnough
    if (!isEnough) return
    await this.#read(picked.map(({ run }) => run))
    const { picked: runs } = this.#picker
    const drawn = { runs, by: this.#by }
    this.#curves.draw(drawn)
    this.#grids.draw(drawn, (id) => this.#framesOf(id))
    this.#table.show(runs)
  }

  #framesOf(id: string): readonly Frame[] {
    const isHere = this.#hooks.current()?.id === id
    return isHere ? this.#hooks.frames() : (this.#frames.get(id) ?? [])
  }

  async #read(runs: readonly Run[]): Promise<void> {
    const { storage } = this.#hooks
    const missing = runs.filter(({ id, isHere }) => !isHere && !this.#frames.has(id))
    await Promise.all(
      missing.map(async ({ id }) => {
        const found = await new Shelf(storage, id).read(id).catch(() => null)
        this.#frames.set(
          id,
          [...(found?.frames ?? [])].sort((one, two) => one.step - two.step),
        )
      }),
    )
  }

  #recolour(): void {
    this.#palette.forget()
    this.#curves.recolour()
  }
}

const shownOf = (run: Run | null) => (run ? `${run.id} ${run.step} ${run.name}` : '')
