import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import { button, element, input, make, select, textarea } from '../../view/elements'
import { write } from '../../view/write'
import { reasonOf } from '../../engine/errors'
import { type ForeignFile, ImportError, type ImportSource } from '../../engine/import'
import { allGaps, gap, said } from '../../shared/sentence'
import type { ImportedFiles } from '../chosen'
import { type Choice, choicesOf, withChoice } from '../statement'

export interface ImportHooks {
  /** Imports the same files once more. */
  onAgain(source: ImportSource): void
}

/** What was assumed of a generator of another program, and where a person corrects it. */
export class ImportView {
  readonly #hooks: ImportHooks
  /** What the box is about. */
  #files: ForeignFile[] = []

  constructor(hooks: ImportHooks) {
    this.#hooks = hooks
    button('import-again').addEventListener('click', () => {
      this.#again()
    })
    for (const choice of ['hidden', 'end'] as const) {
      select(`import-${choice}`).addEventListener('change', () => {
        const field = textarea('import-spec')
        field.value = withChoice(field.value, choice, select(`import-${choice}`).value)
        this.#again()
      })
    }
  }

  /** Nothing of another program is open. */
  hide(): void {
    element('import-box').hidden = true
    this.#files = []
  }

  /** It was read; what was assumed is listed, and what else it may be is offered. */
  show({ format, assumed, spec, files }: ImportedFiles): void {
    // What was chosen of the same files before, is stated now and no longer assumed.
    const isAgain = files === this.#files
    const isOffered = assumed.length > 0 || (isAgain && !element('import-choices').hidden)
    if (!isAgain) input('import-key').value = ''
    this.#files = files
    const title = assumed.length === 0 ? 'imported' : 'importedAssumed'
    write(element('import-title'), () => filled(words.play[title], { format: said(format) }))
    const list = element('import-assumed')
    // Another reading may assume less: what is below stays where it is.
    list.style.minHeight = isAgain ? `${list.offsetHeight}px` : ''
    list.replaceChildren(...assumed.map((what) => make('li', () => said(what))))
    element('import-parts').replaceChildren()
    textarea('import-spec').value = spec
    this.#offer(isOffered ? choicesOf(spec) : {})
    element('import-box').hidden = false
  }

  /** They could not be read as they are: whether the person may say more, as that can help. */
  ask(files: ForeignFile[], error: Error): boolean {
    const why = reasonOf(error)
    const known = error instanceof ImportError ? error.spec : null
    const canPick = gap(why, 'key') !== null
    if (!canPick && known === null && gap(why, 'spec') === null) return false
    if (files !== this.#files) {
      textarea('import-spec').value = ''
      input('import-key').value = ''
    }
    if (known !== null) textarea('import-spec').value = known
    this.#files = files
    write(element('import-title'), () => words.play.importAsks)
    element('import-assumed').replaceChildren()
    const parts = allGaps(gap(why, 'networks') ?? '', 'name')
    element('import-parts').replaceChildren(...parts.map((part) => this.#part(part)))
    this.#offer({})
    element('import-box').hidden = false
    element('import-spec-box', HTMLDetailsElement).open = parts.length === 0
    return true
  }

  #again(): void {
    const [key, spec] = [input('import-key').value.trim(), textarea('import-spec').value.trim()]
    this.#hooks.onAgain({
      files: this.#files,
      key: key === '' ? null : key,
      spec: spec === '' ? null : spec,
    })
  }

  /** One of several networks. */
  #part(name: string): HTMLButtonElement {
    const part = make('button', name)
    part.type = 'button'
    part.addEventListener('click', () => {
      input('import-key').value = name
      this.#again()
    })
    return part
  }

  #offer(choices: Partial<Record<Choice, string>>): void {
    element('import-choices').hidden = Object.keys(choices).length === 0
    for (const choice of ['hidden', 'end'] as const) {
      const value = choices[choice]
      element(`import-${choice}-choice`).hidden = value === undefined
      if (value !== undefined) select(`import-${choice}`).value = value
    }
  }
}
