import type { RunsTexts } from '../strings/runs'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { duration, wholeNumber } from '../view/numbers'
import { digits } from '../view/quality'
import type { Drawn } from './curves'
import { LOOKS, swatch } from './looks'
import { differences } from './differences'
import { bestOf, recipeOf, type Run } from './run'
import { write } from '../view/write'

/** Rows of differing fields; networks that share little would fill a page. */
const MOST_ROWS = 40
const NOTHING = '–'

/** What the runs are, and in what their recipes differ. */
export class Table {
  readonly box = make('div')
  readonly #texts: RunsTexts

  readonly #table = make('table')
  readonly #notes = make('div')

  constructor(texts: RunsTexts) {
    this.#texts = texts
    // A wide table is scrolled by itself, with the keyboard as well.
    const scroller = make('div')
    scroller.className = 'runs-table'
    scroller.tabIndex = 0
    scroller.setAttribute('role', 'region')
    write(scroller, () => texts.differences, 'aria-label')
    scroller.append(this.#table)
    this.box.append(
      make('h3', () => texts.differences),
      scroller,
      this.#notes,
    )
  }

  show(picked: Drawn['runs']): void {
    const runs = picked.map(({ run }) => run)
    const head = make('tr')
    const names = picked.map(({ run, look }) => {
      const name = heading(run.name, 'col')
      const known = LOOKS[look]
      if (known) name.prepend(swatch(known))
      return name
    })
    head.append(heading(this.#texts.field, 'col'), ...names)
    const [top, body] = [make('thead'), make('tbody')]
    top.append(head)
    body.append(...this.#facts(runs).map(row))
    const notes = this.#recipes(runs, body)
    this.#table.replaceChildren(top, body)
    this.#notes.replaceChildren(...notes.map((note) => make('p', note)))
  }

  #facts(runs: readonly Run[]): [string, string[]][] {
    const { data, seed, stepCount, time, best, bestAt } = this.#texts
    const of = (say: (run: Run) => string) => runs.map(say)
    return [
      [data, of((run) => run.data.what)],
      [seed, of((run) => String(run.settings.seed))],
      [stepCount, of((run) => wholeNumber(run.step))],
      [time, of(({ course }) => (course ? duration(course.milliseconds) : NOTHING))],
      [
        best,
        of((run) => {
          const found = bestOf(run)
          if (!found) return NOTHING
          const values = { distance: digits(found.distance), step: wholeNumber(found.step) }
          return filled(bestAt, values)
        }),
      ],
    ]
  }

  /** Puts the differing fields below, and says what else there is to say of the recipes. */
  #recipes(runs: readonly Run[], body: HTMLElement): string[] {
    const { unknown, same, more } = this.#texts
    const recipes = runs.map(recipeOf)
    const known = recipes.filter((recipe) => recipe !== null)
    if (known.length < runs.length) {
      const names = runs.filter((_, at) => recipes[at] === null)
      return names.map(({ name }) => filled(unknown, { name }))
    }
    const found = differences(known)
    const rows = found.slice(0, MOST_ROWS).map(({ path, values }) => {
      const made = row([path, values.map((value) => value ?? NOTHING)])
      made.translate = false
      return made
    })
    body.append(...rows)
    if (found.length === 0) return [same]
    return found.length > MOST_ROWS ? [filled(more, { count: found.length - MOST_ROWS })] : []
  }
}

function row([name, values]: [string, string[]]): HTMLElement {
  const made = make('tr')
  made.append(heading(name, 'row'), ...values.map((value) => make('td', value)))
  return made
}

function heading(text: string, scope: 'col' | 'row'): HTMLElement {
  const made = make('th', text)
  made.scope = scope
  return made
}
