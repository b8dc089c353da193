const HEIGHT = 96

/** A bar for each number, upwards where it is positive; the longest has just room. */
export function drawBars(canvas: HTMLCanvasElement, numbers: ArrayLike<number>): void {
  Object.assign(canvas, { width: Math.max(numbers.length, 1), height: HEIGHT })
  const context = canvas.getContext('2d')
  if (!context) return
  const all = Array.from(numbers)
  const most = Math.max(...all.map(Math.abs)) || 1
  context.fillStyle = getComputedStyle(canvas).color
  all.forEach((number, at) => {
    const length = ((HEIGHT / 2 - 1) * number) / most
    context.fillRect(at, HEIGHT / 2 - Math.max(length, 0), 0.8, Math.max(Math.abs(length), 1))
  })
}
