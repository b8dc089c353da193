/** The weights of the classes of so many images, each wholly of one class; empty without classes. */
export function classWeights(
  classes: number,
  images: number,
  classOf: (image: number) => number,
): Float32Array<ArrayBuffer> {
  const weights = new Float32Array(images * classes)
  for (let image = 0; classes > 0 && image < images; image += 1) {
    weights[image * classes + classOf(image)] = 1
  }
  return weights
}
