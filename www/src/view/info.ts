import { said } from '../shared/sentence'
import type { DataInfo, TrainingInfo } from '../engine/types'
import type { BackendInfo } from '../shared/backend'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { element } from './elements'
import { wholeNumber } from './numbers'
import { write } from './write'

/** The data sets that the engine draws itself, by its names for them. */
const OWN: Readonly<Record<string, 'drawnDigits' | 'drawnFaces'>> = {
  'Drawn digits': 'drawnDigits',
  'Drawn faces': 'drawnFaces',
}

/** What computes, and with how many threads if not one. */
export function adapterOf({ adapter, threads }: BackendInfo): string {
  return threads === 1 ? adapter : filled(words.frame.threads, { adapter, count: threads })
}

export function showBackend(backend: BackendInfo): void {
  const { kind, reason } = backend
  write(element('backend-name'), () => (kind === 'webgpu' ? 'WebGPU' : 'CPU'))
  element('backend-name').dataset['kind'] = kind
  write(element('adapter-name'), () => adapterOf(backend))
  element('backend-reason').hidden = reason === null
  write(element('backend-reason'), () => (reason ? said(reason) : ''))
}

export function showData(info: DataInfo): void {
  write(element('data-info'), () => dataSentence(info))
}

function dataSentence({ name, count, channels, width, height, classes }: DataInfo): string {
  const { dataInfo, between } = words.train
  const drawn = OWN[name]
  const own = drawn ? words.train[drawn] : name
  const parts = [
    filled(dataInfo, { name: own, count: wholeNumber(count), width, height }),
    ...(channels === 1 ? [] : [filled(words.train.channels, { count: channels })]),
    ...(classes === null ? [] : [filled(words.train.classes, { count: classes })]),
  ]
  return parts.join(between)
}

export function showTraining(info: TrainingInfo): void {
  write(element('training-info'), () =>
    filled(words.train.trainingInfo, {
      generator: wholeNumber(info.generatorParameters),
      discriminator: wholeNumber(info.discriminatorParameters),
      steps: wholeNumber(info.stepsPerEpoch),
    }),
  )
  const help = info.hasProbabilities ? 'verdictHelp' : 'criticHelp'
  write(element('verdict-help'), () => words.train[help])
}
