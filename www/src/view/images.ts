import { said } from '../shared/sentence'
import type { DataInfo, ImageReport } from '../engine/types'
import { onLanguage, words } from '../strings/page'
import { filled } from '../strings/strings'
import { element, make } from './elements'
import { wholeNumber } from './numbers'

/** How many times larger than it is taken an image may be, along a side, without a word. */
const SHRUNK = 4

/** How many classes are named. */
const NAMED = 12

let latest: DataInfo | null = null
onLanguage(() => {
  if (latest) showImages(latest)
})

/** Shows what became of the files, and what can be set about them; nothing for other data. */
export function showImages(info: DataInfo): void {
  latest = info
  const { report } = info
  element('image-options').hidden = report === null
  const notes = notesOn(info)
  element('image-notes').hidden = notes.length === 0
  element('image-notes').replaceChildren(...notes.map((note) => make('li', note)))
  const details = element('image-report')
  details.hidden = !report?.skipped
  if (!report) return
  const { kept, skipped, first_skipped } = report
  element('image-report-summary').textContent = filled(words.train.keptAndSkipped, {
    kept: wholeNumber(kept),
    skipped: wholeNumber(skipped),
  })
  const items = first_skipped.map(({ path, why }) => make('li', `${path}: ${said(why)}`))
  const more = skipped - first_skipped.length
  if (more > 0) items.push(make('li', filled(words.train.andMore, { count: wholeNumber(more) })))
  element('image-report-files').replaceChildren(...items)
}

/** What a person should know of the set: its classes, and what of the files is lost. */
function notesOn(info: DataInfo): string[] {
  const { report, class_names: names } = info
  if (!report) return []
  const { images, between } = words.train
  const notes: string[] = []
  if (names.length > 0) {
    const named = names.slice(0, NAMED)
    if (names.length > NAMED) named.push('…')
    notes.push(filled(images.classNames, { names: named.join(between) }))
  }
  if (report.unlabelled !== null) {
    notes.push(filled(images.unlabelled, { why: said(report.unlabelled) }))
  }
  const others = report.other_kinds.reduce((sum, { files }) => sum + files, 0)
  if (others > 0) {
    const kinds = report.other_kinds.map(({ name, files }) => `${said(name)} ${wholeNumber(files)}`)
    const count = wholeNumber(others)
    notes.push(filled(images.otherKinds, { count, kinds: kinds.join(between) }))
  }
  return [...notes, ...losses(info, report)]
}

function losses({ channels, width, height }: DataInfo, report: ImageReport): string[] {
  const { images } = words.train
  const { coloured, kept, largest } = report
  const lost: string[] = []
  if (channels === 1 && coloured > 0) {
    const [count, all] = [wholeNumber(coloured), wholeNumber(kept)]
    lost.push(filled(images.coloursLost, { count, all }))
  }
  const [across, down] = largest
  if (across >= SHRUNK * width && down >= SHRUNK * height) {
    lost.push(filled(images.shrunk, { across, down, width, height }))
  }
  return lost
}
