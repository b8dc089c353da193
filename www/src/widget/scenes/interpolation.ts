import type { Points, Way } from '../../drawing/way'
import { slider } from '../controls'
import { classesOf, countOf, latentsOf, type Scene, type Setting } from './scene'

const SECONDS_A_LEG = 2
/** Points of a round trip; where there are classes, it leads through them. */
const STOPS = 6
const MOST_STOPS = 12

/** Each image on a round trip through samples of the seed. */
export async function interpolation(setting: Setting): Promise<Scene> {
  const { model, clock, strings, label } = setting
  const kinds = label === null ? (model.header.labels?.length ?? 0) : 0
  const stops = kinds > 1 ? Math.min(kinds, MOST_STOPS) : STOPS
  const points = countOf(setting) * stops
  const latents = await latentsOf(setting, points)
  const classes = classesOf(setting, points)
  const seconds = stops * SECONDS_A_LEG
  const partAt = (time: number) => (time / seconds) % 1
  const position = slider(
    strings.position,
    { least: 0, most: 1, step: 0.001 },
    (part) => {
      setting.takeInHand()
      clock.time = part * seconds
      setting.redraw()
    },
    (part) => `${Math.round(part * 100)} %`,
  )
  return {
    moves: true,
    name: 'morph',
    controls: [position.element],
    way: (time) => roundTrip({ latents, classes }, stops, partAt(time)),
    onTime(time) {
      position.set(partAt(time))
    },
    onStep(right, down) {
      setting.takeInHand()
      const part = partAt(clock.time) + (right - down) / 4
      clock.time = (part - Math.floor(part)) * seconds
      setting.redraw()
    },
  }
}

/** Each image on a round trip of its own through `stops` of the points; `part` is from 0 to 1. */
export function roundTrip(points: Points, stops: number, part: number): Way {
  return { kind: 'path', stops, parts: [part], spherical: true, closed: true, ...points }
}
