/** Smaller images are shown pixel by pixel, larger ones smoothly: theirs are as small as the screen's. */
const SMOOTH_SIDE = 48

/** Has a canvas show images of this size as suits them. */
export function showSmoothly(
  canvas: HTMLCanvasElement,
  image: { width: number; height: number },
): void {
  canvas.toggleAttribute('data-smooth', Math.max(image.width, image.height) >= SMOOTH_SIDE)
}
