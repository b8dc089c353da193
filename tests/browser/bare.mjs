// Generators that ship, as a state dict has them: names, shapes and numbers, and nothing that says what they are.

/** A file of safetensors' as `[name, { dtype, shape, bytes }]`. */
function tensorsOf(file) {
  const length = Number(file.readBigUInt64LE(0))
  const header = Object.entries(JSON.parse(file.subarray(8, 8 + length)))
  const entries = header.filter(([name]) => name !== '__metadata__')
  return entries.map(
    ([
      name,
      {
        dtype,
        shape,
        data_offsets: [from, to],
      },
    ]) => [name, { dtype, shape, bytes: file.subarray(8 + length + from, 8 + length + to) }],
  )
}

/** Tensors, each `[name, shape, values]`, as a file of safetensors'. */
export function stateDict(tensors) {
  const entries = {}
  let end = 0
  for (const [name, shape, values] of tensors) {
    entries[name] = { dtype: 'F32', shape, data_offsets: [end, end + values.byteLength] }
    end += values.byteLength
  }
  const header = Buffer.from(JSON.stringify(entries))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(header.length))
  const bodies = tensors.map(([, , values]) => Buffer.from(values.buffer))
  return Buffer.concat([length, header, ...bodies])
}

/** A generator of ours without its header, as PyTorch lays weights out. */
export function stripped(file) {
  const tensors = new Map(tensorsOf(file))
  const floats = ({ bytes }) => new Float32Array(Uint8Array.from(bytes).buffer)
  const numbers = (name) => {
    const tensor = tensors.get(name)
    if (tensor.dtype === 'F32') return floats(tensor)
    // A step for each of the second axis.
    const steps = floats(tensors.get(`${name}.step`))
    const { shape, bytes } = tensor
    const inner = shape.slice(2).reduce((product, side) => product * side, 1)
    return Float32Array.from(
      new Int8Array(bytes),
      (value, at) => value * steps[Math.floor(at / inner) % steps.length],
    )
  }
  const names = [...tensors.keys()].filter((name) => !name.endsWith('.step'))
  return stateDict(
    names.map((name) => {
      const { shape } = tensors.get(name)
      const values = numbers(name)
      const own = name.replace('layers.', 'main.')
      if (shape.length !== 2) return [own, shape, values]
      const [inputs, out] = shape
      const turned = values.map((_, at) => values[(at % inputs) * out + Math.floor(at / inputs)])
      return [own, [out, inputs], turned]
    }),
  )
}
