import { AFTER_RESET, type AfterReset, type Settings } from '../settings/settings'
import type { DataOptions } from '../settings/data-options'
import type { DataLoader } from './data'
import type { Source } from './sources'

/** What a training was started with: all of it may be wanted otherwise by now. */
export interface Applied {
  settings: Settings
  source: Source
  /** How that was read. */
  options: DataOptions
  dataVersion: number
}

/** What a training is started with now. */
export function appliedNow(settings: Settings, data: DataLoader): Applied {
  const { source, options, version } = data
  return { settings: { ...settings }, source, options, dataVersion: version }
}

/** Settings whose change waits for Reset. */
export function pendingOf(applied: Applied, wanted: Settings, data: DataLoader): AfterReset[] {
  const { settings, dataVersion } = applied
  return AFTER_RESET.filter((name) => {
    if (name === 'data') return data.version !== dataVersion
    if (name === 'recipe' && settings.edited !== wanted.edited) return true
    return settings[name] !== wanted[name]
  })
}
