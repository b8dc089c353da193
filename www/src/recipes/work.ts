import type { Recipe } from '../engine/types'

/** A layer as a recipe has it: what it does not say has no part in the count. */
interface Layer {
  layer: string
  out?: string | number
  to?: string[]
  kernel?: number | [number, number]
  stride?: number | [number, number]
  groups?: string | number
  padding?: string | number | number[]
  output?: string[]
  factor?: number
  features?: number
  body?: Layer[]
  shortcut?: Layer[]
  first?: Layer[]
  second?: Layer[]
  query?: Layer[]
  key?: Layer[]
  value?: Layer[]
  mapping?: Layer[]
  synthesis?: Layer[]
}

/** Channels, height and width of what goes through a network. */
type Shape = [number, number, number]

/** What comes out of a layer or of several, and the multiplications that it took. */
interface Pass {
  shape: Shape
  times: number
}

/** Passes forwards and backwards of a network that learns, counted in passes forwards. */
const LEARNING = 3

/** About how many multiplications a step of this recipe takes: what makes one slower than another. */
export function workOf(recipe: Recipe): number {
  const { channels, height, width } = recipe.image
  const { dimension = 100 } = recipe['latent'] as { dimension?: number }
  const schedule = recipe['schedule'] as
    { discriminator_updates?: number; generator_updates?: number } | undefined
  const generator = passOf(recipe, 'generator', [dimension, 1, 1])
  const discriminator = passOf(recipe, 'discriminator', [channels, height, width])
  const { discriminator_updates: d = 1, generator_updates: g = 1 } = schedule ?? {}
  const ofDiscriminator = d * (generator + LEARNING * 2 * discriminator)
  const ofGenerator = g * LEARNING * (generator + discriminator)
  return recipe.batch * (ofDiscriminator + ofGenerator)
}

/** Multiplications of one image through one of the networks. */
function passOf(recipe: Recipe, network: string, input: Shape): number {
  const layers = recipe[network]
  return Array.isArray(layers) ? through(recipe, layers as Layer[], input).times : 0
}

function through(recipe: Recipe, layers: readonly Layer[], input: Shape): Pass {
  let pass: Pass = { shape: input, times: 0 }
  for (const layer of layers) {
    const { shape, times } = after(recipe, layer, pass.shape)
    pass = { shape, times: pass.times + times }
  }
  return pass
}

function after(recipe: Recipe, layer: Layer, input: Shape): Pass {
  const branches = branchesOf(layer)
  if (branches.length === 0) {
    const shape = shapeAfter(recipe, layer, input)
    return { shape, times: timesOf(recipe, layer, input, shape) }
  }
  const passes = branches.map((branch) => through(recipe, branch, input))
  const times = passes.reduce((sum, pass) => sum + pass.times, 0)
  const [[channels, height, width], second, third] = passes.map(({ shape }) => shape) as [
    Shape,
    Shape?,
    Shape?,
  ]
  if (layer.layer === 'style') return { shape: second ?? [channels, height, width], times }
  if (layer.layer === 'concat') {
    return { shape: [channels + (second?.[0] ?? 0), height, width], times }
  }
  if (!second || !third) return { shape: [channels, height, width], times }
  const products = height * width * second[1] * second[2] * (channels + third[0])
  return { shape: [third[0], height, width], times: times + products }
}

/** The networks inside a layer, all of which get its input. */
function branchesOf(layer: Layer): readonly (readonly Layer[])[] {
  switch (layer.layer) {
    case 'residual':
      return [layer.body ?? [], layer.shortcut ?? []]
    case 'concat':
    case 'product':
      return [layer.first ?? [], layer.second ?? []]
    case 'attention':
      return [layer.query ?? [], layer.key ?? [], layer.value ?? []]
    case 'style':
      return [layer.mapping ?? [], layer.synthesis ?? []]
    default:
      return []
  }
}

