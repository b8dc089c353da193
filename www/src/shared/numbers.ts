/** Latents, weights of classes: numbers one after another. */
export type Numbers = Float32Array<ArrayBuffer>

/** All parts, one after another. */
export function joined(parts: readonly Float32Array[]): Numbers {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
