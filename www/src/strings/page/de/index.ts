import type { PageStrings } from '../type'
import { embed } from './embed'
import { frame } from './frame'
import { notices } from './notices'
import { play } from './play'
import { start } from './start'
import { train } from './train'

export const de: PageStrings = { frame, train, play, embed, notices, start }
