/** How the images of a data set are to be read. */
export interface DataOptions {
  /** Only so many, the first; null for all. */
  limit: number | null
  /** Which files of one's own, as `*.jpg`, seen from their folder; empty for all. */
  pattern: string
  /** Whether images of one's own are cut where their proportions differ, or stretched. */
  cropped: boolean
  /** Pixels that are cut out of their centre; null for as many as have the proportions wanted. */
  cut: Size | null
  /** What they are resized to by a recipe that takes any size; null for the recipe's own. */
  size: Size | null
  /** Whether rows and columns of arrays are taken otherwise than usual; older savings do not say. */
  swapped: boolean
}

export interface Size {
  height: number
  width: number
}

export const ALL: DataOptions = {
  limit: null,
  pattern: '',
  cropped: true,
  cut: null,
  size: null,
  swapped: false,
}
