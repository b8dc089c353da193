import { classesOf, countOf, latentsOf, type Scene, type Setting } from './scene'

/** Seconds from one of a walk's random points to the next. */
const SECONDS_A_LEG = 3

/** Images of a seed side by side; played, each walks a way of its own. */
export async function grid(setting: Setting): Promise<Scene> {
  const count = countOf(setting)
  const latents = await latentsOf(setting, count)
  const classes = classesOf(setting, count)
  const { seed, truncation } = setting.options
  return {
    moves: true,
    name: 'images',
    controls: [],
    way: (time) =>
      time === 0
        ? { kind: 'points', latents, classes }
        : { kind: 'walk', latents, classes, seed, truncation, time: time / SECONDS_A_LEG },
  }
}
