import { asError } from '../engine/errors'
import { saveFile } from '../files/save'
import { runsTexts, type RunsTexts } from '../strings/runs'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { Saved } from '../training/saved'
import { make } from '../view/elements'
import { exported, imported } from './exchange'
import type { RunsHooks } from './hooks'
import type { Panel } from './panel'

/** What the list of saved runs leads to: comparing them, and runs as files. */
export class Runs {
  readonly #hooks: RunsHooks
  readonly #texts: RunsTexts
  #panel: Promise<Panel> | null = null

  private constructor(hooks: RunsHooks, texts: RunsTexts) {
    this.#hooks = hooks
    this.#texts = texts
    hooks.extend({ buttons: (saved) => [this.#exporter(saved)], foot: this.#foot() })
  }

  static async open(hooks: RunsHooks): Promise<Runs> {
    return new Runs(hooks, await runsTexts())
  }

  /** Keeps the run of a file beside those there are, and offers to go on with it. */
  async take(file: File): Promise<void> {
    const hooks = this.#hooks
    const saved = await imported(file, { texts: this.#texts, ...hooks })
    hooks.added(saved)
    const act = () => void hooks.goOn(saved)
    const actions = [{ name: words.train.resume, act }]
    hooks.notice(filled(this.#texts.imported, { name: saved.name }), actions)
    await (await this.#panel)?.changed()
  }

  #exporter(saved: Saved): HTMLElement {
    const button = make('button', () => this.#texts.export)
    button.type = 'button'
    button.id = `export-${saved.id}`
    button.setAttribute('aria-describedby', `name-${saved.id}`)
    button.addEventListener('click', () => {
      void this.#told(() => this.#export(saved))
    })
    return button
  }

  async #export(saved: Saved): Promise<void> {
    saveFile(
      `ganvas-${saved.recipe}-step-${saved.step}.ganvas-run`,
      await exported(saved, this.#hooks.storage),
    )
    if (saved.data.choice === 'files') this.#hooks.notice(this.#texts.withoutImages)
  }

  #foot(): HTMLElement {
    const [compare, open] = (['compare', 'import'] as const).map((name) => {
      const button = make('button', () => this.#texts[name])
      button.type = 'button'
      return button
    }) as [HTMLButtonElement, HTMLButtonElement]
    compare.id = 'runs-compare'
    compare.addEventListener('click', () => {
      void this.#told(async () => {
        await (await (this.#panel ??= this.#fetch())).open(compare)
      })
    })
    open.id = 'runs-import'
    const file = make('input')
    Object.assign(file, { type: 'file', accept: '.ganvas-run', hidden: true, id: 'runs-file' })
    open.addEventListener('click', () => {
      file.click()
    })
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? []
      if (chosen) void this.#told(() => this.take(chosen))
      // Emptied, so that choosing the same file again is a change as well.
      file.value = ''
    })
    const buttons = make('div')
    buttons.className = 'choosers'
    buttons.append(compare, open, file)
    const help = make('p', () => this.#texts.exportHelp)
    help.className = 'help'
    const box = make('div')
    box.append(buttons, help)
    return box
  }

  async #fetch(): Promise<Panel> {
    try {
      const { Panel } = await import('./panel')
      return new Panel(this.#texts, this.#hooks)
    } catch (thrown) {
      // It is asked for again the next time.
      this.#panel = null
      throw thrown
    }
  }

  async #told(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (thrown) {
      this.#hooks.error(asError(thrown))
    }
  }
}
