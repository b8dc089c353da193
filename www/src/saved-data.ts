import { NamedError } from './engine/errors'
import type { CheckpointHeader } from './files/weights'
import { ALL } from './settings/data-options'
import { words } from './strings/page'
import { filled } from './strings/strings'
import type { DataChooser } from './training/chooser'
import { isStoredAs, type Saved } from './training/saved'
import type { Session } from './training/session'
import { builtIn, type Source, sourcesNamed } from './training/sources'
import { recallFiles } from './training/storage'
import type { DataOptionsView } from './view/data-options'

interface Parts {
  session: Session
  chooser: DataChooser
  dataOptions: DataOptionsView
}

/** The data set that a training was saved with; with `isChosen` its files may have been chosen again. */
export async function sourceOf(
  { chooser, dataOptions }: Parts,
  saved: Saved,
  isChosen: boolean,
): Promise<Source> {
  const { choice, what, files, options, seed } = saved.data
  dataOptions.take({ ...ALL, ...options })
  if (choice !== 'files') return builtIn(choice, seed)
  const found = await recallFiles(saved)
  if (found && files !== null) {
    const source = chooser.restore(found)
    isStoredAs(source, files)
    return source
  }
  if (isChosen && chooser.files) return chooser.files
  // They were too large, or the browser has let go of them.
  const { filesNotSaved, filesLost } = words.notices
  throw new NamedError(
    'DataError',
    filled(files === null ? filesNotSaved : filesLost, { name: what }),
  )
}

/** The data sets that a checkpoint may have been made with: those of its name, and the reader's own. */
export function sourcesOf({ chooser, session }: Parts, { data, seed }: CheckpointHeader): Source[] {
  const { choice } = session.data
  const own = choice === 'files' && chooser.files ? [chooser.files] : []
  const isAtHand = (source: Source) => Number(source.choice === choice)
  const all = [...sourcesNamed(data, seed), ...own]
  return all.sort((one, other) => isAtHand(other) - isAtHand(one))
}
