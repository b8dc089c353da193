import type { en } from './en'

/** What the builder says. Kinds come from the engine: one that has no text has none to show. */
export type BuilderTexts = typeof en
