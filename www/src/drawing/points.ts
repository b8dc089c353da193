import { joined, type Numbers } from '../shared/numbers'
import type { Header } from './header'
import type { Program } from './program'
import type { Points, Way } from './way'

/** The points of a frame. */
export function pointsOf(way: Way, program: Program, header: Header): Points {
  const { drawer, along } = program
  const { dimension } = header.latent
  const kinds = header.labels?.length ?? 0
  const truncated = (latents: Numbers, truncation = 1) =>
    truncation === 1 ? latents : (drawer.truncated(latents, truncation) as Numbers)

  switch (way.kind) {
    case 'points':
      return { latents: truncated(way.latents, way.truncation), classes: way.classes }
    case 'samples': {
      const { seed, first, count, truncation, classes } = way
      const latents = drawer.latents(first + count, seed).slice(first * dimension)
      return { latents: truncated(latents, truncation), classes }
    }
    case 'path': {
      const parts = Float32Array.from(way.parts)
      const through = (numbers: Numbers, width: number, spherical: boolean) =>
        eachPart(numbers, way.stops * width, (keys) =>
          along(keys, width, parts, spherical, way.closed),
        )
      // Classes are mixed, not turned.
      const classes = through(way.classes, kinds, false)
      return { latents: through(way.latents, dimension, way.spherical), classes }
    }
    case 'walk': {
      const times = Float64Array.from(way.times)
      const walk = (start: Numbers | undefined, index: number) =>
        drawer.walk(way.seed + index, start, way.truncation, times)
      const latents =
        way.latents.length === 0
          ? (walk(undefined, 0) as Numbers)
          : eachPart(way.latents, dimension, walk)
      return { latents, classes: repeated(way.classes, kinds, times.length) }
    }
  }
}

/** What becomes of each part of some numbers, one after another; numbers left over are for it to refuse. */
function eachPart(
  numbers: Numbers,
  length: number,
  change: (part: Numbers, index: number) => Float32Array,
): Numbers {
  const count = length > 0 ? Math.ceil(numbers.length / length) : 0
  const parts = Array.from({ length: count }, (_, index) =>
    change(numbers.slice(index * length, (index + 1) * length), index),
  )
  return joined(parts)
}

/** Each part as often, one after another. */
export function repeated(numbers: Numbers, length: number, times: number): Numbers {
  return eachPart(numbers, length, (part) => joined(Array.from({ length: times }, () => part)))
}
