// Where the menu puts a recipe, and how long a step of it is said to take.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load, presets } from './load.mjs'

let tags, work
before(async () => {
  tags = await load('recipes/tags.ts')
  work = await load('recipes/work.ts')
})

test('a recipe goes by its data, its loss and its age', async () => {
  const names = ['dcgan-mnist', 'cdcgan-mnist', 'dcgan-faces', 'wgan-32', 'wgan-gp-32', 'sagan-64']
  const found = (await presets(...names)).map((recipe) => tags.groupOf(recipe))
  assert.deepEqual(found, ['digits', 'digits', 'faces', 'wasserstein', 'wasserstein', 'modern'])
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

test('the layers inside a layer count as well', () => {
  const conv = (out, more) => ({ layer: 'conv', out, kernel: 3, ...more })
  const recipe = {
    width: 2,
    batch: 1,
    image: { channels: 1, height: 4, width: 4 },
    latent: { dimension: 4 },
    schedule: { discriminator_updates: 1, generator_updates: 0 },
    generator: [
      { layer: 'reshape', to: [1, 2, 2] },
      {
        layer: 'residual',
        body: [conv(4), conv(4, { groups: 2 }), { layer: 'pixel-shuffle', factor: 2 }],
        shortcut: [{ layer: 'upsample', factor: 2 }],
      },
    ],
    discriminator: [
      {
        layer: 'attention',
        query: [conv(2, { kernel: 1 })],
        key: [conv(2, { kernel: [1, 3] }), { layer: 'avg-pool', kernel: 2 }],
        value: [{ layer: 'avg-pool', kernel: 2 }],
      },
      { layer: 'concat', first: [], second: [{ layer: 'relu' }] },
      { layer: 'product', first: [conv(2, { kernel: 1 })], second: [] },
      { layer: 'max-pool', kernel: 3, stride: 1, padding: 1 },
      { layer: 'minibatch-std', features: 2 },
      { layer: 'conv', out: 'w', kernel: 4, padding: 0 },
      { layer: 'reshape', to: [1, 2, 1] },
      { layer: 'max-pool', kernel: [2, 1] },
      { layer: 'conv', out: 1, kernel: 1 },
    ],
  }
  const generator = 4 * 9 * 4 + (4 * 4 * 9 * 4) / 2
  const attention = 2 * 16 + 2 * 3 * 16 + 16 * 4 * (2 + 1)
  const product = 2 * 2 * 16
  const discriminator = attention + product + (2 + 2) * 2 * 16 + 1
  assert.equal(work.workOf(recipe), generator + 6 * discriminator)
})
