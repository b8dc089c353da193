/** The stops of the tour, in their order. */
export const STOPS = [
  'noise',
  'generator',
  'discriminator',
  'step',
  'half',
  'collapse',
  'r1',
  'walk',
] as const
export type StopName = (typeof STOPS)[number]

/** What one stop says. */
export interface StopTexts {
  title: string
  text: string
}

export interface TourStrings {
  tour: string
  progress: string
  back: string
  next: string
  end: string
  copy: string
  copied: string
  otherNumbers: string
  start: string
  letDLearn: string
  letGLearn: string
  provoke: string
  withoutR1: string
  withR1: string
  go: string
  latentOf: string
  keeps: string
  stops: Readonly<Record<StopName, StopTexts>>
}
