import type { Histogram, StepReport } from '../engine/types'
import { onLanguage, words } from '../strings/page'
import { filled } from '../strings/strings'
import { element, make } from './elements'
import { oncePerFrame } from './frame'
import { short, wholeNumber } from './numbers'

const SVG = 'http://www.w3.org/2000/svg'

const PLOTS = [
  { of: 'z', name: 'z' },
  { of: 'd_real', name: 'D(x)' },
  { of: 'd_fake', name: 'D(G(z))' },
] as const

/** How the random numbers and the verdicts of the latest step are spread; asked for only while it is open. */
export class HistogramsView {
  readonly #box = element('histograms', HTMLDetailsElement)
  readonly #plots = PLOTS.map(({ of, name }) => ({ of, plot: new Plot(of, name) }))
  #hasProbabilities = true
  #last: StepReport | null = null
  readonly #draw = oncePerFrame(() => {
    this.#drawNow()
  })

  /** `onWanted` hears whether anybody wants to see them. */
  constructor(onWanted: (wanted: boolean) => void) {
    element('histogram-plots').append(...this.#plots.map(({ plot }) => plot.figure))
    this.#box.addEventListener('toggle', () => {
      onWanted(this.#box.open)
    })
    onLanguage(this.#draw)
    this.#drawNow()
  }

  /** A training begins, in which the discriminator gives probabilities, or a critic's scores. */
  begin(hasProbabilities: boolean): void {
    this.#hasProbabilities = hasProbabilities
    this.#last = null
    this.#draw()
  }

  took(reports: readonly StepReport[]): void {
    const last = reports.findLast(({ histograms }) => histograms !== undefined)
    if (!last) return
    this.#last = last
    this.#draw()
  }

  #drawNow(): void {
    const { histograms, step } = this.#last ?? {}
    element('histograms-none').hidden = histograms !== undefined
    element('histogram-plots').hidden = histograms === undefined
    if (!histograms || step === undefined) return
    const { z, d_real, d_fake } = histograms
    // Both verdicts on one scale: they are there to be compared.
    const verdicts = this.#hasProbabilities ? { low: 0, high: 1 } : around(d_real, d_fake)
    for (const { of, plot } of this.#plots) {
      plot.draw(histograms[of], of === 'z' ? around(z) : verdicts, step)
    }
  }
}

type Range = Pick<Histogram, 'low' | 'high'>

/** One histogram, with what its scale goes from and to. */
class Plot {
  readonly figure = make('figure')
  readonly #name: string
  readonly #bars = document.createElementNS(SVG, 'path')
  readonly #svg = document.createElementNS(SVG, 'svg')
  readonly #ends = [make('span'), make('span')] as const

  constructor(of: string, name: string) {
    this.#name = name
    this.#svg.setAttribute('viewBox', '0 0 1 1')
    this.#svg.setAttribute('preserveAspectRatio', 'none')
    this.#svg.setAttribute('role', 'img')
    this.#svg.append(this.#bars)
    const scale = make('p')
    scale.className = 'scale'
    scale.append(...this.#ends)
    this.figure.id = `histogram-${of}`
    this.figure.append(make('figcaption', name), this.#svg, scale)
  }

  draw({ low, high, counts }: Histogram, scale: Range, step: number): void {
    const most = Math.max(1, ...counts)
    const across = scale.high - scale.low
    const width = (high - low) / counts.length
    // All values may be one: it is still to be seen.
    const drawn = Math.max(width / across, 1 / 200)
    const bars = counts.map((count, at) => {
      if (count === 0) return ''
      const left = Math.min((low + at * width - scale.low) / across, 1 - drawn)
      return `M${left} 1V${1 - count / most}h${drawn}V1z`
    })
    this.#bars.setAttribute('d', bars.join(''))
    this.#ends[0].textContent = short(shortened(scale.low))
    this.#ends[1].textContent = short(shortened(scale.high))
    const label = filled(words.train.histogramOf, {
      name: this.#name,
      step: wholeNumber(step),
      count: wholeNumber(counts.reduce((sum, count) => sum + count, 0)),
      low: short(shortened(low)),
      high: short(shortened(high)),
      peak: short(shortened(low + (counts.indexOf(most) + 0.5) * width)),
    })
    this.#svg.setAttribute('aria-label', label)
  }
}

/** From the least to the greatest value, never without room in between. */
function around(...histograms: Histogram[]): Range {
  const low = Math.min(...histograms.map((each) => each.low))
  const high = Math.max(...histograms.map((each) => each.high))
  return low < high ? { low, high } : { low: low - 0.5, high: high + 0.5 }
}

function shortened(value: number): number {
  return Number(value.toPrecision(3))
}
