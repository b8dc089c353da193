/** What a person most often has to correct in the SPEC.json of a generator of another program. */
export type Choice = 'hidden' | 'end'

interface Layer {
  layer?: unknown
  slope?: unknown
}

interface Statement {
  generator?: Layer[]
  image?: { range?: unknown }
  [field: string]: unknown
}

/** Activations by the values that are offered, as layers. */
const ACTIVATIONS: Readonly<Record<string, Layer>> = {
  relu: { layer: 'relu' },
  'leaky-relu-0.2': { layer: 'leaky-relu', slope: 0.2 },
  'leaky-relu-0.01': { layer: 'leaky-relu', slope: 0.01 },
  elu: { layer: 'elu' },
  selu: { layer: 'selu' },
  silu: { layer: 'silu' },
  gelu: { layer: 'gelu' },
  tanh: { layer: 'tanh' },
}

/** Whatever stands between two layers with weights. */
const HIDDEN = ['relu', 'leaky-relu', 'elu', 'selu', 'silu', 'gelu', 'softplus', 'tanh']
const ENDS = ['tanh', 'sigmoid']

/** What is no part of how the layers and their tensors are read. */
const BESIDES = ['name', 'title', 'latent', 'labels', 'licence']

/** What a statement says of each; nothing where it says several things, or what is not offered. */
export function choicesOf(json: string): Partial<Record<Choice, string>> {
  const { generator = [] } = read(json) ?? {}
  const end = endOf(generator)
  const inner = generator.filter((layer, at) => at !== end && isHidden(layer))
  const hidden = new Set(inner.map(nameOf))
  const [only] = hidden
  return {
    ...(hidden.size === 1 && only !== undefined ? { hidden: only } : {}),
    ...(generator.length > 0 ? { end: end < 0 ? 'none' : String(generator[end]?.layer) } : {}),
  }
}

/** The statement with another choice; as it was where it cannot be read. */
export function withChoice(json: string, choice: Choice, value: string): string {
  const statement = read(json)
  if (!statement?.generator) return json
  const { generator, image } = statement
  const changed =
    choice === 'hidden'
      ? { ...statement, generator: withHidden(generator, value) }
      : {
          ...statement,
          generator: withEnd(generator, value),
          image: { ...image, range: value === 'sigmoid' ? 'unit' : 'symmetric' },
        }
  return JSON.stringify(changed, null, 2)
}

/** Whether two statements take the same tensors for the same layers. */
export function isSameReading(one: string, other: string): boolean {
  const [first, second] = [one, other].map((json) => {
    const { generator, image, tensors, channels_last: order } = read(json) ?? {}
    return JSON.stringify([generator, image, tensors, order])
  })
  return first === second
}

/** What a person stated besides the layers since the files were first read; null if nothing. */
export function statedBesides(json: string, first: string): string | null {
  const [now, then] = [read(json) ?? {}, read(first) ?? {}]
  const changed = BESIDES.filter(
    (field) => now[field] !== undefined && !isEqual(now[field], then[field]),
  )
  if (changed.length === 0) return null
  return JSON.stringify(Object.fromEntries(changed.map((field) => [field, now[field]])))
}

/** A statement, and in it what another one says. */
export function withStated(json: string, stated: string | null): string {
  return stated === null ? json : JSON.stringify({ ...read(json), ...read(stated) }, null, 2)
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function read(json: string): Statement | null {
  try {
    const statement = JSON.parse(json) as Statement | null
    const isList = statement?.generator === undefined || Array.isArray(statement.generator)
    return isList ? statement : null
  } catch {
    return null
  }
}

/** Where the activation is that ends the generator, before what only shapes the image; −1 if there is none. */
function endOf(layers: readonly Layer[]): number {
  const last = layers.findLastIndex(({ layer }) => layer !== 'reshape')
  return ENDS.includes(String(layers[last]?.layer)) ? last : -1
}

function isHidden({ layer }: Layer): boolean {
  return HIDDEN.includes(String(layer))
}

function nameOf(layer: Layer): string | undefined {
  const same = (other: Layer) =>
    other.layer === layer.layer && Number(other.slope ?? 0) === Number(layer.slope ?? 0)
  return Object.keys(ACTIVATIONS).find((name) => same(ACTIVATIONS[name] ?? {}))
}

function withHidden(layers: readonly Layer[], value: string): Layer[] {
  const end = endOf(layers)
  return layers.map((layer, at) =>
    at !== end && isHidden(layer) ? (ACTIVATIONS[value] ?? layer) : layer,
  )
}

function withEnd(layers: readonly Layer[], value: string): Layer[] {
  const end = endOf(layers)
  const from = end >= 0 ? end : layers.findLastIndex(({ layer }) => layer !== 'reshape') + 1
  const own = value === 'none' ? [] : [{ layer: value }]
  return [...layers.slice(0, from), ...own, ...layers.slice(end >= 0 ? from + 1 : from)]
}
