import type uPlot from 'uplot'
import { decimal, short, wholeNumber } from '../numbers'

/** A range for losses: from 0, unless some are below. */
export function lossRange(least: number | null, most: number | null): [number, number] {
  return [Math.min(0, least ?? 0), Math.max(1, (most ?? 1) * 1.05)]
}

/** Scores have no bounds: they fill the chart. */
export function scoreRange(least: number | null, most: number | null): [number, number] {
  if (least === null || most === null) return [-1, 1]
  const margin = Math.max((most - least) * 0.05, Math.abs(most) * 1e-3, 1e-6)
  return [least - margin, most + margin]
}

/** A range for a logarithmic axis, of a tenfold at least, from one round number to another. */
export function tenfoldRange(least: number | null, most: number | null): [number, number] {
  if (least === null || most === null || least <= 0) return [1, 1000]
  const high = roundUp(most)
  // uPlot counts its lines from the lower end.
  return [1 / roundUp(1 / Math.min(least, high / 10)), high]
}

/** The next of 1, 2, 5, 10, 20 and so on. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5].find((step) => step * power >= value * (1 - 1e-9)) ?? 10
  return step * power
}

/** A score with three digits, however small. */
export function score(value: number): string {
  const size = Math.abs(value)
  if (size < 1e-3 && size > 0) return value.toExponential(2)
  return size < 0.1 ? short(Number(value.toPrecision(3))) : decimal(value, 3)
}

/** A label of an axis, without the noise of binary fractions. */
export function tick(value: number): string {
  const size = Math.abs(value)
  if (size < 1e-15) return '0'
  const digits = Number(value.toPrecision(6))
  return size < 1e-3 ? digits.toExponential() : short(digits)
}

export const stepTicks: uPlot.Axis.Values = (_, steps) =>
  steps.map((step) => (Number.isInteger(step) ? wholeNumber(step) : ''))

/** Labels at 1, 2 and 5 of each tenfold, or at 1 where there are several; the lines between go without. */
export function tenfoldTicks(_: uPlot, values: (number | null)[]): string[] {
  const [least, most] = [values[0] ?? 1, values.at(-1) ?? 1]
  const labelled = most / least > 30 ? ['1.000'] : ['1.000', '2.000', '5.000']
  return values.map((value) => {
    const first = value === null || value <= 0 ? '' : value.toExponential(3).slice(0, 5)
    return labelled.includes(first) ? tick(Number(value)) : ''
  })
}

/** Room for the longest label. */
export function axisSize(labels: string[] | null): number {
  const longest = Math.max(0, ...(labels ?? []).map((label) => label.length))
  return Math.max(42, 14 + 7 * longest)
}
