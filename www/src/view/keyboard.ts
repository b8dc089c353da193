import type { Mode } from '../shared/place'

/** Single keys of one mode of the page, left alone wherever a key means something already. */
export function installKeys(mode: Mode, keys: Readonly<Record<string, () => void>>): void {
  window.addEventListener('keydown', (event) => {
    if (document.body.dataset['mode'] !== mode) return
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.repeat || takes(event.target, event.key)) return
    const press = keys[event.key]
    if (!press) return
    press()
    event.preventDefault()
  })
}

function takes(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('input, select, textarea') !== null) return true
  return key === ' ' && target.closest('button, a, summary') !== null
}
