import type { Grid } from '../shared/picture'
import type { Shown } from '../view/generated'
import type { Bounds } from './kept'

/** The samples of a moment, packed. */
export interface Frame extends Pick<Grid, 'columns' | 'rows' | 'width' | 'height'> {
  step: number
  /** Whether the averaged generator drew them. */
  averaged: boolean
  /** How many times its contrast was stretched, if it was. */
  times: number | null
  picture: Blob
}

/** 64 digits of 28 pixels a side take 16 KB: of these it is the number that is bounded, of larger ones the bytes. */
export const FRAMES: Bounds<Frame> = {
  most: 400,
  bytes: 20e6,
  apart: 0.01,
  size: ({ picture }) => picture.size,
}

/** The first of these that the browser writes; none of them is seen to lose anything. */
const TYPES = ['image/webp', 'image/jpeg']
const QUALITY = 0.9

export async function packed({ grid, ...about }: Shown): Promise<Frame> {
  const { columns, rows, width, height } = grid
  return { ...about, columns, rows, width, height, picture: await written(canvasOf(grid)) }
}

/** A canvas with all of a grid, as large as it is. */
export function canvasOf({ columns, rows, width, height, rgba }: Grid): OffscreenCanvas {
  const canvas = new OffscreenCanvas(columns * width, rows * height)
  const picture = new ImageData(rgba, canvas.width, canvas.height)
  canvas.getContext('2d')?.putImageData(picture, 0, 0)
  return canvas
}

async function written(canvas: OffscreenCanvas): Promise<Blob> {
  for (const type of TYPES) {
    const blob = await canvas.convertToBlob({ type, quality: QUALITY })
    // What a browser cannot write it writes as PNG.
    if (blob.type === type) return blob
  }
  return await canvas.convertToBlob()
}

/** What was packed, a little less sharp. */
export async function unpacked({ picture, ...frame }: Frame): Promise<Shown> {
  const { averaged, step, times, ...size } = frame
  const { columns, rows, width, height } = size
  const bitmap = await createImageBitmap(picture)
  const canvas = new OffscreenCanvas(columns * width, rows * height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('The browser gives no canvas to draw on.')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  const { data: rgba } = context.getImageData(0, 0, canvas.width, canvas.height)
  return { grid: { ...size, rgba }, averaged, step, times }
}

/** Whether this, which a storage held, is a frame. */
export function isFrame(found: unknown): found is Frame {
  const frame = found as Partial<Frame> | null | undefined
  const sides = [frame?.columns, frame?.rows, frame?.width, frame?.height]
  return (
    Number.isInteger(frame?.step) &&
    sides.every((side) => Number.isInteger(side) && Number(side) > 0) &&
    frame?.picture instanceof Blob
  )
}
