import type { DataInfo, Quality, Started, StepReport, TrainingInfo } from '../engine/types'
import type { BackendChoice, BackendInfo } from '../shared/backend'
import type { Grid } from '../shared/picture'
import type { DataOptions } from '../settings/data-options'
import type { Settings } from '../settings/settings'
import type { Text } from '../strings/text'
import type { Course } from './saved'

export type Phase = 'loading' | 'ready' | 'running' | 'stepping' | 'failed'

/** What the session tells the page. */
export interface SessionEvents {
  onPhase(phase: Phase): void
  /** Null when nothing is being loaded. `loaded` is null where there is no measure. */
  onProgress(progress: LoadProgress | null): void
  /** The settings to begin with. */
  firstSettings(): Promise<Settings>
  /** Their backend, which is known before: reading them may take an engine. */
  firstBackend(): BackendChoice
  /** How data are to be read. */
  dataOptions(): DataOptions
  onBackend(info: BackendInfo): void
  onData(info: DataInfo): void
  /** WebGPU was asked for and is not to be had; the CPU takes its place. */
  onNoWebGpu(error: Error): void
  /** A training stands; `course` is what it was like so far, if it goes on and that is known. */
  onTraining(info: TrainingInfo, settings: Settings, course: Course | null): void
  /** The training there is will be given up: Reset waits for this. */
  onLeaving(): Promise<void>
  /** The engine did not answer, and was ended. */
  onEnded(): void
  /** A training goes on from a checkpoint; the answer is the settings that it has. */
  onResumed(resumed: Started, settings: Settings): Settings
  onReports(reports: StepReport[]): void
  /** How good the images are, or why that could not be judged; the training goes on. */
  onJudged(judged: Quality | Error): void
  onSamples(grid: Grid, averaged: boolean): void
  onReals(grid: Grid): void
  onError(error: Error): void
  /** Something went otherwise than asked for; `missing` is the data set that could not be had. */
  onNotice(sentence: Text, missing?: Settings['data']): void
  /** The session took another data set than was asked for, or none. */
  onDataChoice(choice: Settings['data']): void
}

export interface LoadProgress {
  what: Text
  loaded: number | null
  total: number | null
  /** What is counted, if not bytes. */
  counts?: Text | undefined
  /** Whether it can be given up. */
  canStop?: boolean
}
