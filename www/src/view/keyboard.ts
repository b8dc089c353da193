export interface Shortcuts {
  startOrPause(): void
  stepOnce(): void
  reset(): void
  toggleAveraged(): void
}

/** Single keys, left alone wherever a key means something already. */
export function installKeyboard(shortcuts: Shortcuts): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.repeat || takes(event.target, event.key)) return
    if (event.key === ' ') shortcuts.startOrPause()
    else if (event.key === 's') shortcuts.stepOnce()
    else if (event.key === 'R') shortcuts.reset()
    else if (event.key === 'a') shortcuts.toggleAveraged()
    else return
    event.preventDefault()
  })
}

function takes(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('input, select, textarea') !== null) return true
  return key === ' ' && target.closest('button, a, summary') !== null
}
