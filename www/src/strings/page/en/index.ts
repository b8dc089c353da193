import { embed } from './embed'
import { expectations } from './expectations'
import { frame } from './frame'
import { notices } from './notices'
import { play } from './play'
import { start } from './start'
import { theory } from './theory'
import { train } from './train'

export const en = { frame, train, theory, expectations, play, embed, notices, start }
