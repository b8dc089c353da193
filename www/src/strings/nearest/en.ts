/** The panel of the real images that a sample is nearest to. */
export const en = {
  title: 'Nearest real images',
  close: 'Close',
  again: 'Search again',
  sample: 'Sample',
  picked: 'Sample',
  place: 'Sample {number}, row {row}, column {column}',
  found: 'The nearest real images, with their distance',
  searching: 'Searching all real images…',
  image: 'Real image {number}, distance {distance}',
  labelled: 'Real image {number}, {name}, distance {distance}',
  distance: 'The nearest of {images} real images is at a distance of {distance}.',
  nearer:
    'That is closer than any of {count} real images is to another real image ({least} at least, {median} typically): it may be a copy.',
  usual:
    'That is {share} of the usual distance between a real image and its nearest neighbour ({median}): as close as real images are to each other.',
  further:
    'Real images are usually closer to their nearest neighbour ({median}): this one is not a copy.',
  help: 'Distance: root mean square difference of the pixel values, from 0 (identical) to 255. Click a sample to pick it.',
}
