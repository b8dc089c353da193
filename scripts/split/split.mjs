// One module made two: the first holds what every visit runs, the second everything else, and is
// fetched when something of it is called.
//
// The second shares memory, tables and globals with the first. What the first calls there is a stub
// that sees to it that the second is there, and goes on through a table of its own.
import { binaryen, ownFunctions, read, write } from './module.mjs'

/** What fetches the second module, among the imports of the first; the module's script has it. */
export const LOADER = { module: './ganvas_webgpu_bg.js', base: '__ganvas_load_deferred' }
/** Where the second module has the first one's things from. */
const FIRST = 'first'
const TABLE = 'deferred'

const LOADED = 'is_deferred_loaded'
const ENSURE = 'ensure_deferred'

/** Both modules' bytes; `kept` are the names of the functions of the first. */
export function split(bytes, kept) {
  // Which stubs are needed is known once all is gone that nothing leads to.
  const trial = makeFirst(bytes, kept, { slotOf: () => 0, slots: 1 })
  trial.runPasses(['remove-unused-module-elements'])
  const called = [...ownFunctions(trial)].map(({ name }) => name)
  trial.dispose()
  const moved = called.filter((name) => isMoved(name, kept))
  const slots = new Map(moved.map((name, at) => [name, at]))

  // So it is with what the second wants of the first; there are thousands, so their names are short.
  const wanted = importsOf(write(makeSecond(bytes, kept, moved, (name) => name)))
  const short = new Map(wanted.map(({ name }, at) => [name, at.toString(36)]))
  const second = write(makeSecond(bytes, kept, moved, (name) => short.get(name) ?? name))
  const first = makeFirst(bytes, kept, {
    slotOf: (name) => slots.get(name) ?? 0,
    slots: slots.size,
  })
  for (const { name, kind } of wanted) share(first, name, kind, short.get(name))
  return { first: write(first), second }
}

const importsOf = (bytes) =>
  WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter(({ module }) => module === FIRST)

const isMoved = (name, kept) => !kept.has(name) && name !== ENSURE

/** The module with stubs in the place of what is moved. */
function makeFirst(bytes, kept, { slotOf, slots }) {
  const module = read(bytes)
  const { i32, none } = binaryen
  module.addFunctionImport(LOADER.base, LOADER.module, LOADER.base, none, none)
  module.addGlobal(LOADED, i32, true, module.i32.const(0))
  module.addTable(TABLE, slots, slots)
  const load = module.block(null, [
    module.call(LOADER.base, [], none),
    module.global.set(LOADED, module.i32.const(1)),
  ])
  const isMissing = module.i32.eqz(module.global.get(LOADED, i32))
  module.addFunction(ENSURE, none, none, [], module.if(isMissing, load))
  for (const { reference, name, params, results } of [...ownFunctions(module)]) {
    if (!isMoved(name, kept)) continue
    const given = binaryen.expandType(params).map((type, at) => module.local.get(at, type))
    const slot = module.i32.const(slotOf(name))
    const go = module.call_indirect(TABLE, slot, given, params, results)
    const body = module.block(null, [module.call(ENSURE, [], none), go], results)
    binaryen.Function(reference).body = body
  }
  return module
}

/**
 * The module of what is moved: the first calls `called` of it, in the order of their slots. `exported`
 * tells what the first exports a thing as.
 */
function makeSecond(bytes, kept, called, exported) {
  const module = read(bytes)
  for (let index = module.getNumElementSegments() - 1; index >= 0; index -= 1) {
    const segment = binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(index))
    module.removeElementSegment(segment.name)
  }
  for (let index = module.getNumExports() - 1; index >= 0; index -= 1) {
    module.removeExport(binaryen.getExportInfo(module.getExportByIndex(index)).name)
  }
  for (const { name, params, results } of [...ownFunctions(module)]) {
    if (!kept.has(name)) continue
    module.removeFunction(name)
    module.addFunctionImport(name, FIRST, exported(name), params, results)
  }
  for (let index = 0; index < module.getNumTables(); index += 1) {
    const { name } = binaryen.getTableInfo(module.getTableByIndex(index))
    module.addTableImport(name, FIRST, exported(`table ${name}`))
  }
  const globals = Array.from({ length: module.getNumGlobals() }, (_, index) =>
    binaryen.getGlobalInfo(module.getGlobalByIndex(index)),
  )
  for (const { name, type, mutable, module: from } of globals) {
    if (from) continue
    module.removeGlobal(name)
    module.addGlobalImport(name, FIRST, exported(`global ${name}`), type, mutable)
  }
  module.setMemory(1, -1, null, [])
  module.addMemoryImport('0', FIRST, exported('memory 0'))
  module.addTable(TABLE, called.length, called.length)
  module.addTableImport(TABLE, FIRST, exported(`table ${TABLE}`))
  module.addActiveElementSegment(TABLE, TABLE, called, module.i32.const(0))
  return module
}

/** Exports what the second module wants of the first: `name` is its own there, behind its kind. */
function share(module, name, kind, exported) {
  const internal = name.slice(name.indexOf(' ') + 1)
  if (kind === 'function') module.addFunctionExport(name, exported)
  if (kind === 'table') module.addTableExport(internal, exported)
  if (kind === 'global') module.addGlobalExport(internal, exported)
  if (kind === 'memory') module.addMemoryExport(internal, exported)
}
