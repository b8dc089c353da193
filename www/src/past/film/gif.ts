import type { Frame } from '../frame'
import { indexed } from './colours'
import type { FilmHooks } from './hooks'
import { compressed } from './lzw'
import { FRAMES_PER_SECOND, LAST_SECONDS, Painter, spread } from './painter'

const BITS = 8

/** An animated GIF that plays for ever. Between its frames the page has time for all else. */
export async function writeGif(
  all: readonly Frame[],
  { caption, isStopped, onProgress }: FilmHooks,
): Promise<Blob | null> {
  const frames = spread(all)
  const painter = new Painter(frames, caption)
  const { width, height } = painter.canvas
  const parts = [header(width, height)]
  for (const [at, frame] of frames.entries()) {
    await painter.draw(frame)
    const isLast = at === frames.length - 1
    const seconds = isLast ? LAST_SECONDS : 1 / FRAMES_PER_SECOND
    parts.push(...image(painter.pixels, Math.round(seconds * 100)))
    onProgress(at + 1, frames.length)
    if (isStopped()) return null
  }
  return new Blob([...parts, Uint8Array.of(0x3b)], { type: 'image/gif' })
}

/** Size, no common colours, and that it begins again at the end. */
function header(width: number, height: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(
    ...ascii('GIF89a'),
    ...[...short(width), ...short(height), 0x70, 0, 0],
    ...[0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, ...short(0), 0],
  )
}

/** One frame, with colours of its own, for so many hundredths of a second. */
function image({ data, width, height }: ImageData, delay: number): Uint8Array<ArrayBuffer>[] {
  const { palette, places } = indexed(data)
  const before = Uint8Array.of(
    ...[0x21, 0xf9, 4, 4, ...short(delay), 0, 0],
    ...[0x2c, ...short(0), ...short(0), ...short(width), ...short(height), 0x80 | (BITS - 1)],
  )
  return [before, palette, Uint8Array.of(BITS), blocks(compressed(places, BITS))]
}

/** Bytes in blocks of 255 at most, with their lengths before them and a 0 at the end. */
function blocks(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(bytes.length + Math.ceil(bytes.length / 255) + 1)
  let at = 0
  for (let from = 0; from < bytes.length; from += 255) {
    const block = bytes.subarray(from, from + 255)
    made[at] = block.length
    made.set(block, at + 1)
    at += block.length + 1
  }
  return made
}

const short = (value: number) => [value & 255, value >> 8]
const ascii = (text: string) => new TextEncoder().encode(text)
