/** What a person most often has to correct in the SPEC.json of a generator of another program. */
export type Choice = 'hidden' | 'end'

interface Layer {
  layer?: unknown
  slope?: unknown
}

interface Statement {
  generator?: Layer[]
  image?: { range?: unknown }
}

/** Activations by the values that are offered, as layers. */
const ACTIVATIONS: Readonly<Record<string, Layer>> = {
  relu: { layer: 'relu' },
  'leaky-relu-0.2': { layer: 'leaky-relu', slope: 0.2 },
  'leaky-relu-0.01': { layer: 'leaky-relu', slope: 0.01 },
  elu: { layer: 'elu' },
  silu: { layer: 'silu' },
  gelu: { layer: 'gelu' },
}

/** Whatever stands between two layers with weights. */
const HIDDEN = ['relu', 'leaky-relu', 'elu', 'silu', 'gelu', 'softplus']
const ENDS = ['tanh', 'sigmoid']

/** What a statement says of each; nothing where it says several things, or what is not offered. */
export function choicesOf(json: string): Partial<Record<Choice, string>> {
  const { generator = [] } = read(json) ?? {}
  const hidden = new Set(hiddenIn(generator).map(nameOf))
  const [only] = hidden
  const end = String(generator.at(-1)?.layer)
  return {
    ...(hidden.size === 1 && only !== undefined ? { hidden: only } : {}),
    ...(generator.length > 0 ? { end: ENDS.includes(end) ? end : 'none' } : {}),
  }
}

/** The statement with another choice; as it was where it cannot be read. */
export function withChoice(json: string, choice: Choice, value: string): string {
  const statement = read(json)
  if (!statement?.generator) return json
  const { generator, image } = statement
  const changed =
    choice === 'hidden'
      ? { ...statement, generator: generator.map((each) => instead(each, value)) }
      : {
          ...statement,
          generator: [...withoutEnd(generator), ...(value === 'none' ? [] : [{ layer: value }])],
          image: { ...image, range: value === 'sigmoid' ? 'unit' : 'symmetric' },
        }
  return JSON.stringify(changed, null, 2)
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

function hiddenIn(layers: readonly Layer[]): Layer[] {
  return layers.filter(({ layer }) => HIDDEN.includes(String(layer)))
}

function nameOf(layer: Layer): string | undefined {
  const same = (other: Layer) =>
    other.layer === layer.layer && Number(other.slope ?? 0) === Number(layer.slope ?? 0)
  return Object.keys(ACTIVATIONS).find((name) => same(ACTIVATIONS[name] ?? {}))
}

function instead(layer: Layer, value: string): Layer {
  return hiddenIn([layer]).length > 0 ? (ACTIVATIONS[value] ?? layer) : layer
}

function withoutEnd(layers: readonly Layer[]): Layer[] {
  const hasEnd = ENDS.includes(String(layers.at(-1)?.layer))
  return hasEnd ? layers.slice(0, -1) : [...layers]
}
