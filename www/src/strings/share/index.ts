import { fetched } from '../fetched'
import { en } from './en'
import type { ShareStrings } from './type'

export type { ShareStrings }

/** In the reader's language. */
export const share: ShareStrings = await fetched<ShareStrings>(en, {
  de: async () => (await import('./de')).de,
  ja: async () => (await import('./ja')).ja,
  zh: async () => (await import('./zh')).zh,
})
