import type { Grid } from '../shared/picture'

/** A grid of samples, and whether the averaged generator drew them. */
export interface Samples {
  grid: Grid
  averaged: boolean
}
