import { installKeys } from '../../view/keyboard'
import { button } from '../../view/elements'
import { SLOTS } from '../desk'

/** Single keys of Play: each presses a button. */
export function installPlayKeys(): void {
  const press = (id: string) => () => {
    button(id).click()
  }
  installKeys('play', {
    ' ': press('play-motion'),
    n: press('new-samples'),
    p: press('pin'),
    ...Object.fromEntries(SLOTS.map((slot) => [slot.toLowerCase(), press(`put-${slot}`)])),
  })
}
