import { said } from '../shared/sentence'
import type { DataInfo, TrainingInfo } from '../engine/types'
import type { BackendInfo } from '../shared/backend'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { element } from './elements'
import { wholeNumber } from './numbers'

/** The data sets that the engine draws itself, by its names for them. */
const OWN: Readonly<Record<string, string>> = {
  'Drawn digits': words.train.drawnDigits,
  'Drawn faces': words.train.drawnFaces,
}

/** What computes, and with how many threads if not one. */
export function adapterOf({ adapter, threads }: BackendInfo): string {
  return threads === 1 ? adapter : filled(words.frame.threads, { adapter, count: threads })
}

export function showBackend(backend: BackendInfo): void {
  const { kind, reason } = backend
  element('backend-name').textContent = kind === 'webgpu' ? 'WebGPU' : 'CPU'
  element('backend-name').dataset['kind'] = kind
  element('adapter-name').textContent = adapterOf(backend)
  element('backend-reason').hidden = reason === null
  element('backend-reason').textContent = reason ? said(reason) : ''
}

export function showData({ name, count, channels, width, height, classes }: DataInfo): void {
  const { dataInfo, between } = words.train
  const own = OWN[name] ?? name
  const parts = [
    filled(dataInfo, { name: own, count: wholeNumber(count), width, height }),
    ...(channels === 1 ? [] : [filled(words.train.channels, { count: channels })]),
    ...(classes === null ? [] : [filled(words.train.classes, { count: classes })]),
  ]
  element('data-info').textContent = parts.join(between)
}

export function showTraining(info: TrainingInfo): void {
  element('training-info').textContent = filled(words.train.trainingInfo, {
    generator: wholeNumber(info.generatorParameters),
    discriminator: wholeNumber(info.discriminatorParameters),
    steps: wholeNumber(info.stepsPerEpoch),
  })
  element('verdict-help').textContent = info.hasProbabilities
    ? words.train.verdictHelp
    : words.train.criticHelp
}
