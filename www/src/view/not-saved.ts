import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { button } from './elements'
import type { StatusView } from './status'

/** Says that a training could not be saved, in words of ours, and offers what helps. */
export function tellNotSaved(status: StatusView, { name, message }: Error): void {
  const sentence = () => {
    const { storageFull, storageRefuses, cannotSave } = words.notices
    const isOurs = name === 'StorageError'
    const why = name === 'QuotaExceededError' ? storageFull : isOurs ? message : storageRefuses
    return filled(cannotSave, { why })
  }
  const download = () => {
    button('download-checkpoint').click()
  }
  status.past('storage')
  status.notice(sentence, {
    cause: 'storage',
    actions: [{ name: () => words.train.checkpoint, act: download }],
  })
}
