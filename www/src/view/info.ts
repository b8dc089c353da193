import type { BackendInfo, DataInfo, TrainingInfo } from '../engine/types'
import { element } from './elements'
import { wholeNumber } from './numbers'

export function showBackend({ kind, adapter, reason }: BackendInfo): void {
  element('backend-name').textContent = kind === 'webgpu' ? 'WebGPU' : 'CPU'
  element('backend-name').dataset['kind'] = kind
  element('adapter-name').textContent = adapter
  element('backend-reason').hidden = reason === null
  element('backend-reason').textContent = reason ?? ''
}

export function showData({ name, count, channels, width, height, classes }: DataInfo): void {
  const colours = channels === 1 ? '' : `, ${channels} channels`
  const labels = classes === null ? '' : `, ${classes} classes`
  element('data-info').textContent =
    `${name}: ${wholeNumber(count)} images of ${width}×${height}${colours}${labels}`
}

export function showTraining(info: TrainingInfo): void {
  element('training-info').textContent =
    `Generator ${wholeNumber(info.generatorParameters)}, discriminator ` +
    `${wholeNumber(info.discriminatorParameters)} parameters; ` +
    `${wholeNumber(info.stepsPerEpoch)} steps per epoch`
  element('verdict-help').textContent = info.hasProbabilities
    ? 'D(x): how real the discriminator finds real images; D(G(z)): how real it finds generated ' +
      'ones. At 0.5 it cannot tell.'
    : "D(x) and D(G(z)): a critic's scores, without bounds, of real and of generated images. " +
      'The further apart, the better it tells them.'
}
