/** An address in full, or null if it is none. */
export function absoluteAddress(address: string, base?: string): string | null {
  try {
    return new URL(address, base).href
  } catch {
    return null
  }
}
