// What of a WebAssembly module takes how many bytes: its sections, and its functions by name.
// The format: https://webassembly.github.io/spec/core/binary/modules.html and, for names,
// https://webassembly.github.io/spec/core/appendix/custom.html#name-section.

const [CUSTOM, IMPORT, CODE] = [0, 2, 10]
const SECTIONS = [
  ...['custom', 'type', 'import', 'function', 'table', 'memory', 'global', 'export', 'start'],
  ...['element', 'code', 'data', 'data count', 'tag'],
]
const FUNCTION_NAMES = 1

class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end })
  }

  byte() {
    if (this.at >= this.end) throw new Error('The module ends too early.')
    return this.bytes[this.at++]
  }

  /** An unsigned LEB128. */
  number() {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte()
      value += (byte % 128) * scale
      if (byte < 128) return value
    }
  }

  /** The next so many bytes, as a reader of their own. */
  part(length) {
    if (this.at + length > this.end) throw new Error('The module ends too early.')
    const part = new Reader(this.bytes, this.at, this.at + length)
    this.at += length
    return part
  }

  text() {
    const { at, end } = this.part(this.number())
    return Buffer.from(this.bytes.subarray(at, end)).toString()
  }
}

/** The sections, `{ id, name, bytes, reader }` each. */
export function sections(bytes) {
  if (Buffer.from(bytes.subarray(0, 8)).toString('latin1') !== '\0asm\x01\0\0\0') {
    throw new Error('This is no WebAssembly module of version 1.')
  }
  const found = []
  for (const reader = new Reader(bytes, 8); reader.at < reader.end;) {
    const id = reader.byte()
    const body = reader.part(reader.number())
    const length = body.end - body.at
    const name = id === CUSTOM ? body.text() : (SECTIONS[id] ?? `section ${id}`)
    found.push({ id, name, bytes: length, reader: body })
  }
  return found
}

/** The module's own functions, `{ name, bytes }` each; `name` is null where it has none. */
export function functions(bytes) {
  const all = sections(bytes)
  const code = all.find(({ id }) => id === CODE)?.reader
  if (!code) return []
  const names = functionNames(all.find(({ id, name }) => id === CUSTOM && name === 'name')?.reader)
  const imported = importedFunctions(all.find(({ id }) => id === IMPORT)?.reader)
  return Array.from({ length: code.number() }, (_, index) => {
    const { at, end } = code.part(code.number())
    return { name: names.get(imported + index) ?? null, bytes: end - at }
  })
}

function functionNames(reader) {
  const names = new Map()
  while (reader && reader.at < reader.end) {
    const kind = reader.byte()
    const part = reader.part(reader.number())
    if (kind !== FUNCTION_NAMES) continue
    for (let count = part.number(); count > 0; count -= 1) names.set(part.number(), part.text())
  }
  return names
}

function importedFunctions(reader) {
  let functions = 0
  for (let count = reader ? reader.number() : 0; count > 0; count -= 1) {
    reader.text()
    reader.text()
    const kind = reader.byte()
    if (kind === 0) functions += 1
    skipImport(reader, kind)
  }
  return functions
}

/** Function, table, memory, global or tag: what stands behind its kind. */
function skipImport(reader, kind) {
  const limits = () => {
    const flags = reader.byte()
    reader.number()
    if (flags & 1) reader.number()
  }
  if (kind === 0) return reader.number()
  if (kind === 2) return limits()
  reader.byte()
  if (kind === 1) return limits()
  if (kind === 3) return reader.byte()
  return reader.number()
}
