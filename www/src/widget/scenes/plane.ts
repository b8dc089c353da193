import { iconButton } from '../controls'
import { classesOf, countOf, kept, latentsOf, type Scene, type Setting } from './scene'
import { onPlane, planeOf } from './sphere'

/** How far the picture's size leads, as an angle. */
const ANGLE = 1.6
/** Seconds of one round when it moves by itself, and how far out it goes. */
const SECONDS = 16
const RADIUS = 0.5

/** A plane of the latent space, bent as the latents lie: to be dragged about. */
export async function plane(setting: Setting): Promise<Scene> {
  const { model, strings, clock } = setting
  const count = countOf(setting)
  const { dimension } = model.header.latent
  // The first samples of the seed, and two more for the directions that all of them go.
  const samples = await latentsOf(setting, count + 2)
  const planes = Array.from({ length: count }, (_, index) =>
    planeOf(samples, dimension, [index, count, count + 1]),
  )
  const classes = classesOf(setting, count)
  const at = kept(setting, 'at', { x: 0, y: 0 })

  function move(right: number, down: number): void {
    setting.takeInHand()
    // What is shown goes with the hand.
    at.x -= right
    at.y -= down
    setting.redraw()
  }

  return {
    moves: true,
    name: 'plane',
    controls: [
      iconButton('centre', strings.centre, () => {
        setting.takeInHand()
        Object.assign(at, { x: 0, y: 0 })
        clock.time = 0
        setting.redraw()
      }),
    ],
    way(time) {
      const turn = (2 * Math.PI * time) / SECONDS
      const x = ANGLE * (at.x + RADIUS * Math.sin(turn))
      const y = ANGLE * (at.y + RADIUS * (1 - Math.cos(turn)))
      const latents = new Float32Array(count * dimension)
      for (const [index, each] of planes.entries()) {
        latents.set(onPlane(each, x, y), index * dimension)
      }
      return { kind: 'points', latents, classes }
    },
    onStep: (right, down) => {
      move(-right, -down)
    },
    onDrag: move,
  }
}
