import type { Recipe } from '../engine/types'
import {
  type AfterReset,
  AFTER_RESET,
  configured,
  defaults,
  inRange,
  NAMES,
  type NumberSetting,
  RANGES,
  rangeSentence,
  type Settings,
} from '../settings/settings'
import { element, input, make, select } from './elements'
import { rate } from './numbers'

export interface ControlsEvents {
  onChange(settings: Settings): void
  onData(choice: Settings['data']): void
  onInvalid(sentence: string): void
}

const NUMBERS = Object.keys(RANGES) as NumberSetting[]
const RATES = ['generatorRate', 'discriminatorRate'] as const

/** The fields on the page and the settings they stand for. */
export class Controls {
  readonly #events: ControlsEvents
  #recipes: Recipe[] = []
  #settings: Settings | null = null

  constructor(events: ControlsEvents) {
    this.#events = events
    element('controls').addEventListener('submit', (event) => {
      event.preventDefault()
    })
    for (const name of NUMBERS) {
      input(name).addEventListener('change', () => {
        this.#numberChanged(name)
      })
    }
    for (const name of RATES) this.#connectSlider(name)
    this.#onSelect('backend', (value) => ({ backend: value as Settings['backend'] }))
    this.#onSelect('recipe', (value) => {
      const recipe = this.#recipes.find(({ name }) => name === value)
      if (!recipe) return {}
      const { width, batch, generatorRate, discriminatorRate } = defaults(recipe)
      return { recipe: value, width, batch, generatorRate, discriminatorRate }
    })
    select('data').addEventListener('change', () => {
      this.#events.onData(select('data').value as Settings['data'])
    })
    for (const choice of averagedChoices()) {
      choice.addEventListener('change', () => {
        this.#change({ averaged: choice.value === 'averaged' })
      })
    }
  }

  /** Fills the fields for the first time. */
  open(recipes: Recipe[], settings: Settings): void {
    this.#recipes = recipes
    select('recipe').replaceChildren(
      ...recipes.map(({ name, title }) => {
        const option = make('option', title)
        option.value = name
        return option
      }),
    )
    element('recipe-choice').hidden = recipes.length < 2
    this.#settings = settings
    this.#show()
  }

  dataChoice(choice: Settings['data']): void {
    const files = select('data').querySelector<HTMLOptionElement>('option[value=files]')
    if (files && choice === 'files') {
      files.hidden = false
      files.disabled = false
    }
    select('data').value = choice
    if (this.#settings && this.#settings.data !== choice) this.#change({ data: choice })
  }

  toggleAveraged(): void {
    if (!this.#settings) return
    this.#change({ averaged: !this.#settings.averaged })
    this.#show()
  }

  /** Marks the fields whose change waits for Reset. */
  pending(names: AfterReset[]): void {
    for (const name of AFTER_RESET) {
      element(name).toggleAttribute('data-pending', names.includes(name))
    }
  }

  /** The data set that is chosen. */
  data(): Settings['data'] | undefined {
    return this.#settings?.data
  }

  /** The recipe as it will be trained. */
  recipe(): Recipe | null {
    const recipe = this.#recipes.find(({ name }) => name === this.#settings?.recipe)
    return recipe && this.#settings ? configured(recipe, this.#settings) : null
  }

  /** The recipe as the engine names it, with its own numbers. */
  preset(name: string): Recipe | undefined {
    return this.#recipes.find((recipe) => recipe.name === name)
  }

  #show(): void {
    if (!this.#settings) return
    const { recipe, backend, data, averaged } = this.#settings
    select('recipe').value = recipe
    select('backend').value = backend
    select('data').value = data
    for (const name of NUMBERS) this.#showNumber(name)
    for (const choice of averagedChoices())
      choice.checked = (choice.value === 'averaged') === averaged
    const preset = this.preset(recipe)
    const alone = this.#recipes.length < 2
    element('recipe-info').textContent = preset
      ? `${alone ? `${preset.title}: ` : ''}${preset.source}`
      : ''
  }

  #showNumber(name: NumberSetting): void {
    if (!this.#settings) return
    const value = this.#settings[name]
    const field = input(name)
    field.value = RANGES[name].whole ? String(value) : rate(value)
    field.removeAttribute('aria-invalid')
    if (!RANGES[name].whole) input(`${name}-slider`).value = String(Math.log10(value))
  }

  #numberChanged(name: NumberSetting): void {
    const field = input(name)
    const value = field.value.trim() === '' ? NaN : Number(field.value)
    const valid = inRange(value, RANGES[name])
    field.setAttribute('aria-invalid', String(!valid))
    if (!valid) {
      this.#events.onInvalid(
        `The ${NAMES[name]} is ${rangeSentence(RANGES[name])}; "${field.value}" was not taken.`,
      )
      return
    }
    this.#change({ [name]: value })
    this.#showNumber(name)
  }

  #connectSlider(name: (typeof RATES)[number]): void {
    const slider = input(`${name}-slider`)
    const value = () => Number((10 ** slider.valueAsNumber).toPrecision(2))
    slider.addEventListener('input', () => {
      input(name).value = rate(value())
    })
    slider.addEventListener('change', () => {
      input(name).setAttribute('aria-invalid', 'false')
      this.#change({ [name]: value() })
    })
  }

  #onSelect(id: string, changed: (value: string) => Partial<Settings>): void {
    select(id).addEventListener('change', () => {
      this.#change(changed(select(id).value))
      this.#show()
    })
  }

  #change(changed: Partial<Settings>): void {
    if (!this.#settings) return
    this.#settings = { ...this.#settings, ...changed }
    this.#events.onChange(this.#settings)
  }
}

function averagedChoices(): NodeListOf<HTMLInputElement> {
  return document.querySelectorAll<HTMLInputElement>('input[name=averaged]')
}
