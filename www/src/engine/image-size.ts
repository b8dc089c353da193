/** What the header of an image says, before any pixel is decoded. */
export interface ImageSize {
  width: number
  height: number
}

/** Bytes that are read at a time: most headers are in the first ones. */
const PORTION = 65_536

/** Parts of a JPEG before its size: more is no photograph. */
const MOST_PARTS = 1000

/** Bytes of a file by their places. */
class Bytes {
  readonly #blob: Blob
  #start = 0
  #view = new DataView(new ArrayBuffer(0))

  constructor(blob: Blob) {
    this.#blob = blob
  }

  /** So many bytes from a place on; null where the file ends before. */
  async at(place: number, count: number): Promise<DataView | null> {
    if (place < this.#start || place + count > this.#start + this.#view.byteLength) {
      this.#start = place
      this.#view = new DataView(await this.#blob.slice(place, place + PORTION).arrayBuffer())
    }
    if (this.#view.byteLength < place - this.#start + count) return null
    return new DataView(this.#view.buffer, place - this.#start, count)
  }
}

/** The size of a JPEG, PNG, WebP, GIF or BMP; null for anything else, and for what breaks off before it. */
export async function imageSize(blob: Blob): Promise<ImageSize | null> {
  const bytes = new Bytes(blob)
  const start = await bytes.at(0, Math.min(blob.size, 30))
  if (!start) return null
  const letters = String.fromCharCode(
    ...new Uint8Array(start.buffer, start.byteOffset, start.byteLength),
  )
  const begins = (text: string, at = 0) => letters.startsWith(text, at)
  if (begins('\x89PNG\r\n\x1a\n') && start.byteLength >= 24) {
    return { width: start.getUint32(16), height: start.getUint32(20) }
  }
  if (begins('GIF8') && start.byteLength >= 10) {
    return { width: start.getUint16(6, true), height: start.getUint16(8, true) }
  }
  if (begins('BM') && start.byteLength >= 26) return ofBmp(start)
  if (begins('RIFF') && begins('WEBP', 8) && start.byteLength === 30) return ofWebp(start)
  return begins('\xff\xd8\xff') ? await ofJpeg(bytes) : null
}

function ofBmp(start: DataView): ImageSize {
  // The first version counted in 16 bits; a height below zero says that rows begin at the top.
  if (start.getUint32(14, true) === 12) {
    return { width: start.getUint16(18, true), height: start.getUint16(20, true) }
  }
  return {
    width: Math.abs(start.getInt32(18, true)),
    height: Math.abs(start.getInt32(22, true)),
  }
}

function ofWebp(start: DataView): ImageSize | null {
  switch (start.getUint32(12)) {
    case 0x56503820: // “VP8 ”
      return {
        width: start.getUint16(26, true) & 0x3fff,
        height: start.getUint16(28, true) & 0x3fff,
      }
    case 0x5650384c: {
      // “VP8L”
      const bits = start.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 0x56503858: // “VP8X”
      return {
        width: (start.getUint32(24, true) & 0xffffff) + 1,
        height: (start.getUint32(26, true) >>> 8) + 1,
      }
    default:
      return null
  }
}

async function ofJpeg(bytes: Bytes): Promise<ImageSize | null> {
  let place = 2
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const head = await bytes.at(place, 4)
    if (head?.getUint8(0) !== 0xff) return null
    const mark = head.getUint8(1)
    if (mark === 0xff) {
      place += 1
      continue
    }
    // Pixels or the end come before any size.
    if (mark === 0xda || mark === 0xd9) return null
    const isFrame = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)
    if (isFrame) {
      const frame = await bytes.at(place, 9)
      return frame && { width: frame.getUint16(7), height: frame.getUint16(5) }
    }
    place += 2 + head.getUint16(2)
  }
  return null
}
