import { locale } from '../strings/page'

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const decimals = [1, 2, 3].map(
  (digits) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: false,
    }),
)

export function wholeNumber(value: number): string {
  return whole.format(value)
}

const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6, useGrouping: false })

/** As short as it goes. */
export function short(value: number): string {
  return plain.format(value)
}

/** With so many digits after the point. */
export function decimal(value: number, digits: 1 | 2 | 3): string {
  return decimals[digits - 1]?.format(value) ?? value.toFixed(digits)
}

const compacts = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })

/** Three digits of it, and in a word how large it is. */
export function compact(value: number): string {
  return compacts.format(value)
}

const percents = new Intl.NumberFormat(locale, { style: 'percent' })

/** A part of 1, as so many of a hundred. */
export function percent(part: number): string {
  return percents.format(part)
}

/** Speeds: digits where they matter, none where they flicker. */
export function speed(value: number | null): string {
  if (value === null) return '–'
  return value < 10 ? decimal(value, 2) : value < 100 ? decimal(value, 1) : whole.format(value)
}

export function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return hours > 0
    ? `${hours}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}`
    : `${minutes}:${twoDigits(seconds % 60)}`
}

/** A learning rate without the noise of binary fractions. */
export function rate(value: number): string {
  return String(Number(value.toPrecision(4)))
}

export function megabytes(bytes: number): string {
  return decimal(bytes / 1e6, 1)
}
