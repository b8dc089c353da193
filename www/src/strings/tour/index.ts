import { fetched } from '../fetched'
import { en } from './en'
import { STOPS, type TourStrings } from './type'

export { STOPS, type TourStrings }
export type { StopName } from './type'

/** In the reader's language. */
export function tourStrings(): Promise<TourStrings> {
  return fetched(en, {
    de: async () => (await import('./de')).de,
    ja: async () => (await import('./ja')).ja,
    zh: async () => (await import('./zh')).zh,
  })
}
