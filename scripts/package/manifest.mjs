// The package's package.json.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

const MANIFEST = {
  name: 'ganvas',
  description: 'Train generative adversarial networks live in the browser; generators as a tag',
  license: 'MIT OR Apache-2.0',
  type: 'module',
  main: './index.js',
  types: './types/api/index.d.ts',
  exports: {
    '.': { types: './types/api/index.d.ts', default: './index.js' },
    './widget': { types: './types/widget/index.d.ts', default: './widget.js' },
    './widget.js': './widget.js',
    './cpu': { types: './ganvas_cpu.d.ts', default: './ganvas_cpu.js' },
    './webgpu': { types: './ganvas_webgpu.d.ts', default: './ganvas_webgpu.js' },
    './runtime': { types: './ganvas_runtime.d.ts', default: './ganvas_runtime.js' },
    './reader': { types: './ganvas_reader.d.ts', default: './ganvas_reader.js' },
    './*.wasm': './*.wasm',
    './models/*': './models/*',
    './judge-digits.safetensors': './judge-digits.safetensors',
    './embed.html': './embed.html',
  },
  files: [
    '*.js',
    '*.d.ts',
    '*.wasm',
    '*.safetensors',
    '*.html',
    '*.css',
    'models',
    'types',
    'LICENSE-*',
  ],
  // Importing it defines the element; workers answer messages.
  sideEffects: ['./widget.js', './*-worker.js', './ganvas-helper.js', './embed.js'],
}

/** Writes it with the version of the crate. */
export async function writeManifest(root, folder) {
  const cargo = await readFile(path.join(root, 'Cargo.toml'), 'utf8')
  const version = /^version = "(.+)"$/m.exec(cargo)?.[1]
  if (!version) throw new Error('Cargo.toml states no version.')
  const { name, ...others } = MANIFEST
  const text = JSON.stringify({ name, version, ...others }, null, 2)
  await writeFile(path.join(folder, 'package.json'), `${text}\n`)
}
