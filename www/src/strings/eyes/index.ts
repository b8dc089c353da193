import { fetched } from '../fetched'
import { en } from './en'
import type { EyesStrings } from './type'

export type { EyesStrings }

/** In the reader's language. */
export function eyesStrings(): Promise<EyesStrings> {
  return fetched(en, {
    de: async () => (await import('./de')).de,
    ja: async () => (await import('./ja')).ja,
    zh: async () => (await import('./zh')).zh,
  })
}
