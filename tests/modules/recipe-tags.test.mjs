// Where the menu puts a recipe, and how long a step of it is said to take.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load, presets } from './load.mjs'

let tags, work
before(async () => {
  tags = await load('recipes/tags.ts')
  work = await load('recipes/work.ts')
})

test('a recipe goes by its data and its loss', async () => {
  const names = ['dcgan-mnist', 'cdcgan-mnist', 'dcgan-faces', 'wgan-32', 'wgan-gp-32']
  const found = (await presets(...names)).map((recipe) => tags.groupOf(recipe))
  assert.deepEqual(found, ['digits', 'digits', 'faces', 'wasserstein', 'wasserstein'])
})

test('a step is quick or slow as its networks, its batch and its updates are', async () => {
  const names = ['dcgan-mnist', 'dcgan-faces', 'dcgan-paper-64', 'keras-dcgan']
  const found = (await presets(...names)).map((recipe) => tags.paceOf(recipe))
  assert.deepEqual(found, ['fast', 'medium', 'slow', 'slow'])
})

test('multiplications are counted by layer', () => {
  const recipe = {
    width: 2,
    batch: 10,
    image: { channels: 1, height: 4, width: 4 },
    latent: { dimension: 3 },
    schedule: { discriminator_updates: 2, generator_updates: 1 },
    generator: [
      { layer: 'linear', out: '2w*height/2*width/2' },
      { layer: 'reshape', to: ['2w', 'height/2', 'width/2'] },
      { layer: 'relu' },
      { layer: 'conv-transpose', out: 'channels', kernel: 4, stride: 2 },
    ],
    discriminator: [
      { layer: 'conv', out: 'w', kernel: 3, stride: 2 },
      { layer: 'flatten' },
      { layer: 'linear', out: 1 },
    ],
  }
  const generator = 3 * 16 + 4 * 1 * 16 * 4
  const discriminator = 1 * 2 * 9 * 4 + 8
  const ofDiscriminator = 2 * (generator + 6 * discriminator)
  assert.equal(work.workOf(recipe), 10 * (ofDiscriminator + 3 * (generator + discriminator)))
})
