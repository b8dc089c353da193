/** The past of a training: its samples, its checkpoints, and films of it. */
export const en = {
  slider: 'Step shown',
  live: 'Latest',
  stepOf: 'step {step} of {last}',
  step: 'Step {step}',
  goBack: 'Go back',
  goBackTo: 'Go back to step {step}',
  goesBack:
    'Going back resumes from the checkpoint of step {step}. This run stays saved as “{name}”.',
  tooEarly: 'No checkpoint was kept this early: the first is from step {step}.',
  noneYet: 'There is no checkpoint to go back to yet: the first is saved within a minute.',
  branch: '{name} from step {step}',
  timeLapse: 'Time-lapse',
  saveAs: 'Save as',
  frameOf: 'Frame {done} of {all}',
  unwritten: 'The browser could not write this {format}: try another format.',
  stop: 'Cancel',
}
