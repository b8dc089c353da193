import { asError } from '../engine/errors'
import type { Recipe } from '../engine/types'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { fromAddress, toAddress } from './address'
import { givenIn, type Place, placeIn, type Scene } from '../shared/place'
import type { Settings } from './settings'
import { decodeRecipe, encodeRecipe, sharedIn } from './shared-recipe'

/** The page's address, from which settings are read and in which they are kept. */
export class AddressBar {
  readonly #encoded = new WeakMap<Recipe, string>()
  #latest: { settings: Settings; presets: readonly Recipe[] } | null = null
  #place: Place = { mode: 'train', model: null, scene: new Map(), tour: null }

  /** `read` checks the JSON of a recipe; `onNotice` hears what was ignored. */
  async settings(
    presets: readonly Recipe[],
    read: (json: string) => Promise<Recipe>,
    onNotice: (sentence: string) => void,
  ): Promise<Settings> {
    const address = new URL(location.href)
    const text = sharedIn(address)
    let shared: Recipe | null = null
    if (text) {
      try {
        shared = await read(await decodeRecipe(text))
        this.#encoded.set(shared, text)
      } catch (thrown) {
        const why = asError(thrown).message.replace(/\.$/, '')
        onNotice(filled(words.notices.recipeIgnored, { why }))
      }
    }
    const settings = fromAddress(address, presets, shared, onNotice)
    this.#latest = { settings, presets }
    return settings
  }

  /** At once, but for an edited recipe, which takes a moment to pack. */
  async show(settings: Settings, presets: readonly Recipe[]): Promise<void> {
    const latest = { settings, presets }
    this.#latest = latest
    const { edited } = settings
    let shared = edited && this.#encoded.get(edited)
    if (edited && shared === undefined) {
      shared = await encodeRecipe(JSON.stringify(edited))
      this.#encoded.set(edited, shared)
    }
    if (this.#latest !== latest) return
    toAddress(settings, presets, { shared: shared ?? null, place: this.#place })
  }

  /** Where in the page one is. */
  place(place: Place): void {
    this.#place = place
    const named = placeIn(givenIn(new URL(location.href)))
    const isNamed =
      named.mode === place.mode && named.model === place.model && named.tour === place.tour
    if (isNamed && isSame(named.scene, place.scene)) return
    if (this.#latest) void this.show(this.#latest.settings, this.#latest.presets)
  }
}

function isSame(one: Scene, other: Scene): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value)
}
