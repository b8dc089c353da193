// What people do on a page, as far as it makes the engine work, and not what few of them do: all of this
// the first part can do by itself. Runs in a browser's page, with the engine as `ganvas`.

/** Whether few will train it: it costs the others nothing then. */
const isRare = ({ name }) => name.startsWith('wgan')

/** Recipes are trained a little, kept, and gone on with; their generators are drawn from. */
export async function visit(ganvas, backendName) {
  const { Backend, Generator, Training } = ganvas
  const backend = await Backend.open(backendName)
  for (const preset of JSON.parse(ganvas.presets())) {
    if (isRare(preset)) continue
    const recipe = JSON.stringify({ ...preset, width: 2, batch: 4 })
    const data = dataFor(ganvas, preset)
    JSON.parse(data.describe())
    const training = Training.create(backend, recipe, data, 1)
    JSON.parse(training.describe())
    training.recipe()
    training.reals().rgba()
    await training.next(3)
    for (const averaged of [true, false]) (await training.samples(averaged)).rgba()
    const resumed = Training.resume(backend, 'kept', await training.checkpoint(), data)
    await resumed.next(1)
    const files = []
    for (const encoding of ['f32', 'f16', 'i8']) {
      files.push(await training.generatorFile(true, encoding))
    }
    for (const file of files) await draw(ganvas, Generator.open(backend, 'kept', file))
  }
}

/** Drawn images, or images of one's own: a few of IDX, as MNIST is. */
function dataFor({ DataSet }, { data }) {
  return data === 'drawn-faces' ? DataSet.drawnFaces(1) : DataSet.drawnDigits(1)
}

/** All that Play does with a generator. */
async function draw(ganvas, generator) {
  const { labels = [] } = JSON.parse(generator.header())
  const weights = (count) =>
    Float32Array.from({ length: count * labels.length }, (_, at) =>
      Number(at % labels.length === 0),
    )
  const latents = generator.latents(4, 1)
  const one = latents.slice(0, latents.length / 4)
  const grid = await generator.draw(generator.truncated(latents, 0.7), weights(4), 2)
  grid.rgba()
  ;(await generator.images(4, 1)).rgba()
  const near = generator.neighbours(one, 3, 0.5, 1)
  await generator.draw(near, weights(9), 3)
  const path = generator.walk(1, one, 1, Float64Array.of(0, 0.5, 1.5))
  await generator.draw(path, weights(3), 3)
  generator.arithmetic(one, one, one)
  const directions = await generator.directions()
  directions.strengths()
  directions.vectors()
}
