import { unzipRaw } from 'unzipit'
import { asError, NamedError } from './errors'

/** A file in a ZIP file, unpacked when it is asked for. */
export interface Packed {
  path: string
  /** Bytes, as the ZIP file states them; unpacking stops there. */
  size: number
  blob(): Promise<Blob>
}

/** The files of a ZIP file, which is read where it lies. */
export async function filesInZip(name: string, zip: Blob): Promise<Packed[]> {
  try {
    const { entries } = await unzipRaw(zip)
    return entries
      .filter(({ isDirectory }) => !isDirectory)
      .map((entry) => ({
        path: entry.name.replaceAll('\\', '/'),
        size: entry.size,
        blob: () => entry.blob(),
      }))
  } catch (thrown) {
    throw new NamedError(
      'DataError',
      `${name} cannot be read as a ZIP file: ${asError(thrown).message}.`,
    )
  }
}
