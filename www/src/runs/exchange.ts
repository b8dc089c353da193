import { NamedError } from '../engine/errors'
import type { Recipe } from '../engine/types'
import { checkpointHeader } from '../files/weights'
import { type Moments, Shelf, type Storage } from '../past/shelf'
import { presets } from '../recipes/presets'
import { baseRecipe } from '../settings/recipes'
import type { RunsTexts } from '../strings/runs'
import { filled } from '../strings/strings'
import { newId, type Saved } from '../training/saved'
import { save } from '../training/storage'
import { ContainerError, read, written } from './container'
import { contentOf, type Packed, packedIn } from './packed'

/** Larger files are no runs: a checkpoint, eight to go back to, and the samples. */
const MOST_BYTES = 2 ** 30

interface Reading {
  texts: RunsTexts
  storage: Storage
  /** Has the engine read a recipe, and throws what is wrong with it. */
  check(recipe: Recipe): Promise<unknown>
}

/** A run as one file, with what is stored of its past. */
export async function exported(saved: Saved, storage: Storage): Promise<Blob> {
  const moments = await new Shelf(storage, saved.id).read(saved.id)
  const isBefore = ({ step }: { step: number }) => step <= saved.step
  const { frames, saves } = moments
  return written(
    contentOf(saved, { frames: frames.filter(isBefore), saves: saves.filter(isBefore) }),
  )
}

/** Keeps the run of a file as another one beside those there are. */
export async function imported(file: File, reading: Reading): Promise<Saved> {
  const { storage } = reading
  const { run, frames, saves } = await opened(file, reading)
  const id = newId()
  const whole = (packed: Packed): Saved => ({ version: 2, ...packed, id, name: run.name })
  const moments: Moments = { frames, saves: saves.map(whole) }
  const beside = bytesOf(frames.map(({ picture }) => picture)) + bytesOf(saves.map(checkpointOf))
  const saved = { ...whole(run), time: Date.now(), beside }
  await save(saved, null)
  await new Shelf(storage, id).keep(moments)
  return saved
}

async function opened(file: File, reading: Reading) {
  const { texts } = reading
  const check = (recipe: Recipe) => reading.check(recipe)
  if (file.size > MOST_BYTES) {
    const megabytes = (bytes: number) => Math.round(bytes / 1e6)
    const sizes = { found: megabytes(file.size), most: megabytes(MOST_BYTES) }
    throw refused(texts.tooLarge, { file: file.name, ...sizes })
  }
  try {
    const content = packedIn(await read(file))
    for (const packed of [content.run, ...content.saves]) await checked(packed, check)
    const { recipe, settings } = content.run
    if (baseRecipe(settings, presets)) return content
    throw refused(texts.unknownRecipe, { file: file.name, recipe })
  } catch (thrown) {
    if (!(thrown instanceof ContainerError)) throw thrown
    throw refused(texts[thrown.flaw], { file: file.name })
  }
}

/** Its checkpoint is one, of this training, and the engine reads its recipe. */
async function checked({ checkpoint, settings }: Packed, check: Reading['check']): Promise<void> {
  const header = await checkpointHeader(checkpoint)
  if (header?.seed !== settings.seed || !(await isWhole(checkpoint))) {
    throw new ContainerError('damaged')
  }
  await check(header.recipe)
  if (settings.edited) await check(settings.edited)
}

/** Whether the tensors of a safetensors file end where it does. */
async function isWhole(file: Blob): Promise<boolean> {
  const length = new DataView(await file.slice(0, 8).arrayBuffer()).getBigUint64(0, true)
  const end = 8 + Number(length)
  const header = JSON.parse(await file.slice(8, end).text()) as Record<
    string,
    { data_offsets?: unknown }
  >
  const ends = Object.values(header).flatMap(({ data_offsets: offsets }) =>
    Array.isArray(offsets) ? [Number(offsets[1])] : [],
  )
  return end + ends.reduce((most, each) => Math.max(most, each), 0) === file.size
}

const refused = (text: string, values: Readonly<Record<string, string | number>>) =>
  new NamedError('RunError', filled(text, values))

const checkpointOf = ({ checkpoint }: Packed) => checkpoint
const bytesOf = (blobs: readonly Blob[]) => blobs.reduce((sum, { size }) => sum + size, 0)
