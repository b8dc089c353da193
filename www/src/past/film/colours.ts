const COLOURS = 256
/** Colours are counted by their upper bits, so many of each channel. */
const BITS = 5
const BINS = 1 << (3 * BITS)

/** A picture in 256 colours: red, green and blue of each, and for every pixel the place of its colour. */
export interface Indexed {
  palette: Uint8Array<ArrayBuffer>
  places: Uint8Array<ArrayBuffer>
}

/** A picture in 256 colours: its own, where it has no more; else means of those that lie together. */
export function indexed(rgba: Uint8ClampedArray): Indexed {
  return exact(rgba) ?? reduced(rgba)
}

function exact(rgba: Uint8ClampedArray): Indexed | null {
  const palette = new Uint8Array(3 * COLOURS)
  const places = new Uint8Array(rgba.length / 4)
  const known = new Map<number, number>()
  for (let at = 0; at < places.length; at += 1) {
    const [red, green, blue] = [rgba[4 * at] ?? 0, rgba[4 * at + 1] ?? 0, rgba[4 * at + 2] ?? 0]
    const colour = (red << 16) | (green << 8) | blue
    let place = known.get(colour)
    if (place === undefined) {
      if (known.size === COLOURS) return null
      place = known.size
      known.set(colour, place)
      palette.set([red, green, blue], 3 * place)
    }
    places[at] = place
  }
  return { palette, places }
}

/** Median cut: boxes of colours are halved, that of most pixels and widest spread first. */
function reduced(rgba: Uint8ClampedArray): Indexed {
  const counts = new Uint32Array(BINS)
  const sums = new Float64Array(3 * BINS)
  const bins = new Uint16Array(rgba.length / 4)
  for (let at = 0; at < bins.length; at += 1) {
    const bin = binOf(rgba[4 * at] ?? 0, rgba[4 * at + 1] ?? 0, rgba[4 * at + 2] ?? 0)
    bins[at] = bin
    counts[bin] = (counts[bin] ?? 0) + 1
    for (const channel of CHANNELS) {
      sums[3 * bin + channel] = (sums[3 * bin + channel] ?? 0) + (rgba[4 * at + channel] ?? 0)
    }
  }
  const boxes = halved(counts)
  const palette = new Uint8Array(3 * COLOURS)
  const placeOf = new Uint8Array(BINS)
  for (const [place, { bins: own, count }] of boxes.entries()) {
    for (const bin of own) placeOf[bin] = place
    for (const channel of CHANNELS) {
      const sum = own.reduce((sum, bin) => sum + (sums[3 * bin + channel] ?? 0), 0)
      palette[3 * place + channel] = Math.round(sum / count)
    }
  }
  return { palette, places: Uint8Array.from(bins, (bin) => placeOf[bin] ?? 0) }
}

const CHANNELS = [0, 1, 2] as const
type Channel = (typeof CHANNELS)[number]

/** Bins whose colours lie together. */
interface Box {
  bins: number[]
  count: number
  /** The channel in which they are spread most, and how far. */
  widest: Channel
  spread: number
}

function halved(counts: Uint32Array): Box[] {
  const all = Array.from(counts.keys()).filter((bin) => counts[bin] !== 0)
  const boxes = [boxOf(all, counts)]
  while (boxes.length < COLOURS) {
    const weight = ({ count, spread }: Box) => count * spread
    const next = boxes.reduce((one, other) => (weight(other) > weight(one) ? other : one))
    if (next.spread === 0) break
    const sorted = next.bins.sort(
      (one, other) => levelOf(one, next.widest) - levelOf(other, next.widest),
    )
    let passed = 0
    const half = sorted.findIndex((bin) => (passed += counts[bin] ?? 0) >= next.count / 2)
    // Neither half is empty.
    const cut = Math.min(Math.max(half, 1), sorted.length - 1)
    const parts = [sorted.slice(0, cut), sorted.slice(cut)]
    boxes.splice(boxes.indexOf(next), 1, ...parts.map((part) => boxOf(part, counts)))
  }
  return boxes
}

function boxOf(bins: number[], counts: Uint32Array): Box {
  const count = bins.reduce((sum, bin) => sum + (counts[bin] ?? 0), 0)
  const spreads = CHANNELS.map((channel) => {
    let [least, most] = [Infinity, -Infinity]
    for (const bin of bins) {
      const level = levelOf(bin, channel)
      least = Math.min(least, level)
      most = Math.max(most, level)
    }
    return most - least
  })
  const spread = Math.max(...spreads)
  const widest = CHANNELS.find((channel) => spreads[channel] === spread) ?? 0
  return { bins, count, widest, spread }
}

function binOf(red: number, green: number, blue: number): number {
  const drop = 8 - BITS
  return ((red >> drop) << (2 * BITS)) | ((green >> drop) << BITS) | (blue >> drop)
}

/** How much of a channel the colours of a bin have. */
function levelOf(bin: number, channel: Channel): number {
  return (bin >> (BITS * (2 - channel))) & ((1 << BITS) - 1)
}
