import type { AddressBar } from './settings/address-bar'
import { givenIn, type Mode, type Place, placeIn, type Scene } from './shared/place'
import { ModeSwitch } from './view/mode-switch'

/** Which room of the page is seen, and how the address names it. */
export class Rooms {
  readonly #address: AddressBar
  readonly #switch: ModeSwitch
  #place: Place = { mode: 'train', model: null, scene: new Map(), tour: null }

  /** `onMode` hears of what a person chooses. */
  constructor(address: AddressBar, onMode: (mode: Mode) => void) {
    this.#address = address
    this.#switch = new ModeSwitch(onMode)
  }

  get mode(): Mode {
    return this.#place.mode
  }

  /** Where the address leads. */
  named(): Place {
    this.#place = placeIn(givenIn(new URL(location.href)))
    this.#switch.show(this.#place.mode)
    return this.#place
  }

  show(mode: Mode): void {
    this.#switch.show(mode)
    this.#went({ mode })
  }

  /** What the address is to call the generator that Play has open. */
  open(model: string | null): void {
    const { scene } = this.#place
    this.#went({ model, scene: model === this.#place.model ? scene : new Map() })
  }

  /** What Play shows of that generator. */
  see(scene: Scene): void {
    this.#went({ scene })
  }

  /** The tour is at this stop, or over. */
  stop(tour: number | null): void {
    this.#went({ tour })
  }

  #went(to: Partial<Place>): void {
    this.#place = { ...this.#place, ...to }
    this.#address.place(this.#place)
  }
}
