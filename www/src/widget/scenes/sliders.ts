import { deviationOf } from '../../drawing/header'
import { moved } from '../../drawing/moved'
import { type Slider, slider } from '../controls'
import { filled } from '../../strings/strings'
import { classesOf, countOf, kept, latentsOf, type Scene, type Setting } from './scene'

const SLIDERS = 5
/** How far a slider goes, in deviations of a drawn latent. */
const REACH = 3
/** Played, each slider in turn goes to and fro. */
const SECONDS = 4

/** Samples of the seed, moved along the directions that change the images most. */
export async function sliders(setting: Setting): Promise<Scene> {
  const { model, strings } = setting
  const count = countOf(setting)
  const { dimension } = model.header.latent
  const samples = await latentsOf(setting, count)
  const directions = await model.directions()
  const classes = classesOf(setting, count)
  const spread = deviationOf(model.header)
  const values = kept(setting, 'values', new Float32Array(Math.min(SLIDERS, dimension)))
  const controls: Slider[] = Array.from(values, (_, index) =>
    slider(
      filled(strings.direction, { number: index + 1 }),
      { least: -REACH, most: REACH, step: 0.02 },
      (value) => {
        setting.takeInHand()
        values[index] = value
        setting.redraw()
      },
    ),
  )
  const show = () => {
    for (const [at, each] of controls.entries()) each.set(values[at] ?? 0)
  }
  show()
  return {
    moves: true,
    name: 'moved',
    controls: controls.map(({ element }) => element),
    needsControls: true,
    way() {
      const by = Array.from(values, (value) => value * spread)
      const latents = moved(samples, directions, dimension, by)
      return { kind: 'points', latents, classes }
    },
    onTime(time) {
      const index = Math.floor(time / SECONDS) % values.length
      const value = REACH * Math.sin((2 * Math.PI * time) / SECONDS)
      values[index] = value
      // The one before it stands where it began.
      const before = (index + values.length - 1) % values.length
      if (time > SECONDS && before !== index) values[before] = 0
      show()
    },
  }
}
