import type { ImageReport } from '../engine/types'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { element, make } from './elements'
import { wholeNumber } from './numbers'

/** Shows what became of the files, and what can be set about them; null for other data. */
export function showImages(report: ImageReport | null): void {
  element('image-options').hidden = report === null
  const details = element('image-report')
  details.hidden = !report?.skipped
  if (!report) return
  const { kept, skipped, first_skipped } = report
  element('image-report-summary').textContent = filled(words.train.keptAndSkipped, {
    kept: wholeNumber(kept),
    skipped: wholeNumber(skipped),
  })
  const items = first_skipped.map(({ path, why }) => make('li', `${path}: ${why}`))
  const more = skipped - first_skipped.length
  if (more > 0) items.push(make('li', filled(words.train.andMore, { count: wholeNumber(more) })))
  element('image-report-files').replaceChildren(...items)
}
