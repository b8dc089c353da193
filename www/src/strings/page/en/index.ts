import { alarms } from './alarms'
import { embed } from './embed'
import { cards, scores } from './cards'
import { expectations } from './expectations'
import { faults } from './faults'
import { first } from './first'
import { frame } from './frame'
import { hints } from './hints'
import { names } from './names'
import { notices } from './notices'
import { play } from './play'
import { quality } from './quality'
import { recipes } from './recipes'
import { start } from './start'
import { theory } from './theory'
import { train } from './train'

export const en = {
  first,
  frame,
  train,
  theory,
  expectations,
  alarms,
  quality,
  recipes,
  cards,
  scores,
  play,
  embed,
  hints,
  names,
  notices,
  faults,
  start,
}
