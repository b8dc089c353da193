import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import { button, element, input, make, textarea } from '../../view/elements'
import type { Imported } from '../../engine/import'

export interface ImportHooks {
  /** Imports the same files once more. */
  onAgain(key: string | null, spec: string | null): void
}

/** What was assumed of a generator of another program, and where a person corrects it. */
export class ImportView {
  constructor(hooks: ImportHooks) {
    button('import-again').addEventListener('click', () => {
      const [key, spec] = [input('import-key').value.trim(), textarea('import-spec').value.trim()]
      hooks.onAgain(key === '' ? null : key, spec === '' ? null : spec)
    })
  }

  /** Nothing of another program is open. */
  hide(): void {
    element('import-box').hidden = true
  }

  /** It was read; what was assumed is listed. */
  show({ format, assumed, spec }: Imported): void {
    element('import-title').textContent =
      assumed.length === 0
        ? filled(words.play.imported, { format })
        : filled(words.play.importedAssumed, { format })
    element('import-assumed').replaceChildren(...assumed.map((sentence) => make('li', sentence)))
    textarea('import-spec').value = spec
    element('import-box').hidden = false
  }

  /** It could not be read as it is: the person may say more, from what is known of it. */
  ask(spec: string | null): void {
    element('import-title').textContent = words.play.importAsks
    element('import-assumed').replaceChildren()
    if (spec !== null) textarea('import-spec').value = spec
    element('import-box').hidden = false
    element('import-spec-box', HTMLDetailsElement).open = true
  }
}
