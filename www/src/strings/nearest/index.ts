import { fetched } from '../fetched'
import { en } from './en'

export type NearestTexts = Readonly<Record<keyof typeof en, string>>

/** What the panel of the nearest real images says, in the reader's language. */
export function nearestTexts(): Promise<NearestTexts> {
  return fetched<NearestTexts>(en, {
    de: async () => (await import('./de')).de,
    ja: async () => (await import('./ja')).ja,
    zh: async () => (await import('./zh')).zh,
  })
}
