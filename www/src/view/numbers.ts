import { locale, onLanguage } from '../strings/page'

/** How numbers are written in the language of now: making a format takes long. */
const formats = new Map<string, Intl.NumberFormat>()
onLanguage(() => {
  formats.clear()
})

function format(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = formats.get(name)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  formats.set(name, made)
  return made
}

export function wholeNumber(value: number): string {
  return format('whole', { maximumFractionDigits: 0 }).format(value)
}

/** As short as it goes. */
export function short(value: number): string {
  const options = { maximumSignificantDigits: 6, useGrouping: false }
  return format('short', options).format(value)
}

/** With so many digits after the point. */
export function decimal(value: number, digits: 1 | 2 | 3): string {
  const options = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  }
  return format(`decimal-${digits}`, options).format(value)
}

/** Three digits of it, and in a word how large it is. */
export function compact(value: number): string {
  const options = { notation: 'compact', maximumSignificantDigits: 3 } as const
  return format('compact', options).format(value)
}

/** A part of 1, as so many of a hundred. */
export function percent(part: number): string {
  return format('percent', { style: 'percent' }).format(part)
}

/** Speeds: digits where they matter, none where they flicker. */
export function speed(value: number | null): string {
  if (value === null) return '–'
  return value < 10 ? decimal(value, 2) : value < 100 ? decimal(value, 1) : wholeNumber(value)
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
