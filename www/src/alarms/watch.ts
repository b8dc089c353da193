import type { Alarm, AlarmName } from './alarm'
import { collapse } from './collapse'
import { discriminatorWins } from './discriminator-wins'
import { generatorWins } from './generator-wins'
import { ratesTooHigh } from './rates-too-high'
import type { Signs } from './signs'
import { tooEarly } from './too-early'

/** One at a time: the first of these is told. Each is more likely the cause of those behind it. */
const ALARMS: readonly Alarm[] = [
  ratesTooHigh,
  discriminatorWins,
  generatorWins,
  collapse,
  tooEarly,
]

interface Standing {
  alarm: Alarm
  isOn: boolean
  isSuspected: boolean
  /** Since which step its signs have been otherwise than `isOn` says. */
  since: number | null
  /** Nobody wants to hear of it before this step, unless its signs have gone once. */
  silentUntil: number
}

/** Tells which alarm there is, if any, without flickering. */
export class AlarmWatch {
  #standings: Standing[] = []

  constructor() {
    this.clear()
  }

  /** Another training begins. */
  clear(): void {
    this.#standings = ALARMS.map((alarm) => ({
      alarm,
      isOn: false,
      isSuspected: false,
      since: null,
      silentUntil: 0,
    }))
  }

  /** The alarm to be told, or null. */
  took(signs: Signs): Alarm | null {
    for (const standing of this.#standings) follow(standing, signs)
    const first = this.#standings.find(({ isOn }) => isOn)
    // What is less likely the cause is not told in place of one that is silent.
    return first && signs.step >= first.silentUntil ? first.alarm : null
  }

  /** Whether no alarm is on, and none is about to be. */
  get isCalm(): boolean {
    return this.#standings.every(
      ({ alarm, isOn, since }) => alarm === tooEarly || (!isOn && since === null),
    )
  }

  /** Whether nothing points to an alarm at all, so that a save can be called good. */
  get isSound(): boolean {
    return this.isCalm && !this.#standings.some(({ isSuspected }) => isSuspected)
  }

  /** This alarm was dismissed, or its remedy taken, which shows by the step `until` whether it was enough. */
  silence(name: AlarmName, until = Infinity): void {
    for (const standing of this.#standings) {
      if (standing.alarm.name === name) standing.silentUntil = until
    }
  }
}

function follow(standing: Standing, signs: Signs): void {
  const { alarm, isOn } = standing
  standing.isSuspected = alarm.isSuspected?.(signs) ?? false
  const isThere = isOn ? alarm.lasts(signs) : alarm.starts(signs)
  if (isThere === isOn) {
    standing.since = null
    return
  }
  standing.since ??= signs.step
  if (signs.step - standing.since < alarm.patience) return
  standing.isOn = isThere
  standing.since = null
  if (!isThere) standing.silentUntil = 0
}
