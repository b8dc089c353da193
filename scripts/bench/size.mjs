// What a reader's browser fetches: the files of pkg/, and what fills the wasm file.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { cache, root } from './programs.mjs'
import { table } from './statistics.mjs'
import { FIRST_FACE, firstFaceFiles } from './visit.mjs'
import { functions, sections } from './wasm.mjs'

const PACKAGE = path.join(root, 'pkg')
/** The engines, of which a visit fetches one. */
const ENGINES = ['ganvas_cpu', 'ganvas_webgpu']
/** A module as it is in pkg/, but with the names of its functions: `xtask build` leaves it. */
const named = (engine) => path.join(cache, `${engine}.named.wasm`)
/** Bytes that a file of pkg/ may have as brotli. */
const BUDGET = path.join(root, 'scripts/size-budget.json')
/** Bytes as brotli by the SHA-256 of what was compressed: all of pkg/ takes half a minute. */
const KNOWN = path.join(cache, 'brotli.json')
const LARGEST = 20

const STANDARD = ['core', 'alloc', 'std', 'hashbrown']

const compress = { brotli: promisify(brotliCompress), gzip: promisify(gzip) }

/** Every file that a browser fetches, as [name, content]. */
function readFiles() {
  const names = readdirSync(PACKAGE, { recursive: true }).map((name) => name.replaceAll('\\', '/'))
  return names
    .filter((name) => /\.(js|css|html|wasm|safetensors)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(path.join(PACKAGE, name))])
}

export async function brotliOf(content) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  return (await compress.brotli(content, { params })).length
}

/** Raw, gzip and brotli bytes of every file. */
async function measureFiles() {
  const files = await brotliOfFiles(readFiles())
  return Promise.all(files.map(withGzip))
}

async function withGzip({ name, content, brotli }) {
  const gzip = (await compress.gzip(content, { level: 9 })).length
  return { name, raw: content.length, gzip, brotli }
}

/** What a cold visit fetches together; null where the page is not built. */
async function measureFirstFace() {
  const files = firstFaceFiles()
  if (!files) return null
  const measured = await Promise.all((await brotliOfFiles(files)).map(withGzip))
  const sum = (kind) => measured.reduce((all, each) => all + each[kind], 0)
  return { name: FIRST_FACE, raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') }
}

export const readBudget = () => JSON.parse(readFileSync(BUDGET, 'utf8'))

/** Each file and its bytes as brotli; those that were compressed before are remembered. */
async function brotliOfFiles(given) {
  const known = readKnown()
  const files = given.map(async ([name, content]) => {
    const hash = createHash('sha256').update(content).digest('hex')
    return { name, content, hash, brotli: known[hash] ?? (await brotliOf(content)) }
  })
  const measured = await Promise.all(files)
  mkdirSync(cache, { recursive: true })
  const entries = measured.map(({ hash, brotli }) => [hash, brotli])
  writeFileSync(KNOWN, JSON.stringify({ ...readKnown(), ...Object.fromEntries(entries) }))
  return measured
}

function readKnown() {
  try {
    return JSON.parse(readFileSync(KNOWN, 'utf8'))
  } catch {
    return {}
  }
}

/** What is wrong with the size of pkg/, as sentences; none if nothing is. */
export async function findExcess() {
  const budget = readBudget()
  const files = await brotliOfFiles(readFiles())
  const complaints = files
    .filter(({ name, brotli }) => !(brotli <= budget[name]))
    .map(({ name, brotli }) =>
      Object.hasOwn(budget, name)
        ? `pkg/${name} has ${brotli} bytes as brotli; its budget is ${budget[name]}.`
        : `pkg/${name} has no budget in scripts/size-budget.json.`,
    )
  // The page is another thing: a browser counts what it fetches.
  const names = Object.keys(budget).filter((name) => name !== FIRST_FACE)
  const missing = names.filter((name) => files.every((file) => file.name !== name))
  return [...complaints, ...missing.map((name) => `pkg/${name} has a budget, but is not there.`)]
}

/** The module with names, if the one left behind is that of pkg/. */
function readNamed(engine, module) {
  if (!existsSync(named(engine))) return null
  const found = readFileSync(named(engine))
  // A module that was split has all of the data in its first part.
  const told = (bytes) => sections(bytes).find(({ name }) => name === 'data')?.bytes
  return told(found) === told(module) ? found : null
}

/** The crate that a demangled name speaks of: the first that is not the standard library's. */
function crateOf(name) {
  const paths = name.matchAll(/(?<![\w:\]>}])([a-z_]\w*)(?:\[[0-9a-f]+\])?::/g)
  const crates = [...paths].map(([, crate]) => crate)
  return crates.find((crate) => !STANDARD.includes(crate)) ?? crates[0] ?? 'without a crate'
}

function largest(functions, keyOf) {
  const groups = new Map()
  for (const { name, bytes } of functions) {
    const key = keyOf(name ?? '')
    const group = groups.get(key) ?? { name: key, bytes: 0, functions: 0 }
    group.bytes += bytes
    group.functions += 1
    groups.set(key, group)
  }
  return [...groups.values()].sort((one, other) => other.bytes - one.bytes).slice(0, LARGEST)
}

const withoutHash = (name) => name.replace(/::h[0-9a-f]{16}(?=$|\.)/, '')

export async function measureSize() {
  return {
    files: await measureFiles(),
    firstFace: await measureFirstFace(),
    budget: readBudget(),
    engines: ENGINES.map(measureEngine),
  }
}

function measureEngine(engine) {
  const file = `${engine}_bg.wasm`
  const module = readFileSync(path.join(PACKAGE, file))
  const found = readNamed(engine, module)
  const all = found && functions(found)
  return {
    file,
    sections: sections(module).map(({ name, bytes }) => ({ name, bytes })),
    crates: all && largest(all, crateOf),
    functions: all && largest(all, withoutHash),
  }
}

const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',')

export function reportSize({ files, firstFace, budget, engines }) {
  const columns = ({ name, raw, gzip, brotli }) => [
    name,
    ...[raw, gzip, brotli].map(grouped),
    budget[name] === undefined ? '–' : grouped(budget[name]),
  ]
  console.log('\nSizes in bytes')
  console.log(table([['pkg/', 'raw', 'gzip', 'brotli', 'brotli budget'], ...files.map(columns)]))
  if (firstFace) {
    const head = ['dist/', 'raw', 'gzip', 'brotli', 'brotli budget']
    console.log(`\n${table([head, columns(firstFace)])}`)
  }
  engines.forEach(reportEngine)
}

function reportEngine({ file, sections, crates, functions }) {
  const large = sections.filter(({ bytes }) => bytes >= 1000)
  const lines = large.map(({ name, bytes }) => [name, grouped(bytes)])
  console.log(`\n${table([[`Section of ${file}`, 'bytes'], ...lines])}`)
  if (!crates) {
    console.log(
      `\nNo functions by name: ${file} is not the one that was built last; \`npm run build:wasm\` makes it.`,
    )
    return
  }
  const total = sections.find(({ name }) => name === 'code').bytes
  for (const [title, list] of [
    ['Crate', crates],
    ['Function, all its instances', functions],
  ]) {
    const rows = list.map(({ name, bytes, functions }) => [
      name.length > 100 ? `${name.slice(0, 99)}…` : name,
      grouped(bytes),
      `${((100 * bytes) / total).toFixed(1)} %`,
      grouped(functions),
    ])
    console.log(`\n${table([[title, 'bytes', 'of the code', 'functions'], ...rows])}`)
  }
}
