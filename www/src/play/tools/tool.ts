import type { StudioWay } from '../../drawing/way'

/** How what a tool shows changes with time, which runs from 0 to 1 but for an endless one. */
export type Motion =
  /** Comes back by itself. */
  | 'loop'
  /** There and back again. */
  | 'sway'
  | 'endless'
  | 'still'

/** What a tool's changes are told to until it is shown. */
export const unheard = (): void => undefined

/** A way of looking at the latent space. */
export interface Tool {
  /** Its name in the page's ids and in the names of files. */
  readonly id: string
  readonly motion: Motion
  /** How long time takes from 0 to 1. */
  readonly seconds: number
  /** Where time begins; at 0 if not given. */
  readonly start?: number
  /** Images side by side in what is shown at one time. */
  readonly columns: number
  /** Images shown at one time; `columns` × `columns` if not given. */
  readonly count?: number
  /** What is shown, in words. */
  readonly sentence: string
  /** Where the images are at these times, `count` for each; null if there is nothing to show. */
  way(times: readonly number[]): StudioWay | null | Promise<StudioWay | null>
  /** The tool shows something else from here on. */
  onChange: () => void
  /** What picking one of several images does. */
  nameOf?(index: number): string
  /** Time was set by hand, or moves on. */
  onTime?(time: number): void
  /** Its settings as an address keeps them, without those that are as usual. */
  kept?(): [key: string, value: string][]
  /** Takes up settings from an address; what cannot be read stays as it is. */
  takeUp?(kept: ReadonlyMap<string, string>): void
}

/** Images that a tool shows at one time. */
export function countOf({ count, columns }: Tool): number {
  return count ?? columns * columns
}
