// What people do on a page, as far as it makes the engine work, and not what few of them do: all of this
// the first part can do by itself. Runs in a browser, in a worker as on the page, with the engine as `ganvas`.

/** Few will train these, and the others need not fetch what only they call. */
const RARE = ['mlp-gan', 'keras-dcgan', 'wgan-32', 'wgan-32-fast', 'wgan-gp-32']

/** Recipes are trained a little, kept, and gone on with; their generators are drawn from. */
export async function visit(ganvas, count = Infinity) {
  const { Backend, DeviceGenerator, Training } = ganvas
  const backend = lookAt(await Backend.open())
  const classifier = new Uint8Array(await (await fetch('/judge-digits.safetensors')).arrayBuffer())
  for (const preset of JSON.parse(ganvas.presets()).slice(0, count)) {
    JSON.parse(ganvas.describeRecipe(JSON.stringify(preset)))
    if (RARE.includes(preset.name)) continue
    const recipe = JSON.stringify({ ...preset, width: 2, batch: 4 })
    const data = lookAt(dataFor(ganvas, preset))
    JSON.parse(data.describe())
    const training = lookAt(Training.create(backend, recipe, data, 1))
    JSON.parse(training.describe())
    training.recipe()
    lookAt(training.reals()).rgba()
    // Some penalties come every 16 steps.
    await training.next(17)
    if (training.wantsClassifier()) training.giveClassifier(classifier)
    JSON.parse(await training.judge(8))
    for (const averaged of [true, false]) (await training.samples(averaged)).rgba()
    training.setRates(1e-4, 1e-4)
    const resumed = Training.resume(backend, 'kept', await training.checkpoint(), data)
    await resumed.next(1)
    resumed.free()
    const files = []
    for (const encoding of ['f32', 'f16', 'i8']) {
      files.push(await training.generatorFile(true, encoding))
    }
    for (const file of files) await draw(ganvas, DeviceGenerator.open(backend, 'kept', file))
    training.free()
    data.free()
  }
  backend.free()
}

/** Reads every property that an object of the engine's has. */
function lookAt(object) {
  const properties = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(object))
  for (const [name, { get }] of Object.entries(properties)) if (get) void object[name]
  return object
}

/** Drawn images, as files of IDX have them too. */
function dataFor({ DataSet }, { data }) {
  if (data === 'drawn-faces') return DataSet.drawnFaces(1)
  const [count, side] = [8, 28]
  const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, side, 0, 0, 0, side)
  const pixels = Uint8Array.from({ length: count * side * side }, (_, at) => at % 251)
  const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, count, ...Array(count).keys())
  DataSet.idx('own', Uint8Array.of(...images, ...pixels), labels).free()
  return DataSet.drawnDigits(1)
}

/** All that Play does with a generator. */
async function draw(ganvas, generator) {
  const { labels = [] } = JSON.parse(lookAt(generator).header())
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
  const directions = lookAt(await generator.directions())
  directions.strengths()
  directions.vectors()
  ganvas.along(latents, one.length, Float32Array.of(0, 0.5, 1.5), true, true)
  lookAt(generator.readLatent(generator.writeLatent(one, labels.length > 0 ? 0 : null))).latent()
  for (const each of [grid, directions, generator]) each.free()
}
