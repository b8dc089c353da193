import { presets } from '../recipes/presets'
import { baseRecipe } from '../settings/recipes'
import { inRange, RANGES, rangeSentence, type Range } from '../settings/settings'
import type { RunsTexts } from '../strings/runs'
import { filled } from '../strings/strings'
import { stepsUntilReadable } from '../training/readable'
import { make } from '../view/elements'
import { complain } from '../view/fields'
import { rate as written, wholeNumber } from '../view/numbers'
import { digits } from '../view/quality'
import type { RunsHooks } from './hooks'
import { ranked } from './ranking'
import { type Outcome, type Stage, Trial } from './trial'
import { write } from '../view/write'

const STEPS: Range = { least: 1, most: 1_000_000, whole: true }
const RATES = RANGES.generatorRate
/** Where nobody has counted how many steps a recipe takes. */
const USUAL_STEPS = 500
/** The rates that are proposed, as multiples of the recipe's own. */
const PROPOSED = [1 / 3, 1, 3]

interface FormHooks extends RunsHooks {
  /** Runs of a trial are there to be compared. */
  onTried(ids: readonly string[]): void
}

/** Three learning rates are tried one after another. */
export class TrialForm {
  readonly box = make('section')
  readonly #texts: RunsTexts
  readonly #hooks: FormHooks
  readonly #rates: HTMLInputElement[]
  readonly #steps: HTMLInputElement
  readonly #begin = make('button')
  readonly #stop = make('button')
  readonly #said = make('p')
  readonly #progress = make('progress')
  readonly #result = make('div')
  #trial: Trial | null = null
  #stage: Stage | null = null
  /** The recipe and the data that the proposal is for. */
  #proposedFor = ''

