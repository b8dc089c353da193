/** What the keys of trainings in the browser's storage begin with. */
export const TRAINING = 'training/'
/** What those of their files begin with. */
export const FILES = 'files/'
