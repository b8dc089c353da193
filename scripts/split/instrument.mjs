// A module that tells which of its functions have run.
import { binaryen, ownFunctions, read } from './module.mjs'

/** What the name of a function's mark begins with. */
export const MARK = 'ran '

/** The module with a global for each function, exported, that becomes 1 when it is called. */
export function instrument(bytes) {
  const module = read(bytes)
  for (const { reference, name, body, results } of [...ownFunctions(module)]) {
    const mark = MARK + name
    module.addGlobal(mark, binaryen.i32, true, module.i32.const(0))
    module.addGlobalExport(mark, mark)
    const marks = module.global.set(mark, module.i32.const(1))
    binaryen.Function(reference).body = module.block(null, [marks, body], results)
  }
  const instrumented = Buffer.from(module.emitBinary())
  module.dispose()
  return instrumented
}
