// What a GIF file holds, read block by block: https://www.w3.org/Graphics/GIF/spec-gif89a.txt

/** Size and number of frames of a GIF; throws where it is none, or is cut off. */
export function readGif(bytes) {
  if (bytes.toString('latin1', 0, 6) !== 'GIF89a') throw new Error('It is no GIF89a.')
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)]
  const table = (flags) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let at = 13 + table(bytes[10])
  let frames = 0
  const skipBlocks = () => {
    while (bytes[at] > 0) at += 1 + bytes[at]
    at += 1
  }
  for (; at < bytes.length;) {
    const kind = bytes[at]
    if (kind === 0x3b) return { width, height, frames }
    if (kind === 0x21) at += 2
    else if (kind === 0x2c) {
      frames += 1
      // The descriptor, its colours, and the size of the first code.
      at += 10 + table(bytes[at + 9]) + 1
    } else throw new Error(`Block ${kind} at byte ${at} is unknown.`)
    skipBlocks()
  }
  throw new Error('It is cut off.')
}
