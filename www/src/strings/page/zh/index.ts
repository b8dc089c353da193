import type { PageStrings } from '../type'
import { embed } from './embed'
import { expectations } from './expectations'
import { frame } from './frame'
import { notices } from './notices'
import { play } from './play'
import { start } from './start'
import { theory } from './theory'
import { train } from './train'

export const zh: PageStrings = { frame, train, theory, expectations, play, embed, notices, start }
