import type { Session } from './training/session'
import type { Controls } from './view/controls'
import { element } from './view/elements'
import type { RecipeEditor } from './view/recipe-editor'

interface Parts {
  session: Session
  controls: Controls
  editor: RecipeEditor
  /** Takes what waits for Reset, and starts. */
  startAnew: () => void
}

/** Has the recipe shown as cards, too, which are fetched when the editor is opened first. */
export function installBuilder({ session, controls, editor, startAnew }: Parts): void {
  const box = element('recipe-editor', HTMLDetailsElement)
  const open = async () => {
    const { openBuilder } = await import('./builder')
    await openBuilder(editor, {
      reader: () => session.reader(),
      onRate: (network, rate) => {
        controls.choose({ [`${network}Rate`]: rate })
      },
      startAnew,
    })
  }
  box.addEventListener(
    'toggle',
    () => {
      // Without it there still is the JSON.
      void open().catch(() => undefined)
    },
    { once: true },
  )
}
