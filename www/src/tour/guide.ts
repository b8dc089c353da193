import type { Recipe, Turn } from '../engine/types'
import type { Play } from '../play/play'
import type { Mode } from '../shared/place'
import type { Session } from '../training/session'

/** What the tour does with the page. */
export interface Guide {
  go(mode: Mode): void
  play: Pick<Play, 'choose' | 'desk' | 'ways'>
  session: Pick<Session, 'phase' | 'stepOnce' | 'start' | 'dataSettled'>
  /** Starts, pauses and resets the training, so that nothing is lost. */
  conductor: Record<'start' | 'pause' | 'reset', () => Promise<void>>
  /** Whoever follows the tour has taken the training over. */
  taken(): void
  /** A recipe of the list. */
  preset(name: string): Recipe | undefined
  /** Takes a recipe and drawn digits, as if they were chosen by hand. */
  choose(recipe: Recipe): Promise<void>
  /** The stop that the address is to name; null when the tour is over. */
  onStop(stop: number | null): void
}

/** Starts anew with a recipe; the training that was there is saved. */
export async function trainWith(guide: Guide, recipe: Recipe): Promise<void> {
  guide.taken()
  await guide.choose(recipe)
  await guide.conductor.reset()
  await guide.conductor.start()
}

/** One step of one network, at rest. */
export async function stepOf(guide: Guide, turn: Turn): Promise<void> {
  guide.taken()
  if (guide.session.phase === 'running') await guide.conductor.pause()
  await guide.session.stepOnce(turn)
}
