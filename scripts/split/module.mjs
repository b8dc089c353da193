// A WebAssembly module as binaryen holds it.
import binaryen from 'binaryen'

export { binaryen }

/** What rustc and LLVM use, and no more: binaryen would write what browsers do not read yet. */
const { Features } = binaryen
const FEATURES =
  Features.MutableGlobals |
  Features.NontrappingFPToInt |
  Features.SIMD128 |
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.SignExt |
  Features.ReferenceTypes |
  Features.CallIndirectOverlong |
  Features.Multivalue

export function read(bytes) {
  const module = binaryen.readBinary(bytes)
  module.setFeatures(FEATURES)
  return module
}

/** Its own functions, in their order: their reference and what binaryen says of them. */
export function* ownFunctions(module) {
  for (let index = 0; index < module.getNumFunctions(); index += 1) {
    const reference = module.getFunctionByIndex(index)
    const info = binaryen.getFunctionInfo(reference)
    if (!info.module) yield { reference, ...info }
  }
}

/** Its bytes, without what nothing leads to. */
export function write(module) {
  module.runPasses(['remove-unused-module-elements'])
  const bytes = Buffer.from(module.emitBinary())
  module.dispose()
  return bytes
}
