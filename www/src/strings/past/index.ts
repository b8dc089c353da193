import { fetched } from '../fetched'
import { en } from './en'

export type PastTexts = typeof en

/** What is said about the past of a training, in the reader's language. */
export const pastTexts = (): Promise<PastTexts> =>
  fetched(en, {
    de: async () => (await import('./de')).de,
    ja: async () => (await import('./ja')).ja,
    zh: async () => (await import('./zh')).zh,
  })
