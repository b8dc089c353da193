import type { Frame } from '../past/frame'
import type { Moments } from '../past/shelf'
import type { Saved } from '../training/saved'
import type { Content } from './container'
import { isCourse, isFrame, isSavedData, isSettings, short, whole } from './checked'
import { ContainerError, isObject } from './container'

/** A training as one file has it: without an id, which it gets where it is kept. */
export type Packed = Omit<Saved, 'version' | 'id' | 'beside'>

const CHECKPOINT = 'checkpoint'
const MOST_SAVES = 16
const MOST_FRAMES = 400

/** What of a run is written; the past is what its frames and its earlier checkpoints are. */
export function contentOf(saved: Saved, { frames, saves }: Moments): Content {
  const parts = new Map<string, Blob>([[CHECKPOINT, saved.checkpoint]])
  const framesSaid = frames.map(({ picture, ...frame }) => {
    const part = `frames/${frame.step}`
    parts.set(part, picture)
    return { ...frame, type: picture.type, part }
  })
  const savesSaid = saves.map((save) => {
    const part = `saves/${save.step}`
    parts.set(part, save.checkpoint)
    return { ...saidOf(save), part }
  })
  return { about: { run: saidOf(saved), frames: framesSaid, saves: savesSaid }, parts }
}

function saidOf({ name, recipe, step, time, settings, data, course }: Saved) {
  // Files of one's own stay where they are.
  return { name, recipe, step, time, settings, data: { ...data, files: null }, course }
}

/** What a file holds, checked; a part that nothing names is refused as well. */
export function packedIn({ about, parts }: Content): {
  run: Packed
  frames: Frame[]
  saves: Packed[]
} {
  if (!isObject(about)) throw new ContainerError('damaged')
  const left = new Map(parts)
  const take = (name: unknown): Blob => {
    const part = typeof name === 'string' ? left.get(name) : undefined
    if (!part) throw new ContainerError('damaged')
    left.delete(String(name))
    return part
  }
  const run = runIn(about['run'], take(CHECKPOINT))
  const frames = listed(about['frames'], MOST_FRAMES).map((said) =>
    frameIn(said, take(said['part'])),
  )
  const saves = listed(about['saves'], MOST_SAVES).map((said) => runIn(said, take(said['part'])))
  const isPast = ({ step }: { step: number }) => step <= run.step
  if (left.size > 0 || !saves.every(isPast)) throw new ContainerError('damaged')
  return { run, frames, saves }
}

function listed(value: unknown, most: number): Record<string, unknown>[] {
  if (!Array.isArray(value) || value.length > most || !value.every(isObject)) {
    throw new ContainerError('damaged')
  }
  return value
}

function runIn(said: unknown, checkpoint: Blob): Packed {
  if (!isObject(said)) throw new ContainerError('damaged')
  const { name, recipe, step, time, settings, data, course } = said
  const isWhole =
    short(name) &&
    short(recipe) &&
    whole(step) &&
    whole(time) &&
    isSettings(settings) &&
    isSavedData(data) &&
    (course === null || isCourse(course))
  if (!isWhole) throw new ContainerError('damaged')
  return { name, recipe, step, time, settings, data: { ...data, files: null }, course, checkpoint }
}

function frameIn(said: Record<string, unknown>, part: Blob): Frame {
  const { step, averaged, times, columns, rows, width, height, type } = said
  const frame = { step, averaged, times, columns, rows, width, height, type }
  if (!isFrame(frame)) throw new ContainerError('damaged')
  const { type: kind, ...rest } = frame
  return { ...rest, picture: new Blob([part], { type: kind }) }
}
