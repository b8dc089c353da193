/** Longer headers are none. */
const MOST_BYTES = 16 * 2 ** 20

/** What a `.safetensors` file says it is: `foreign` where another program wrote it, null where it
 * says nothing that can be read. */
export async function kindOfWeights(
  file: Blob,
): Promise<'checkpoint' | 'generator' | 'foreign' | null> {
  try {
    const start = new DataView(await file.slice(0, 8).arrayBuffer())
    const length = Number(start.getBigUint64(0, true))
    if (length > MOST_BYTES) return null
    const header = JSON.parse(await file.slice(8, 8 + length).text()) as Header
    const json = header.__metadata__?.ganvas
    if (json === undefined) return 'foreign'
    const own = JSON.parse(json) as { kind?: string }
    return own.kind === 'checkpoint' ? 'checkpoint' : 'generator'
  } catch {
    return null
  }
}

interface Header {
  __metadata__?: { ganvas?: string }
}
