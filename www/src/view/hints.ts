/** Advice behind question marks: one is open at a time, and Escape or a press elsewhere closes it. */
export function installHints(): void {
  const hints = [...document.querySelectorAll<HTMLDetailsElement>('details.hint')]
  const close = (isToClose: (hint: HTMLDetailsElement) => boolean) => {
    for (const hint of hints) if (hint.open && isToClose(hint)) hint.open = false
  }
  for (const hint of hints) {
    hint.addEventListener('toggle', () => {
      if (hint.open) close((other) => other !== hint)
    })
    hint.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !hint.open) return
      hint.open = false
      hint.querySelector('summary')?.focus()
    })
  }
  document.addEventListener('pointerdown', ({ target }) => {
    close((hint) => !(target instanceof Node && hint.contains(target)))
  })
}
