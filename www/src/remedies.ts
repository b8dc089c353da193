import type { Alarm, AlarmName, Remedy } from './alarms/alarm'
import type { Recipe } from './engine/types'
import { recipeFor } from './settings/data-shapes'
import { lacksR1, withR1 } from './settings/r1'
import { baseRecipe } from './settings/recipes'
import { numbersOf, RANGES, type Settings } from './settings/settings'
import { words } from './strings/page'
import { filled } from './strings/strings'
import type { DataChooser } from './training/chooser'
import type { Saved } from './training/saved'
import type { Session } from './training/session'
import type { Controls } from './view/controls'
import { variantOf } from './view/expectation'
import type { Action } from './view/messages'
import type { Text } from './strings/text'

interface Parts {
  session: Session
  controls: Controls
  chooser: DataChooser
  /** The last save of a time when nothing was wrong, and the latest. */
  saves: () => { last: Saved | null; latest: Saved | null }
  goOn: (saved: Saved) => Promise<boolean>
  reset: () => Promise<void>
}

type Rates = Pick<Settings, 'generatorRate' | 'discriminatorRate'>

/** Does what helps a training in trouble; sliders and menus show it. */
export class Remedies {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What helps against an alarm, as buttons; `taken` hears when one is pressed. */
  of({ name, remedies }: Alarm, taken: () => void): Action[] {
    return remedies.flatMap((remedy) => {
      const action = this.#action(remedy, name)
      if (!action) return []
      const act = () => {
        taken()
        action.act()
      }
      return [{ name: action.name, act }]
    })
  }

  #action(remedy: Remedy, alarm: AlarmName): Action | null {
    const { settings } = this.#parts.controls
    if (!settings) return null
    switch (remedy) {
      case 'usualRates':
        return this.#usualRates(settings)
      case 'halveDiscriminator':
        return this.#rates(
          () => words.alarms.halveDiscriminator,
          ({ discriminatorRate }) => ({
            discriminatorRate: discriminatorRate / 2,
          }),
        )
      case 'halveGenerator':
        return this.#rates(
          () => words.alarms.halveGenerator,
          ({ generatorRate }) => ({
            generatorRate: generatorRate / 2,
          }),
        )
      case 'lowerRates':
        return this.#rates(() => words.alarms.lowerRates, lowered)
      case 'addR1':
        return this.#r1()
      case 'goBack':
        return this.#goBack(alarm)
      case 'startAnew':
        return this.#startAnew(settings)
    }
  }

  /** Other rates, from those there are when it is pressed. */
  #rates(name: Text, rates: (now: Rates) => Partial<Rates>): Action {
    const { controls } = this.#parts
    const act = () => {
      if (controls.settings) controls.choose(inRange(rates(controls.settings)))
    }
    return { name, act }
  }

  /** The learning rates of the recipe, if others were chosen. */
  #usualRates(settings: Settings): Action | null {
    const recipe = baseRecipe(settings, this.#parts.controls.presets)
    if (!recipe) return null
    const { generatorRate, discriminatorRate } = numbersOf(recipe)
    const isUsual =
      settings.generatorRate === generatorRate && settings.discriminatorRate === discriminatorRate
    return isUsual
      ? null
      : this.#rates(
          () => words.train.usualRates,
          () => ({ generatorRate, discriminatorRate }),
        )
  }

  #r1(): Action | null {
    const recipe = this.#parts.controls.recipe()
    if (!recipe || !lacksR1(recipe)) return null
    return this.#anew(() => words.alarms.addR1, withR1(recipe))
  }

  /** Another recipe that learns from these data, or this one as it is meant to be. */
  #startAnew(settings: Settings): Action | null {
    const { controls, chooser } = this.#parts
    const { presets } = controls
    const variant = variantOf(settings.recipe)
    const { info } = chooser
    const fitting = info && recipeFor(presets, info, settings.data)
    const recipe = presets.find(({ name }) => name === variant) ?? fitting
    if (!recipe || isAsMeant(recipe, settings)) return null
    return this.#anew(() => filled(words.alarms.startAnew, { name: recipe.name }), recipe)
  }

  #anew(name: Text, recipe: Recipe): Action {
    const { controls, reset, session } = this.#parts
    const act = async () => {
      controls.takeRecipe(recipe)
      await reset()
      session.start()
    }
    return { name, act: () => void act() }
  }

  /** With the same rates the same would happen again. */
  #goBack(alarm: AlarmName): Action | null {
    const { controls, session, saves, goOn } = this.#parts
    const { last, latest } = saves()
    // What is saved is finite, whatever else it is.
    const saved = alarm === 'notFinite' ? latest : last
    if (!saved) return null
    const act = async () => {
      if (!(await goOn(saved))) return
      if (controls.settings) controls.choose(inRange(lowered(controls.settings)))
      session.start()
    }
    return { name: () => filled(words.alarms.goBack, { step: saved.step }), act: () => void act() }
  }
}

function lowered({ generatorRate, discriminatorRate }: Rates): Rates {
  return { generatorRate: generatorRate / 10, discriminatorRate: discriminatorRate / 10 }
}

function inRange(rates: Partial<Rates>): Partial<Rates> {
  const { least } = RANGES.generatorRate
  return Object.fromEntries(
    Object.entries(rates).map(([name, rate]) => [
      name,
      Math.max(least, Number(rate.toPrecision(3))),
    ]),
  )
}

function isAsMeant(recipe: Recipe, settings: Settings): boolean {
  const numbers = Object.entries(numbersOf(recipe)) as [keyof Rates, number][]
  return (
    settings.recipe === recipe.name && numbers.every(([name, value]) => settings[name] === value)
  )
}
