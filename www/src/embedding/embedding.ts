import { asError, messageOf } from '../engine/errors'
import { listed, onLanguage, words } from '../strings/page'
import { filled } from '../strings/strings'
import type { Encoding } from '../engine/types'
import { saveFile } from '../files/save'
import type { Card } from '../play/card'
import { button, element, input, make, select } from '../view/elements'
import { complain, numberIn } from '../view/fields'
import type { Text } from '../strings/text'
import { write } from '../view/write'
import { atHand, type Embeddable, embeddables, type Lenders, TRAINED } from './generators'
import { Preview } from './preview'
import { type Embedded, snippet, type Way } from './snippet'

/** The fields of the form that take numbers, and what they are called. */
const NUMBERS = {
  columns: { text: () => words.embed.columns, isWhole: true },
  rows: { text: () => words.embed.rows, isWhole: true },
  seed: { text: () => words.frame.seed, isWhole: true },
  truncation: { text: () => words.embed.truncation, isWhole: false },
  speed: { text: () => words.embed.speed, isWhole: false },
  width: { text: () => words.embed.width, isWhole: true },
}

/** The part of the page that puts a generator into somebody's post. */
export class Embedding {
  readonly #lenders: Lenders
  readonly #preview = new Preview(element('embed-preview'), () => {
    this.#write()
  })
  #cards: readonly Card[] = []
  #choices: readonly Embeddable[] = []
  /** The choice that a person has made; else the generator at hand. */
  #picked: string | null = null
  #visible = false

  constructor(lenders: Lenders) {
    this.#lenders = lenders
    select('embed-generator').addEventListener('change', () => {
      this.#picked = select('embed-generator').value
      void this.#open()
    })
    element('embed-options', HTMLFormElement).addEventListener('input', ({ target }) => {
      if (target === select('embed-generator')) return
      this.#preview.set(this.#attributes(), this.#width())
      this.#write()
    })
    element('embed-options').addEventListener('submit', (event) => {
      event.preventDefault()
    })
    for (const choice of ways()) {
      choice.addEventListener('change', () => {
        this.#write()
      })
    }
    onLanguage(() => {
      if (this.#visible) this.#writeAgain()
    })
    button('embed-copy').addEventListener('click', () => {
      void this.#copy()
    })
    button('embed-file').addEventListener('click', () => {
      void this.#save(async (choice) => {
        const bytes = await choice.file?.(select('embed-encoding').value as Encoding)
        if (bytes) saveFile(choice.reference.replace('./', ''), bytes)
      })
    })
    button('embed-poster-file').addEventListener('click', () => {
      void this.#save(async (choice) => {
        const picture = await this.#preview.picture()
        saveFile(posterOf(choice), new Uint8Array(await picture.arrayBuffer()), 'image/png')
      })
    })
  }

  offer(cards: readonly Card[]): void {
    this.#cards = cards
  }

  /** The widget lives only while it is seen; `fromTraining`, what is in training is at hand. */
  show(visible: boolean, fromTraining: boolean): void {
    if (visible === this.#visible) return
    this.#visible = visible
    if (fromTraining) this.#picked = TRAINED
    if (visible) void this.#list()
    else this.#preview.close()
  }

  async #list(): Promise<void> {
    this.#choices = embeddables(this.#cards, this.#lenders)
    const list = select('embed-generator')
    list.replaceChildren(
      ...this.#choices.map(({ id, title }) => {
        const option = make('option', title)
        option.value = id
        return option
      }),
    )
    const hand = atHand(this.#choices, this.#lenders.open())
    const isThere = this.#choices.some(({ id }) => id === this.#picked)
    list.value = (isThere ? this.#picked : hand) ?? ''
    await this.#open()
  }

  /** The language is another one: so are the titles of what ships. */
  #writeAgain(): void {
    for (const option of select('embed-generator').options) {
      const choice = this.#choices.find(({ id }) => id === option.value)
      if (choice) option.textContent = choice.title
    }
    const { title } = this.#choice ?? {}
    if (title !== undefined) this.#preview.title = title
    this.#write()
  }

  async #open(): Promise<void> {
    const choice = this.#choice
    element('embed-nothing').hidden = choice !== undefined
    element('embed-own').hidden = choice?.file == null
    element('embed-encoding-choice').hidden = choice?.isWritten !== true
    this.say('')
    if (!choice) return
    try {
      const file = choice.address === null ? await choice.file?.('i8') : undefined
      if (choice !== this.#choice || !this.#visible) return
      const from = choice.address ?? new Blob(file ? [file] : [])
      await this.#preview.open(from, choice.title, this.#attributes(), this.#width())
      this.#write()
    } catch (thrown) {
      this.say(() => messageOf(asError(thrown)))
    }
  }

  get #choice(): Embeddable | undefined {
    return this.#choices.find(({ id }) => id === select('embed-generator').value)
  }

  /** NaN, which leaves the width that there is, where none is given that can be. */
  #width(): number {
    return this.#isTaken('width') ? input('embed-width').valueAsNumber : NaN
  }

  /** What the form says, where it is not as usual. */
  #attributes(): Map<string, string> {
    const attributes = new Map([['mode', select('embed-mode').value]])
    const usualSide = select('embed-mode').value === 'grid' ? '3' : '1'
    for (const name of ['rows', 'columns']) input(`embed-${name}`).placeholder = usualSide
    for (const [name, usual] of [
      ['rows', usualSide],
      ['columns', usualSide],
      ['seed', '1'],
      ['truncation', '1'],
      ['speed', '1'],
    ] as const) {
      const value = input(`embed-${name}`).value.trim()
      if (this.#isTaken(name) && value !== '' && value !== usual) attributes.set(name, value)
    }
    for (const name of ['autoplay', 'controls']) {
      if (input(`embed-${name}`).checked) attributes.set(name, '')
    }
    const loading = select('embed-loading').value
    if (loading !== 'lazy') attributes.set('loading', loading)
    return attributes
  }

  /** An empty field is what is usual. */
  #isTaken(name: keyof typeof NUMBERS): boolean {
    const [field, wrong] = [input(`embed-${name}`), 'embed-wrong']
    if (field.value === '' && !field.validity.badInput) {
      complain(field, wrong, null)
      return true
    }
    const { text, isWhole } = NUMBERS[name]
    const range = { least: Number(field.min), most: most(field), isWhole }
    return numberIn(field, range, { name: text, wrong }) !== null
  }

  #write(): void {
    const choice = this.#choice
    if (!choice) return
    const way = ways().find(({ checked }) => checked)?.value as Way
    const { width, height } = this.#preview.size
    const attributes = [...this.#preview.attributes].filter(([name]) => name !== 'model')
    const isElsewhere = way === 'iframe' && choice.file !== null
    const reference = isElsewhere
      ? `https://your.site/${choice.reference.replace('./', '')}`
      : choice.reference
    const embedded: Embedded = {
      attributes: [['model', reference], ...attributes] as unknown as Embedded['attributes'],
      title: choice.title,
      width,
      height,
      poster: input('embed-poster').checked ? posterOf(choice) : null,
      home: new URL('.', document.baseURI).href,
    }
    const text = element('embed-snippet', HTMLTextAreaElement)
    text.value = snippet(way, embedded)
    text.rows = text.value.split('\n').length
    element('embed-poster-row').hidden = way === 'iframe'
    this.#note(way, choice)
  }

  #note(way: Way, choice: Embeddable): void {
    const isLocal = /^(localhost|127\.|\[::1\]|$)/.test(location.hostname)
    const hasPicture = way !== 'iframe' && input('embed-poster').checked
    const sentences = [
      besideThePost([
        ...(choice.file && way !== 'iframe' ? [choice.reference.replace('./', '')] : []),
        ...(hasPicture ? [posterOf(choice)] : []),
      ]),
      choice.file && way === 'iframe' ? words.embed.putElsewhere : '',
      isLocal && way !== 'bundler' ? words.embed.isLocal : '',
      way === 'script' ? words.embed.inlineStyles : '',
    ]
    element('embed-note').textContent = sentences.filter((each) => each !== '').join(' ')
  }

  async #copy(): Promise<void> {
    const text = element('embed-snippet', HTMLTextAreaElement)
    try {
      await navigator.clipboard.writeText(text.value)
      this.say(() => words.embed.copied)
    } catch {
      text.select()
      this.say(() => words.embed.cannotCopy)
    }
  }

  async #save(work: (choice: Embeddable) => Promise<void>): Promise<void> {
    const choice = this.#choice
    if (!choice) return
    try {
      await work(choice)
    } catch (thrown) {
      this.say(() => messageOf(asError(thrown)))
    }
  }

  /** Says something in the line under the snippet. */
  say(sentence: Text): void {
    write(element('embed-status'), sentence)
  }
}

function besideThePost(files: readonly string[]): string {
  return files.length === 0 ? '' : filled(words.embed.putBeside, { files: listed(files) })
}

function posterOf({ reference }: Embeddable): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  return `${name || 'generator'}.png`
}

function most({ max }: HTMLInputElement): number {
  return max === '' ? Number.MAX_SAFE_INTEGER : Number(max)
}

function ways(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name=embed-way]')]
}
