// Repeated measurements as text.

/** Median, least and most. */
export function spread(values) {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2
  return { median, least: sorted[0], most: sorted.at(-1) }
}

const digits = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0))

/** Values as `median (least–most)`; nulls are what could not be measured. */
export function written(values) {
  const known = values.filter((value) => value !== null && value !== undefined)
  if (known.length === 0) return '–'
  const { median, least, most } = spread(known)
  const isSpread = digits(least) !== digits(most)
  return isSpread ? `${digits(median)} (${digits(least)}–${digits(most)})` : digits(median)
}

export const megabytes = (bytes) => (bytes === null ? '–' : (bytes / 1e6).toFixed(1))

/** Rows of text as columns: the first to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const padded = (cell, column) =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n')
}
