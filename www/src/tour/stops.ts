import type { Mode } from '../shared/place'
import type { StopName, TourStrings } from '../strings/tour'
import { element } from '../view/elements'
import { type Guide, stepOf, trainWith } from './guide'
import { collapsing, eager } from './recipes'

/** Something that one can do at a stop. */
interface Act {
  name: Exclude<keyof TourStrings, 'stops'>
  act(guide: Guide): void | Promise<void>
}

/** Where a stop is, and what one can do there. */
interface Stop {
  mode: Mode
  /** What it is about, by its id. */
  at: string
  /** Brings it about that this is there to be seen. */
  arrive?(guide: Guide): void
  acts: readonly Act[]
  /** Whether its acts start another training. */
  startsAnew?: boolean
}

/** The generator that the first and the last stop play with. */
const DIGITS = 'mnist-28'

function openEyes(): void {
  element('eyes', HTMLDetailsElement).open = true
}

async function withPreset(
  guide: Guide,
  name: string,
  change: (recipe: NonNullable<ReturnType<Guide['preset']>>) => Parameters<Guide['choose']>[0],
): Promise<void> {
  const recipe = guide.preset(name)
  if (recipe) await trainWith(guide, change(recipe))
}

export const TOUR: Readonly<Record<StopName, Stop>> = {
  noise: {
    mode: 'play',
    at: 'play-samples',
    arrive: (guide) => {
      guide.play.choose(DIGITS)
    },
    acts: [
      {
        name: 'otherNumbers',
        act: (guide) => {
          const { desk } = guide.play
          desk.draw({ seed: desk.drawing.seed + 1 })
        },
      },
    ],
  },
  generator: {
    mode: 'train',
    at: 'samples',
    acts: [
      {
        name: 'start',
        act: async (guide) => {
          guide.taken()
          await guide.conductor.start()
        },
      },
    ],
  },
  discriminator: { mode: 'train', at: 'eyes', arrive: openEyes, acts: [] },
  step: {
    mode: 'train',
    at: 'eyes',
    arrive: openEyes,
    acts: [
      { name: 'letDLearn', act: (guide) => stepOf(guide, 'discriminator') },
      { name: 'letGLearn', act: (guide) => stepOf(guide, 'generator') },
    ],
  },
  half: { mode: 'train', at: 'verdict-chart', acts: [] },
  collapse: {
    mode: 'train',
    at: 'samples',
    startsAnew: true,
    acts: [{ name: 'provoke', act: (guide) => withPreset(guide, 'mlp-gan', collapsing) }],
  },
  r1: {
    mode: 'train',
    at: 'verdict-chart',
    startsAnew: true,
    acts: [
      {
        name: 'withoutR1',
        act: (guide) => withPreset(guide, 'fast-digits', (recipe) => eager(recipe, false)),
      },
      {
        name: 'withR1',
        act: (guide) => withPreset(guide, 'fast-digits', (recipe) => eager(recipe, true)),
      },
    ],
  },
  walk: {
    mode: 'play',
    at: 'stage',
    arrive: (guide) => {
      guide.play.choose(DIGITS)
    },
    acts: [
      {
        name: 'go',
        act: (guide) => {
          const { ways } = guide.play
          ways.open('walk')
          ways.stage.play()
        },
      },
    ],
  },
}
