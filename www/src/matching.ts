import type { BuiltIn, DataInfo, DataShape, Recipe } from './engine/types'
import { recipeFor, SHAPES } from './settings/data-shapes'
import { misfit } from './settings/misfit'
import { givenIn } from './shared/place'
import { fits } from './settings/recipes'
import { defaults, RANGES, type Settings } from './settings/settings'
import { words } from './strings/page'
import { filled } from './strings/strings'
import type { DataChooser } from './training/chooser'
import type { Session } from './training/session'
import { builtIn, type Source } from './training/sources'
import type { Controls } from './view/controls'
import type { Action } from './view/messages'
import type { StatusView } from './view/status'
import type { Text } from './strings/text'

interface Parts {
  session: Session
  reset: () => void
  chooser: DataChooser
  controls: Controls
  status: StatusView
}

/** Lets data and recipe find each other. */
export class Matching {
  readonly #parts: Parts
  /** Whether the data set is the reader's choice, which stays as long as the recipe can learn from it. */
  #isChosen = givenIn(new URL(location.href)).has('data')

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A data set is chosen; the menu goes back where the recipe cannot learn from it. */
  choose(choice: Settings['data']): void {
    const { session, chooser, controls, status } = this.#parts
    status.past('data')
    const recipe = controls.recipe()
    const take = () => {
      this.#isChosen = true
      chooser.choose(choice)
    }
    if (choice === 'files' || !recipe || fits(recipe, SHAPES[choice])) take()
    else {
      controls.dataChoice(controls.settings?.data ?? session.data.choice)
      this.#refuse(recipe, SHAPES[choice], builtIn(choice), take)
    }
  }

  /** The data that come are the reader's choice. */
  chosen(): void {
    this.#isChosen = true
  }

  /** Whether drawn digits are in MNIST's place without anybody having chosen them. */
  get offersMnist(): boolean {
    const { session, controls } = this.#parts
    const recipe = controls.recipe()
    const isStandIn = session.data.choice === 'drawn-digits' && !this.#isChosen
    return isStandIn && recipe?.data.startsWith('mnist') === true
  }

  /** Data were read; says whether the recipe can learn from them. Files that it cannot are given back. */
  read(info: DataInfo): boolean {
    const { session, chooser, controls } = this.#parts
    const [recipe, source, before] = [controls.recipe(), session.data, session.applied?.source]
    const isFit = source.choice !== 'files' || !recipe || fits(recipe, info)
    if (isFit || !before || before === source) return true
    this.#refuse(recipe, info, source, () => void chooser.again(source))
    void session.useData(before)
    return false
  }

  /** Says that images lose their colours to the recipe, and offers one that keeps them. */
  tellColours({ channels, height, width, classes, report }: DataInfo): void {
    const { controls, status } = this.#parts
    const recipe = controls.recipe()
    if (!recipe || channels !== 1 || !report?.coloured) return
    const inColour = { channels: 3, height, width, classes }
    const other = recipeFor(controls.presets, inColour, 'drawn-faces')
    const act = () => {
      if (other) controls.takeRecipe(other)
    }
    const actions = other
      ? [{ name: () => filled(words.first.inColour, { name: other.name }), act }]
      : []
    const { name } = recipe
    const sentence = () => filled(words.first.keepColour, { recipe: name, count: report.coloured })
    status.notice(sentence, { cause: 'data', actions })
  }

  /** Another recipe is chosen: its data come with it, but for a choice of the reader's own. */
  suit(recipe: Recipe): void {
    const { chooser, controls, status } = this.#parts
    status.past('data')
    const [choice, meant] = [controls.settings?.data, defaults(recipe).data]
    // Nobody's data are drawn digits: they are in MNIST's place.
    const standsIn = choice === 'drawn-digits' && meant.startsWith('mnist')
    const isKept = this.#isChosen || choice === 'files' || choice === meant || standsIn
    if (!isKept) {
      chooser.choose(meant)
      return
    }
    chooser.suit(recipe)
    if (choice !== undefined && choice !== 'files') this.#offerMeant(recipe, choice, meant)
  }

  /** Offers the data that a recipe is meant for, where it can learn from the reader's own choice as well. */
  #offerMeant(recipe: Recipe, choice: BuiltIn, meant: Settings['data']): void {
    const { chooser, status } = this.#parts
    const isAlike = meant === 'files' || SHAPES[choice] === SHAPES[meant]
    if (isAlike || !fits(recipe, SHAPES[choice])) return
    const { name } = recipe
    const [data, other] = [builtIn(choice), builtIn(meant)]
    const act = () => {
      chooser.choose(meant)
    }
    status.notice(
      () => filled(words.first.meantFor, { recipe: name, data: data.what, meant: other.what }),
      {
        cause: 'data',
        actions: [{ name: () => filled(words.first.useData, { meant: other.what }), act }],
      },
    )
  }

  /** What would let the recipe learn from the data that it has refused. */
  remedies(error: Error): Action[] {
    const { chooser, controls, reset } = this.#parts
    const { info } = chooser
    const [recipe, settings] = [controls.recipe(), controls.settings]
    if (error.name !== 'DataError' || !info || !recipe || !settings) return []
    const { count, classes } = info
    const anew = (name: Text, change: () => void): Action[] => {
      const act = () => {
        change()
        reset()
      }
      return [{ name, act }]
    }
    if (count < settings.batch && count >= RANGES.batch.least) {
      return anew(
        () => filled(words.notices.takeBatch, { count }),
        () => {
          controls.choose({ batch: count })
        },
      )
    }
    if (recipe.classes !== undefined && classes !== null && classes !== recipe.classes) {
      return anew(
        () => filled(words.notices.takeClasses, { count: classes }),
        () => {
          controls.takeRecipe({ ...recipe, classes })
        },
      )
    }
    return []
  }

  /** Says why these data are not taken, and offers the recipe that takes them. */
  #refuse(recipe: Recipe, shape: DataShape, source: Source, take: () => void): void {
    const { controls, status } = this.#parts
    const other = recipeFor(controls.presets, shape, source.choice)
    const act = () => {
      if (other) controls.takeRecipe(other)
      // What it is meant for comes with it.
      status.past('data')
      take()
    }
    const actions = other
      ? [{ name: () => filled(words.train.takeVariant, { name: other.name }), act }]
      : []
    status.error(() => misfit(recipe, shape, source.what), { cause: 'data', actions })
  }
}
