import type { en } from './en'

/** What the page says, by room; English names what there is, and every language must have it. */
export type PageStrings = typeof en
