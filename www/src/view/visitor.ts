import type { Visit } from '../training/first-visit'
import { givenIn } from '../shared/place'
import { mediaQuery } from '../shared/media'
import { settlesWithin } from '../shared/patience'

interface Asked {
  connection?: { saveData?: boolean }
  getBattery?: () => Promise<{ level: number; charging: boolean }>
}

/** A battery that does not answer is none. */
const PATIENCE = 300

/** What the browser tells of its visitor. */
export async function visitOf(hasTraining: boolean): Promise<Visit> {
  const { connection } = navigator as Asked
  return {
    given: givenIn(new URL(location.href)),
    hasTraining,
    prefersLessMotion: mediaQuery('(prefers-reduced-motion: reduce)')?.matches ?? false,
    savesData:
      connection?.saveData === true ||
      (mediaQuery('(prefers-reduced-data: reduce)')?.matches ?? false),
    battery: await battery(),
  }
}

async function battery(): Promise<Visit['battery']> {
  const { getBattery } = navigator as Asked
  if (!getBattery) return null
  const asked = getBattery.call(navigator).catch(() => null)
  return (await settlesWithin(asked, PATIENCE)) ? await asked : null
}

/** Comes true once the page is looked at. */
export async function seen(): Promise<void> {
  while (document.visibilityState === 'hidden') {
    await new Promise((resolve) => {
      document.addEventListener('visibilitychange', resolve, { once: true })
    })
  }
}
