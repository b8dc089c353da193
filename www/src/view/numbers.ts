const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

export function wholeNumber(value: number): string {
  return whole.format(value)
}

/** Speeds: digits where they matter, none where they flicker. */
export function speed(value: number | null): string {
  if (value === null) return '–'
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : whole.format(value)
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
  return (bytes / 1e6).toFixed(1)
}
