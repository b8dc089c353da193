import { NamedError } from '../engine/errors'
import type { ForeignFile } from '../engine/import'
import { words } from '../strings/page'
import { filled } from '../strings/strings'

/** Larger files are no generators. */
const MOST_BYTES = 320 * 2 ** 20

/** The files' bytes; what is too large for a generator is refused before it is read. */
export async function readAll(files: readonly File[]): Promise<ForeignFile[]> {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  if (size > MOST_BYTES) {
    const [found, most] = [Math.round(size / 1e6), Math.round(MOST_BYTES / 1e6)]
    const sentence = words.notices.generatorTooLarge
    throw new NamedError('WeightsError', filled(sentence, { files: namesOf(files), found, most }))
  }
  const read = async (file: File) => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  })
  return await Promise.all(files.map(read))
}

/** What files are called together: the first, and how many more. */
export function namesOf(files: readonly { name: string }[]): string {
  const [first, ...others] = files
  const name = first?.name ?? ''
  return others.length === 0
    ? name
    : filled(words.notices.andOthers, { name, count: others.length })
}
