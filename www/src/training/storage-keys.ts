/** What the keys of trainings in the browser's storage begin with. */
export const TRAINING = 'training/'
/** What those of their files begin with. */
export const FILES = 'files/'
/** What those begin with of what is stored beside a training. */
export const BESIDE = 'beside/'
