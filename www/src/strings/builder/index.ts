import { fetched } from '../fetched'
import { en } from './en'
import type { BuilderTexts } from './type'

export type { BuilderTexts }

/** What the builder says, in the reader's language. */
export const builderTexts = () =>
  fetched<BuilderTexts>(en, {
    de: async () => (await import('./de')).de,
    ja: async () => (await import('./ja')).ja,
    zh: async () => (await import('./zh')).zh,
  })
