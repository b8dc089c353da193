// A fresh project with the package in it, as npm installs it from its tarball.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nativeProgram } from '../../scripts/test/programs.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** npm itself is a script, which on Windows only a shell starts. */
function npm(folder, ...args) {
  const shell = process.platform === 'win32'
  const stdio = ['ignore', 'pipe', 'inherit']
  return execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell, stdio })
}

/** Packs pkg/ and installs it; `files` are those of the tarball, `remove` takes the project away. */
export function install() {
  const folder = mkdtempSync(join(tmpdir(), 'ganvas-project-'))
  const packed = npm(join(root, 'pkg'), 'pack', '--json', '--pack-destination', folder)
  const [{ filename, files }] = JSON.parse(packed)
  write(folder, { 'package.json': '{ "name": "blog", "private": true, "type": "module" }' })
  npm(folder, 'install', `./${filename}`, '--no-audit', '--no-fund', '--offline')
  return {
    folder,
    files: files.map(({ path }) => path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Writes files into the project. */
export function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** The picture, a PNG file, that the command line draws of a generator. */
export function drawnByCommandLine(folder, ...args) {
  const out = join(folder, 'native.png')
  execFileSync(nativeProgram('bin'), ['sample', ...args, '--out', out], { stdio: 'inherit' })
  return readFileSync(out)
}
