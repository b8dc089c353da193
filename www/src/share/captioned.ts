/** Smaller pictures are enlarged, by whole pixels. */
const LEAST_WIDTH = 560
const MARGIN = 20
const LINE = 26
const PAPER = '#16191f'
const INK = '#eceae5'
const SOFT = '#a4a7b0'
const FACE = 'system-ui, sans-serif'

/** A picture with what it shows beneath, and where that can be seen. */
export function captioned(
  from: HTMLCanvasElement,
  caption: string,
  address: string,
): HTMLCanvasElement {
  const times = Math.max(1, Math.ceil(LEAST_WIDTH / from.width))
  const made = document.createElement('canvas')
  const [width, height] = [from.width * times, from.height * times]
  made.width = width + 2 * MARGIN
  made.height = height + 3 * MARGIN + 2 * LINE
  const context = made.getContext('2d')
  if (!context) return made
  context.fillStyle = PAPER
  context.fillRect(0, 0, made.width, made.height)
  context.imageSmoothingEnabled = false
  context.drawImage(from, MARGIN, MARGIN, width, height)
  const write = (text: string, line: number, ink: string, font: string) => {
    context.fillStyle = ink
    context.font = font
    context.textBaseline = 'top'
    context.fillText(fitted(context, text, width), MARGIN, 2 * MARGIN + height + line * LINE)
  }
  write(caption, 0, INK, `600 18px ${FACE}`)
  write(address, 1, SOFT, `15px ${FACE}`)
  return made
}

/** As much of a text as has room. */
function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text
  let length = text.length
  while (length > 0 && context.measureText(`${text.slice(0, length)}…`).width > width) length -= 1
  return `${text.slice(0, length)}…`
}
