import { LATENT_KEY, MODEL_KEY } from '../shared/place'

/** An address of this page that opens a sample; null where its generator is in this tab alone. */
export function linkTo(reference: string | null, code: string): string | null {
  if (reference === null || /^(blob|data):/i.test(reference)) return null
  const link = new URL(location.pathname, location.href)
  link.searchParams.set(MODEL_KEY, reference)
  link.searchParams.set(LATENT_KEY, code)
  return link.href
}
