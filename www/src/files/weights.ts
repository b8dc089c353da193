import type { Recipe } from '../engine/types'

/** Longer headers are none. */
const MOST_BYTES = 16 * 2 ** 20

/** What the header of a checkpoint says of it, as far as it is needed to find its data. */
export interface CheckpointHeader {
  kind: 'checkpoint'
  recipe: Recipe
  seed: number
  /** Name of the data set. */
  data: string
}

/** What a `.safetensors` file says it is: `foreign` where another program wrote it, null where it
 * says nothing that can be read. */
export async function kindOfWeights(
  file: Blob,
): Promise<'checkpoint' | 'generator' | 'foreign' | null> {
  const json = await ownHeader(file)
  if (json === null) return null
  if (json === undefined) return 'foreign'
  return json.kind === 'checkpoint' ? 'checkpoint' : 'generator'
}

/** The header of a checkpoint; null for what is none, or cannot be read. */
export async function checkpointHeader(file: Blob): Promise<CheckpointHeader | null> {
  const header = (await ownHeader(file)) as Partial<CheckpointHeader> | null | undefined
  const isWhole =
    header?.kind === 'checkpoint' &&
    typeof header.recipe === 'object' &&
    typeof header.seed === 'number' &&
    typeof header.data === 'string'
  return isWhole ? (header as CheckpointHeader) : null
}

/** Ganvas's own header; undefined where there is none, null where the file cannot be read. */
async function ownHeader(file: Blob): Promise<{ kind?: string } | null | undefined> {
  try {
    const start = new DataView(await file.slice(0, 8).arrayBuffer())
    const length = Number(start.getBigUint64(0, true))
    if (length > MOST_BYTES) return null
    const header = JSON.parse(await file.slice(8, 8 + length).text()) as Header
    const json = header.__metadata__?.ganvas
    return json === undefined ? undefined : (JSON.parse(json) as { kind?: string })
  } catch {
    return null
  }
}

interface Header {
  __metadata__?: { ganvas?: string }
}