function shapeAfter(recipe: Recipe, layer: Layer, [channels, height, width]: Shape): Shape {
  const { out, to, output, factor = 1, padding } = layer
  const [[kernelDown, kernelAcross], [down, across]] = [layer.kernel, layer.stride].map(both) as [
    [number, number],
    [number, number],
  ]
  const value = (text: string | number | undefined, otherwise: number) =>
    text === undefined ? otherwise : valueOf(String(text), recipe)
  switch (layer.layer) {
    case 'linear':
    case 'label-projection':
      return [value(out, 1), 1, 1]
    case 'flatten':
      return [channels * height * width, 1, 1]
    case 'reshape':
    case 'constant':
      return [value(to?.[0], channels), value(to?.[1], height), value(to?.[2], width)]
    case 'resize':
      return [channels, value(to?.[0], height), value(to?.[1], width)]
    case 'modulated-conv':
      return [value(out, channels), height, width]
    case 'conv': {
      const [tall, wide] = padding === 0 ? [kernelDown - 1, kernelAcross - 1] : [0, 0]
      return [
        value(out, channels),
        Math.ceil((height - tall) / down),
        Math.ceil((width - wide) / across),
      ]
    }
    case 'conv-transpose': {
      const [tall, wide] = padding === 0 ? [kernelDown - down, kernelAcross - across] : [0, 0]
      return [
        value(out, channels),
        value(output?.[0], down * height + tall),
        value(output?.[1], across * width + wide),
      ]
    }
    case 'upsample':
      return [channels, height * factor, width * factor]
    case 'pixel-shuffle':
      return [channels / factor ** 2, height * factor, width * factor]
    case 'pixel-unshuffle':
      return [channels * factor ** 2, height / factor, width / factor]
    case 'avg-pool':
      return layer.kernel === undefined
        ? [channels, 1, 1]
        : [channels, height / kernelDown, width / kernelAcross]
    case 'max-pool': {
      const [rows, columns] =
        layer.stride === undefined ? [kernelDown, kernelAcross] : [down, across]
      const [tall, wide] = padding === 'same' ? [0, 0] : [kernelDown - 1, kernelAcross - 1]
      const [above, beside] = around(padding)
      return [
        channels,
        Math.ceil((height + above - tall) / rows),
        Math.ceil((width + beside - wide) / columns),
      ]
    }
    case 'minibatch-std':
      return [channels + (layer.features ?? 1), height, width]
    case 'blur-pool': {
      const stride = layer.stride === undefined ? 2 : down
      return [channels, Math.ceil(height / stride), Math.ceil(width / stride)]
    }
    default:
      return [channels, height, width]
  }
}

function timesOf(recipe: Recipe, layer: Layer, before: Shape, after: Shape): number {
  const pixels = ([, height, width]: Shape) => height * width
  const [rows, columns] = both(layer.kernel)
  const groups = valueOf(String(layer.groups ?? 1), recipe)
  const kernel = (before[0] * after[0] * rows * columns) / groups
  switch (layer.layer) {
    case 'linear':
      return before[0] * pixels(before) * after[0]
    case 'conv':
    case 'modulated-conv':
      return kernel * pixels(after)
    case 'conv-transpose':
      return kernel * pixels(before)
    default:
      return 0
  }
}

/** The rows and columns that a padding adds. */
function around(padding: Layer['padding'] = 0): [number, number] {
  if (typeof padding === 'string') return [0, 0]
  const [top, bottom, left, right] = Array.isArray(padding)
    ? padding
    : [padding, padding, padding, padding]
  return [Number(top) + Number(bottom), Number(left) + Number(right)]
}

/** A number for rows and one for columns. */
function both(number: number | [number, number] = 1): [number, number] {
  return typeof number === 'number' ? [number, number] : number
}

/** What a size as `8w*height/16+classes` comes to. */
function valueOf(text: string, { width, image, classes = 0 }: Recipe): number {
  const names: Readonly<Record<string, number>> = {
    height: image.height,
    width: image.width,
    channels: image.channels,
    classes,
  }
  const factor = (part: string): number => {
    const multiple = /^(\d*)w$/.exec(part)
    if (multiple) return Number(multiple[1] === '' ? 1 : multiple[1]) * width
    return names[part] ?? Number(part)
  }
  const product = (term: string): number =>
    [...term.matchAll(/(^|[*/])([^*/]+)/g)].reduce((value, [, sign, part = '']) => {
      const by = factor(part.trim())
      return sign === '/' ? value / by : value * by
    }, 1)
  return text.split('+').reduce((sum, term) => sum + product(term), 0)
}
