import type { Recipe } from '../engine/types'
import type { DataOptions, Size } from '../settings/data-options'
import { inRange, rangeSentence } from '../settings/settings'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { input } from './elements'
import type { Text } from '../strings/text'

/** The fields that take whole numbers from 1, and the most that each takes. */
const NUMBERS = {
  limit: 2 ** 20,
  'cut-height': 32_768,
  'cut-width': 32_768,
  'resize-height': 1024,
  'resize-width': 1024,
} as const
type NumberField = keyof typeof NUMBERS
const FIELDS = Object.keys(NUMBERS) as NumberField[]

export interface DataOptionsHooks {
  onChange: () => void
  onInvalid: (sentence: Text) => void
}

/** Which images are taken, and what of each. What is written wrongly stays unheard. */
export class DataOptionsView {
  readonly #hooks: DataOptionsHooks
  #options: DataOptions

  constructor(hooks: DataOptionsHooks) {
    this.#hooks = hooks
    this.#options = this.#read()
    for (const id of ['crop', 'pattern', 'swapped']) {
      input(id).addEventListener('change', () => {
        this.#take()
      })
    }
    for (const id of FIELDS) {
      input(id).addEventListener('change', () => {
        this.#numberChanged(id)
      })
    }
  }

  get options(): DataOptions {
    return this.#options
  }

  /** Shows options that came about elsewhere. */
  take(options: DataOptions): void {
    this.#options = options
    const { limit, pattern, cropped, cut, size, swapped } = options
    input('swapped').checked = swapped
    input('crop').checked = cropped
    input('pattern').value = pattern
    const values: Record<NumberField, number | null | undefined> = {
      limit,
      'cut-height': cut?.height,
      'cut-width': cut?.width,
      'resize-height': size?.height,
      'resize-width': size?.width,
    }
    for (const id of FIELDS) {
      input(id).value = String(values[id] ?? '')
      input(id).removeAttribute('aria-invalid')
    }
  }

  /** Only recipes that take any size leave a choice. */
  suit({ image }: Recipe): void {
    for (const side of ['height', 'width'] as const) {
      input(`resize-${side}`).disabled = image.fit !== 'adapt'
      input(`resize-${side}`).placeholder = String(image[side])
    }
  }

  #numberChanged(id: NumberField): void {
    const field = input(id)
    const isValid = field.value.trim() === '' || numberIn(id) !== null
    field.setAttribute('aria-invalid', String(!isValid))
    if (isValid) {
      this.#take()
      return
    }
    const name = id === 'limit' ? 'limit' : id.startsWith('cut') ? 'cut' : 'resize'
    const { value } = field
    this.#hooks.onInvalid(() => {
      const { names, notTaken } = words.notices
      const range = rangeSentence({ least: 1, most: NUMBERS[id], whole: true })
      return filled(notTaken, { name: names[name], range, value })
    })
  }

  #take(): void {
    this.#options = this.#read()
    this.#hooks.onChange()
  }

  #read(): DataOptions {
    return {
      limit: numberIn('limit'),
      pattern: input('pattern').value.trim(),
      cropped: input('crop').checked,
      swapped: input('swapped').checked,
      cut: sizeOf(numberIn('cut-height'), numberIn('cut-width')),
      size: sizeOf(numberIn('resize-height'), numberIn('resize-width')),
    }
  }
}

function numberIn(id: NumberField): number | null {
  const { value } = input(id)
  const range = { least: 1, most: NUMBERS[id], whole: true }
  return value.trim() !== '' && inRange(Number(value), range) ? Number(value) : null
}

/** One side alone is that of a square. */
function sizeOf(height: number | null, width: number | null): Size | null {
  const [down, across] = [height ?? width, width ?? height]
  return down === null || across === null ? null : { height: down, width: across }
}
