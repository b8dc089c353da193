import { start as de } from './de/start'
import { start as en } from './en/start'
import { start as ja } from './ja/start'
import { start as zh } from './zh/start'

/** For the script that is built into every page; in each language all of them, as there is no page yet. */
export const STARTS = { en, de, ja, zh }
