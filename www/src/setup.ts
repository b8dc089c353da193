import type { Recipe, Started } from './engine/types'
import type { Matching } from './matching'
import { presets } from './recipes/presets'
import type { AddressBar } from './settings/address-bar'
import { SHAPES } from './settings/data-shapes'
import { asTrained, baseRecipe, fits, fitted } from './settings/recipes'
import type { Settings } from './settings/settings'
import { sharedIn } from './settings/shared-recipe'
import type { DataChooser } from './training/chooser'
import type { Opening } from './training/first-visit'
import type { Session } from './training/session'
import { Controls } from './view/controls'
import { DataOptionsView } from './view/data-options'
import { RecipeEditor } from './view/recipe-editor'
import type { StatusView } from './view/status'
import type { Text } from './strings/text'
import { recipeTexts } from './view/titles'

interface Parts {
  status: StatusView
  address: AddressBar
  /** What takes the choices; it is built with them, and so only there later. */
  room: () => { session: Session; chooser: DataChooser; matching: Matching }
  /** How the visit begins. */
  opening: () => Promise<Opening>
  /** Something else is chosen. */
  onChanged: () => void
}

/** What is chosen to be trained: recipe, numbers and data, as menus, editor and address have them. */
export class Setup {
  readonly #parts: Parts
  readonly controls: Controls
  readonly dataOptions: DataOptionsView
  readonly editor: RecipeEditor
  /** The recipe that the data set was chosen for last. */
  #suited: Recipe | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    const { room } = parts
    const onInvalid = (sentence: Text) => {
      parts.status.error(sentence, { cause: 'setting' })
    }
    this.controls = new Controls({
      onChange: (settings) => {
        this.#changed(settings)
      },
      onData: (choice) => {
        room().matching.choose(choice)
      },
      onInvalid,
    })
    this.editor = new RecipeEditor({
      describe: async (json) => (await room().session.reader()).describeRecipe(json),
      onRecipe: (recipe) => {
        this.controls.takeRecipe(recipe)
      },
      onNumbers: (recipe) => {
        this.controls.takeNumbers(recipe)
      },
    })
    this.dataOptions = new DataOptionsView({
      onChange: () => {
        parts.status.past('setting')
        room().chooser.reread()
      },
      onInvalid,
    })
  }

  /** What the recipe is called. */
  get name(): string {
    return this.controls.recipe()?.name ?? 'generator'
  }

  /** The same for readers. */
  get title(): string {
    const recipe = this.controls.recipe()
    return recipe ? recipeTexts(recipe).title : ''
  }

  /** The settings to begin with: those of the address, else as usual. */
  async first(): Promise<Settings> {
    const { address, status, opening, onChanged } = this.#parts
    const { session } = this.#parts.room()
    // A recipe in the address is checked by the engine.
    if (sharedIn(new URL(location.href)) !== null) await session.load()
    const read = async (json: string) => (await session.engine.describeRecipe(json)).recipe
    const settings = await address.settings(presets, read, (sentence) => {
      status.notice(sentence, { cause: 'address' })
    })
    // What is drawn by a program is there at once, where nobody has asked for anything else.
    const recipe = baseRecipe(settings, presets)
    const isFit = recipe !== undefined && fits(recipe, SHAPES['drawn-digits'])
    if ((await opening()).kind !== 'waits' && isFit) settings.data = 'drawn-digits'
    this.#suited = recipe
    this.controls.open(presets, settings)
    onChanged()
    this.showRecipe()
    return settings
  }

  /** The settings that a resumed training has. */
  resumed({ info, recipe }: Started, settings: Settings): Settings {
    const resumed = asTrained(settings, { recipe, seed: info.seed }, presets)
    this.controls.take(resumed)
    this.#suited = baseRecipe(resumed, presets)
    void this.#parts.address.show(resumed, presets)
    this.showRecipe()
    return resumed
  }

  /** Shows the recipe as it is trained on the data that are there. */
  showRecipe(): void {
    const recipe = this.controls.recipe()
    if (!recipe) return
    this.dataOptions.suit(recipe)
    this.editor.show(fitted(recipe, this.#parts.room().chooser.shape))
  }

  #changed(settings: Settings): void {
    const { address, status, room, onChanged } = this.#parts
    const { session, chooser, matching } = room()
    void address.show(settings, presets)
    // Before the session hears of the recipe: a reset then waits for the data that suits it.
    const recipe = baseRecipe(settings, presets)
    status.past('setting')
    if (recipe && recipe !== this.#suited) matching.suit(recipe)
    this.#suited = recipe
    chooser.reread()
    void session.use(this.controls.settings ?? settings)
    this.showRecipe()
    onChanged()
  }
}
