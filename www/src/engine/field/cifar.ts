import type { DataSet } from '../../../../pkg/ganvas_webgpu.js'
import { isCifar, isImage, isTar } from '../../shared/file-names'
import type { Wasm } from '../module'
import type { ImageFile } from '../types'
import { filesInTar } from './tar'

/** The batches of CIFAR among a person's files, or in the only one if that is an archive; null where there are none. */
export async function cifarIn(
  wasm: Wasm,
  name: string,
  files: readonly ImageFile[],
): Promise<DataSet | null> {
  const [only] = files
  if (files.length !== 1 || !only || !isTar(only.path)) return await joined(wasm, name, files)
  // An archive of images is not read to its end for this.
  const takes = (path: string) => (isImage(path) ? 'stop' : isCifar(path))
  const packed = await filesInTar(only.path, only.blob, takes)
  if (!packed) return null
  const unpacked = packed.map(async (file) => ({ path: file.path, blob: await file.blob() }))
  return await joined(wasm, name, await Promise.all(unpacked))
}

async function joined(
  wasm: Wasm,
  name: string,
  files: readonly ImageFile[],
): Promise<DataSet | null> {
  const named = wasm.cifarAmong(files.map(({ path }) => path))
  // A batch may be called as its owner likes.
  const places = named.length > 0 ? [...named] : [...files.keys()]
  const chosen = places.flatMap((place) => files[place] ?? [])
  if (chosen.length === 0) return null
  const bytes: Uint8Array[] = []
  for (const { blob } of chosen) bytes.push(new Uint8Array(await blob.arrayBuffer()))
  const names = chosen.map(({ path }) => path)
  return wasm.DataSet.cifar(name, names, bytes)
}
