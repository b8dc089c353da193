import { joined, type Numbers } from '../shared/numbers'
import type { Header } from './header'
import type { Program } from './program'
import type { Points, Way } from './way'

/** The points of a frame. */
export function pointsOf(way: Way, program: Program, header: Header): Points {
  const { drawer, along } = program
  const { dimension } = header.latent
  const kinds = header.labels?.length ?? 0
  switch (way.kind) {
    case 'points':
      return way
    case 'samples': {
      const { seed, first, count, truncation, classes } = way
      const all = drawer.latents(first + count, seed).slice(first * dimension)
      const latents = truncation === 1 ? all : (drawer.truncated(all, truncation) as Numbers)
      return { latents, classes }
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
      const time = Float64Array.of(way.time)
      const walk = (start: Numbers, index: number) =>
        drawer.walk(way.seed + index, start, way.truncation, time)
      return { latents: eachPart(way.latents, dimension, walk), classes: way.classes }
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
