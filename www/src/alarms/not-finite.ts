import type { Alarm } from './alarm'

/** The engine itself ends a training whose losses or weights are no longer finite. */
export const notFinite: Alarm = {
  name: 'notFinite',
  patience: 0,
  starts: () => false,
  lasts: () => true,
  remedies: ['goBack', 'startAnew'],
}
