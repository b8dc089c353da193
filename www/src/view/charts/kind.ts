import type uPlot from 'uplot'
import type { Palette } from '../palette'
import type { Text } from '../../strings/text'

export interface Line {
  name: Text
  /** Which entry of the legend it is, as a class of the style sheets. */
  is: 'generator' | 'discriminator' | 'penalty' | 'distance'
  /** The colour, as the style sheets name it. */
  ink: string
  width: number
  /** Told apart without colours as well. */
  dash?: readonly number[]
  /** Whether each point is marked, being one of few. */
  hasPoints?: boolean
  /** Left out of the legend as long as it has no value. */
  isOptional?: boolean
}

/** What a chart shows, and how. */
export interface Kind {
  id: 'loss' | 'verdict' | 'quality'
  title: () => string
  lines: readonly Line[]
  number(value: number): string
  /** Least and greatest value that the axis shows. */
  range(values: readonly (number | null | undefined)[]): [number, number]
  /** Whether the axis has a tenfold at equal distances. */
  isLogarithmic?: boolean
  /** Draws what lies beneath the curves. */
  beneath?(plot: uPlot, palette: Palette): void
}

/** What the charts of a training share: one axis of time, and what is pointed at on it. */
export interface Timeline {
  /** The step after which the training stands. */
  step(): number
  /** A step is pointed at in one of them, or with null none any more. */
  pointed(step: number | null): void
}

/** What a chart draws: a step for each point, and a column of values for each line. */
export interface Points {
  steps: readonly number[]
  columns: readonly (readonly (number | null)[])[]
}

/** What a chart says while nothing is pointed at. */
export interface Latest {
  step: number
  values: readonly (number | null)[]
  /** Behind a line's value, in small print. */
  notes?: readonly string[]
  /** What all of it means, for those who cannot see the curves. */
  meaning?: string
}
