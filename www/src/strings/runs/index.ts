import { fetched } from '../fetched'
import { en } from './en'

export type RunsTexts = Readonly<Record<keyof typeof en, string>>

/** What is said about runs side by side, in the reader's language. */
export const runsTexts = (): Promise<RunsTexts> =>
  fetched<RunsTexts>(en, {
    de: async () => (await import('./de')).de,
    ja: async () => (await import('./ja')).ja,
    zh: async () => (await import('./zh')).zh,
  })
