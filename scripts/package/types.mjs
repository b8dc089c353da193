// The package's types, by TypeScript: those of the entries and of what they name.
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** What is imported has its types here. */
const ENTRIES = ['api/index.d.ts', 'widget/index.d.ts']

/** An import or export of a neighbour, as TypeScript writes it: without extension. */
const NEIGHBOUR = /((?:from|import\()\s*['"])(\.{1,2}\/[^'"]+)(['"])/g

/** Writes them into `folder`, in the folders of their sources. */
export async function writeTypes(root, folder) {
  const all = await mkdtemp(path.join(tmpdir(), 'ganvas-types-'))
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const flags = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--stripInternal']
  try {
    execFileSync(
      process.execPath,
      [compiler, '-p', root, ...flags, '--rootDir', root, '--outDir', all],
      { cwd: root, stdio: 'inherit' },
    )
    const sources = path.join(all, 'www', 'src')
    const wanted = [...ENTRIES]
    const done = new Set()
    for (const file of wanted) {
      if (done.has(file)) continue
      done.add(file)
      const text = await readFile(path.join(sources, file), 'utf8')
      for (const [, , neighbour] of text.matchAll(NEIGHBOUR)) {
        wanted.push(path.posix.join(path.posix.dirname(file), `${neighbour}.d.ts`))
      }
      const target = path.join(folder, file)
      await mkdir(path.dirname(target), { recursive: true })
      // With the extension that Node's way of resolving wants.
      await writeFile(target, text.replaceAll(NEIGHBOUR, '$1$2.js$3'))
    }
  } finally {
    await rm(all, { recursive: true, force: true })
  }
}