  constructor(texts: RunsTexts, hooks: FormHooks) {
    this.#texts = texts
    this.#hooks = hooks
    const heading = make('h3', () => texts.trial)
    heading.id = 'trial-title'
    this.box.setAttribute('aria-labelledby', heading.id)
    const fields = make('div')
    fields.className = 'runs-fields'
    const field = (id: string, text: () => string): HTMLInputElement => {
      const [label, input, wrong] = [make('label', text), make('input'), make('span')]
      Object.assign(input, { id, inputMode: 'decimal', autocomplete: 'off' })
      wrong.id = `${id}-wrong`
      wrong.className = 'wrong'
      label.htmlFor = id
      const box = make('div')
      box.append(label, input, wrong)
      fields.append(box)
      return input
    }
    this.#rates = PROPOSED.map((_, at) =>
      field(`trial-rate-${at + 1}`, () => filled(texts.rate, { number: at + 1 })),
    )
    this.#steps = field('trial-steps', () => texts.stepsEach)
    this.#begin.type = this.#stop.type = 'button'
    write(this.#begin, () => texts.begin)
    this.#begin.id = 'trial-begin'
    this.#begin.addEventListener('click', () => void this.#try())
    write(this.#stop, () => texts.stop)
    this.#stop.id = 'trial-stop'
    this.#stop.addEventListener('click', () => this.#trial?.stop())
    this.#said.setAttribute('role', 'status')
    this.#said.id = 'trial-said'
    this.#progress.setAttribute('aria-labelledby', this.#said.id)
    const buttons = make('div')
    buttons.className = 'choosers'
    buttons.append(this.#begin, this.#stop)
    const help = make('p', () => texts.trialHelp)
    help.className = 'help'
    this.box.append(heading, help, fields, buttons, this.#said, this.#progress, this.#result)
    this.#rest()
  }

  /** Proposes rates around the recipe's own, and how many steps to take. */
  propose(): void {
    const settings = this.#hooks.trial.settings()
    if (!settings || this.#trial) return
    const { recipe, data, generatorRate } = settings
    this.#proposedFor = `${recipe} ${data}`
    for (const [at, times] of PROPOSED.entries()) {
      const rate = Math.min(Math.max(generatorRate * times, RATES.least), RATES.most)
      const field = this.#rates[at]
      if (field) field.value = String(Number(rate.toPrecision(2)))
    }
    this.#steps.value = String(stepsUntilReadable(recipe, data) ?? USUAL_STEPS)
  }

  /** Shows how far it has come, or proposes anew where another recipe was chosen. */
  took(): void {
    const settings = this.#hooks.trial.settings()
    if (settings && this.#proposedFor !== `${settings.recipe} ${settings.data}`) this.propose()
    const stage = this.#stage
    if (!stage || stage.isJudging) return
    this.#progress.value = this.#hooks.current()?.step ?? 0
    this.#say(this.#at(stage))
  }

  async #try(): Promise<void> {
    const rates = this.#rates.map((field) => this.#number(field, RATES))
    const steps = this.#number(this.#steps, STEPS)
    if (this.#trial || steps === null || !rates.every((rate) => rate !== null)) return
    const trial = (this.#trial = new Trial(this.#hooks.trial))
    this.#result.replaceChildren()
    this.#begin.disabled = true
    this.#stop.hidden = this.#progress.hidden = false
    this.#stop.focus()
    this.#progress.max = steps
    const settings = this.#hooks.trial.settings()
    const base = (settings && baseRecipe(settings, presets)?.name) ?? ''
    const name = (rate: number) => filled(this.#texts.name, { name: base, rate: written(rate) })
    const id = () => this.#hooks.current()?.id ?? ''
    try {
      const outcome = await trial.run({ rates, steps, name }, id, (stage) => {
        this.#stage = stage
        this.#progress.value = stage.isJudging ? steps : 0
        const { judging } = this.#texts
        this.#say(stage.isJudging ? filled(judging, this.#count(stage)) : this.#at(stage))
      })
      this.#rest()
      if (typeof outcome === 'string') this.#say(this.#texts[outcome])
      else this.#show(outcome)
    } catch (thrown) {
      this.#rest()
      this.#hooks.error(thrown instanceof Error ? thrown : new Error(String(thrown)))
    }
  }

  #rest(): void {
    const hadFocus = document.activeElement === this.#stop
    this.#trial = null
    this.#stage = null
    this.#begin.disabled = false
    this.#stop.hidden = this.#progress.hidden = true
    this.#say('')
    if (hadFocus) this.#begin.focus()
  }

  #show({ tried, isComplete, before }: Outcome): void {
    const { interrupted, ranking, rank, notRanked, back } = this.#texts
    const order = ranked(tried)
    const [list, said] = [make('ol'), make('p')]
    list.id = 'trial-ranking'
    if (!isComplete) this.#say(filled(interrupted, { count: tried.length }))
    else this.#say(order ? ranking : notRanked)
    for (const { name, distance } of order ?? []) {
      const values = { name, distance: distance === null ? '' : digits(distance) }
      list.append(make('li', filled(rank, values)))
    }
    const name = before.saved?.name ?? before.settings.recipe
    const goBack = make('button', filled(back, { name }))
    goBack.type = 'button'
    goBack.id = 'trial-back'
    goBack.addEventListener('click', () => {
      goBack.disabled = true
      const { saved, settings } = before
      void (saved ? this.#hooks.goOn(saved) : this.#hooks.trial.restore(settings))
    })
    this.#result.replaceChildren(said, list, goBack)
    if (tried.length > 0) this.#hooks.onTried(tried.map(({ id }) => id))
  }

  #at(stage: Stage): string {
    const step = wholeNumber(this.#progress.value)
    const steps = wholeNumber(this.#progress.max)
    const rate = written(stage.rate)
    return filled(this.#texts.trying, { ...this.#count(stage), rate, step, steps })
  }

  readonly #count = ({ run }: Stage) => ({ run: run + 1, runs: this.#rates.length })

  #number(field: HTMLInputElement, range: Range): number | null {
    const value = field.value.trim() === '' ? NaN : Number(field.value)
    const isIn = inRange(value, range)
    const why = filled(this.#texts.wrong, { value: field.value, range: rangeSentence(range) })
    complain(field, `${field.id}-wrong`, isIn ? null : why)
    return isIn ? value : null
  }

  #say(sentence: string): void {
    if (this.#said.textContent !== sentence) this.#said.textContent = sentence
  }
}
