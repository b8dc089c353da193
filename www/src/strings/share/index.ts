import { fetched } from '../fetched'
import { share as english } from './en'
import type { ShareStrings } from './type'

export const share: ShareStrings = await fetched<ShareStrings>(english, {
  de: async () => (await import('./de')).share,
  ja: async () => (await import('./ja')).share,
  zh: async () => (await import('./zh')).share,
})
