import { words } from '../strings/page'
import { input } from './elements'
import type { Action } from './messages'

/** Buttons that open what chooses files, for a message that asks for some. */
export function chooseFiles(): Action[] {
  const choose = (id: string) => () => {
    input(id).click()
  }
  return [
    { name: () => words.train.chooseFiles, act: choose('files') },
    { name: () => words.train.chooseFolder, act: choose('folder') },
  ]
}
