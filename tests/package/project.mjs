// A fresh project with the package in it, as npm would install it from its tarball.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** npm itself is a script; on Windows only a shell starts it. */
function npm(folder, ...args) {
  const shell = process.platform === 'win32'
  return execFileSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Packs pkg/ and installs it; `remove` takes the project away again. */
export function installed() {
  const folder = mkdtempSync(join(tmpdir(), 'ganvas-project-'))
  const [{ filename, files }] = JSON.parse(
    npm(join(root, 'pkg'), 'pack', '--json', '--pack-destination', folder),
  )
  const manifest = { name: 'blog', private: true, type: 'module' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  npm(folder, 'install', `./${filename}`, '--no-audit', '--no-fund')
  return {
    folder,
    files: files.map(({ path }) => path),
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Writes the files of a page into the project. */
export function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
  }
}

/** What the command line draws of a generator for a seed: an image file. */
export function drawnByCommandLine(model, folder, ...args) {
  const out = join(folder, 'native.png')
  const sample = ['sample', '--model', model, '--out', out, ...args]
  execFileSync('cargo', ['run', '--quiet', '--', ...sample], { cwd: root, stdio: 'inherit' })
  return out
}
