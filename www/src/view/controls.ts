import type { Recipe } from '../engine/types'
import { baseRecipe, withRecipe } from '../settings/recipes'
import {
  type AfterReset,
  AFTER_RESET,
  configured,
  EDITED,
  inRange,
  numbersOf,
  type NumberSetting,
  RANGES,
  rangeSentence,
  type Settings,
} from '../settings/settings'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { FieldPath } from '../shared/field'
import { element, input, select } from './elements'
import { showExpectation, variantOf } from './expectation'
import { complain } from './fields'
import { rate } from './numbers'
import { RecipeMenu } from './recipe-menu'
import type { Text } from '../strings/text'
import { write } from './write'
import { recipeTexts } from './titles'

export interface ControlsEvents {
  onChange(settings: Settings): void
  onData(choice: Settings['data']): void
  onInvalid(sentence: Text): void
}

const NUMBERS = Object.keys(RANGES) as NumberSetting[]
const RATES = ['generatorRate', 'discriminatorRate'] as const

/** Which of a recipe's fields each stands for; the seed is none of them. */
const IN_RECIPE: Partial<Record<NumberSetting, string>> = {
  batch: 'batch',
  width: 'width',
  generatorRate: 'generator_optimiser.rate',
  discriminatorRate: 'discriminator_optimiser.rate',
}

/** The fields on the page and the settings they stand for. */
export class Controls {
  readonly #events: ControlsEvents
  readonly #menu = new RecipeMenu()
  #recipes: readonly Recipe[] = []
  #settings: Settings | null = null
  /** The recipe that was edited last: it stays in the list. */
  #edited: Recipe | null = null

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
      const edited = value === EDITED ? this.#edited : null
      const recipe = edited ?? this.#recipes.find(({ name }) => name === value)
      return recipe ? { recipe: value, edited, ...numbersOf(recipe) } : {}
    })
    element('recipe-variant').addEventListener('click', () => {
      const variant = variantOf(select('recipe').value)
      const recipe = this.#recipes.find(({ name }) => name === variant)
      if (recipe) this.takeRecipe(recipe)
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
  open(recipes: readonly Recipe[], settings: Settings): void {
    this.#recipes = recipes
    this.#menu.fill(recipes)
    element('recipe-choice').hidden = recipes.length < 2
    this.take(settings)
  }

  /** Shows settings that came about elsewhere. */
  take(settings: Settings): void {
    this.#settings = settings
    this.#show()
  }

  /** Takes a recipe that was edited or opened. */
  takeRecipe(recipe: Recipe): void {
    if (!this.#settings) return
    this.#change(withRecipe(this.#settings, recipe, this.#recipes))
    this.#show()
  }

  /** Takes the numbers of a recipe that is otherwise the one in force. */
  takeNumbers(recipe: Recipe): void {
    this.#change(numbersOf(recipe))
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

  /** Takes a choice that was made elsewhere on the page. */
  choose(changed: Partial<Settings>): void {
    this.#change(changed)
    this.#show()
  }

  /** Says at its field why a recipe was refused, where the field is one of these. */
  refuse(path: FieldPath, sentence: Text): void {
    const name = NUMBERS.find((each) => IN_RECIPE[each] === path.join('.'))
    if (name) complainOf(name, sentence)
  }

  /** What was wrong is no longer. */
  accepted(): void {
    for (const name of NUMBERS) complainOf(name, null)
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

  get settings(): Settings | null {
    return this.#settings
  }

  get presets(): readonly Recipe[] {
    return this.#recipes
  }

  /** The recipe as it will be trained. */
  recipe(): Recipe | null {
    const recipe = this.#settings && baseRecipe(this.#settings, this.#recipes)
    return recipe && this.#settings ? configured(recipe, this.#settings) : null
  }

  #show(): void {
    if (!this.#settings) return
    const { recipe, edited, backend, data, averaged } = this.#settings
    if (edited) this.#offer(edited)
    select('recipe').value = recipe
    select('backend').value = backend
    select('data').value = data
    for (const name of NUMBERS) this.#showNumber(name)
    for (const choice of averagedChoices())
      choice.checked = (choice.value === 'averaged') === averaged
    const base = baseRecipe(this.#settings, this.#recipes)
    write(element('recipe-info'), () =>
      base ? filled(words.first.recipeIs, { ...recipeTexts(base), name: base.name }) : '',
    )
    showExpectation(edited ? null : recipe)
  }

  /** Puts the edited recipe into the list, in place of the one before. */
  #offer(edited: Recipe): void {
    this.#edited = edited
    this.#menu.offer(edited)
  }

  #showNumber(name: NumberSetting): void {
    if (!this.#settings) return
    const value = this.#settings[name]
    input(name).value = RANGES[name].whole ? String(value) : rate(value)
    complainOf(name, null)
    if (!RANGES[name].whole) showSlider(name, value)
  }

  #numberChanged(name: NumberSetting): void {
    const field = input(name)
    const value = field.value.trim() === '' ? NaN : Number(field.value)
    if (!inRange(value, RANGES[name])) {
      const { value: written } = field
      const sentence = () =>
        filled(words.notices.notTaken, {
          name: words.notices.names[name],
          range: rangeSentence(RANGES[name]),
          value: written,
        })
      complainOf(name, sentence)
      this.#events.onInvalid(sentence)
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
      slider.setAttribute('aria-valuetext', rate(value()))
    })
    slider.addEventListener('change', () => {
      complainOf(name, null)
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

/** Says under a field what is wrong with its number; nothing where nothing is. */
function complainOf(name: NumberSetting, sentence: Text | null): void {
  complain(input(name), `${name}-wrong`, sentence)
}

/** The slider stands at the logarithm, and says the rate. */
function showSlider(name: NumberSetting, value: number): void {
  const slider = input(`${name}-slider`)
  slider.value = String(Math.log10(value))
  slider.setAttribute('aria-valuetext', rate(value))
}

function averagedChoices(): NodeListOf<HTMLInputElement> {
  return document.querySelectorAll<HTMLInputElement>('input[name=averaged]')
}
