import { asError, reasonOf } from '../engine/errors'
import {
  ImportError,
  type ImportSource,
  importModel,
  type Proposal,
  proposalsOf,
} from '../engine/import'
import { gap } from '../shared/sentence'
import { type Chosen, chosenBytes, type ImportedFiles } from './chosen'
import { namesOf } from './files'
import { isSameReading, statedBesides, withStated } from './statement'
import { ImportView } from './view/import'
import { ProposalsView } from './view/proposals'
import type { PlayStatus } from './view/status'

export interface ImporterHooks {
  /** Ends what an earlier choice has begun; null where a later one has been taken already. */
  take(): AbortSignal | null
  /** Files are being read: what else was to be opened is not. */
  onBegin(): void
  onImported(chosen: Chosen): Promise<void>
  onError(thrown: unknown): void
  /** How what is open was read, if another program wrote it. */
  standing(): ImportedFiles | undefined
}

/** Files, and which of their networks. */
type Read = Pick<ImportSource, 'files' | 'key'>

/** Readings of files. */
interface Proposed extends Read {
  all: readonly Proposal[]
}

/** Imports generators of other programs, and offers other readings where the files do not say their layers. */
export class Importer {
  readonly #hooks: ImporterHooks
  readonly #status: PlayStatus
  readonly #view: ImportView
  readonly #proposals: ProposalsView
  /** How the files were read when nothing was stated of them. */
  #first: (Read & { spec: string }) | null = null
  #proposed: Proposed | null = null

  constructor(status: PlayStatus, hooks: ImporterHooks) {
    this.#status = status
    this.#hooks = hooks
    this.#view = new ImportView({
      onAgain: (source) => {
        const signal = hooks.take()
        if (signal) void this.import(source, signal)
      },
    })
    this.#proposals = new ProposalsView({
      onShow: () => void this.#propose(),
      onStop: () => {
        hooks.take()
      },
      onPick: (proposal) => {
        if (this.#proposed) this.#pick(this.#proposed, proposal)
      },
    })
  }

  /** Imports a generator; `picked` is the proposal that its spec is of. */
  async import(source: ImportSource, signal: AbortSignal, picked?: Proposal): Promise<void> {
    this.#hooks.onBegin()
    try {
      const imported = await this.#waiting(source, importModel(source, signal))
      const { files, key, spec } = source
      if (spec === null) this.#first = { files, key, spec: imported.spec }
      const assumed = picked ? [picked.assumed, ...picked.besides] : imported.assumed
      const read = { ...imported, assumed, files, key }
      await this.#hooks.onImported(chosenBytes(namesOf(files), imported.bytes, read))
    } catch (thrown) {
      if (signal.aborted) return
      if (picked === undefined && (await this.#openBest(source, asError(thrown), signal))) return
      this.#hooks.onError(thrown)
      this.#ask(source, asError(thrown))
    }
  }

  /** Says how what is open was read. */
  show(imported: ImportedFiles): void {
    this.#view.show(imported)
    if (isOf(this.#proposed, imported)) this.#show(this.#proposed, imported)
    else this.#proposals.offer(!imported.saysLayers)
  }

  /** Nothing of another program is open. */
  hide(): void {
    this.#view.hide()
    this.#proposals.offer(false)
    this.#proposed = null
    this.#first = null
  }

  /** What is open stays open: another reading was picked, and is not. */
  stay(): void {
    const standing = this.#hooks.standing()
    if (standing && isOf(this.#proposed, standing)) this.#mark(this.#proposed, standing)
  }

  #show(proposed: Proposed, standing: ImportedFiles): void {
    this.#proposals.show(proposed.all)
    this.#mark(proposed, standing)
  }

  #mark({ all }: Proposed, { spec }: ImportedFiles): void {
    this.#proposals.mark(all.findIndex((one) => isSameReading(one.spec, spec)))
  }

  /** Whether the person may say more; else what was open is shown again. */
  #ask(source: ImportSource, error: Error): void {
    const standing = this.#hooks.standing()
    if (this.#view.ask(source.files, error)) {
      if (!isOf(standing ?? null, source)) this.#proposals.offer(false)
    } else if (standing) this.show(standing)
    else this.hide()
  }

  /** Shows other readings of what is open; the best is opened unless a person has stated something. */
  async #propose(): Promise<void> {
    const standing = this.#hooks.standing()
    const signal = standing ? this.#hooks.take() : null
    if (!standing || !signal) return
    this.#proposals.trying()
    try {
      const { files, key } = standing
      const spec = this.#besides(standing)
      const all = await proposalsOf({ files, key, spec }, signal)
      const proposed = { files, key, all }
      this.#proposed = proposed
      this.#show(proposed, standing)
      const [best] = all
      const isFirst = this.#first?.spec === standing.spec
      if (best && isFirst && !isSameReading(best.spec, standing.spec)) this.#pick(proposed, best)
    } catch (thrown) {
      this.#proposals.offer(true)
      if (!signal.aborted) this.#hooks.onError(thrown)
    }
  }

  /**
   * Of files that leave too much open to be read: whether the best of several readings was opened, or
   * is not wanted any more.
   */
  async #openBest(source: ImportSource, why: Error, signal: AbortSignal): Promise<boolean> {
    const isBare = why instanceof ImportError && why.spec !== null
    if (!isBare || source.spec !== null || gap(reasonOf(why), 'key') !== null) return false
    const { files, key } = source
    try {
      const all = await this.#waiting(source, proposalsOf(source, signal))
      const [best] = all
      if (!best) return false
      this.#first = { files, key, spec: best.spec }
      this.#proposed = { files, key, all }
      await this.import({ files, key, spec: best.spec }, signal, best)
      return true
    } catch {
      // What was wrong at first says more.
      return signal.aborted
    }
  }

  #pick({ files, key }: Proposed, proposal: Proposal): void {
    const signal = this.#hooks.take()
    if (!signal) return
    const standing = this.#hooks.standing()
    const besides = standing ? this.#besides(standing) : null
    const spec = withStated(proposal.spec, besides)
    void this.import({ files, key, spec }, signal, proposal)
  }

  /** What a person has stated of the files, but for their layers. */
  #besides(standing: ImportedFiles): string | null {
    const first = this.#first
    return first && isOf(first, standing) ? statedBesides(standing.spec, first.spec) : null
  }

  /** Says for how long files are being read. */
  async #waiting<Answer>({ files }: Read, answer: Promise<Answer>): Promise<Answer> {
    const done = this.#status.importing(namesOf(files))
    try {
      return await answer
    } finally {
      done()
    }
  }
}

/** Whether it is of the same files, and the same of their networks. */
function isOf<One extends Read>(one: One | null, { files, key }: Read): one is One {
  return one !== null && one.files === files && one.key === key
}
