// The package's scripts, by Rolldown: the page's own sources, with the package's places.
import path from 'node:path'
import { rolldown } from 'rolldown'

/** What can be imported, and the workers that they start. */
const ENTRIES = {
  index: 'www/src/api/index.ts',
  'ganvas-worker': 'www/src/engine/worker.ts',
  'ganvas-drawing-worker': 'www/src/drawing/worker.ts',
  'ganvas-helper': 'www/src/engine/helper.ts',
  embed: 'www/src/embed.ts',
}

/** Scripts of the modules: they lie beside what is built here. */
const GLUE = /\/pkg\/(ganvas\w*\.js)$/

/** In the package files lie elsewhere than in the sources. */
function placed(root) {
  const places = path.join(root, 'scripts', 'package', 'places.ts')
  return {
    name: 'places-of-the-package',
    resolveId(source) {
      const glue = GLUE.exec(source)
      if (glue) return { id: `./${glue[1]}`, external: 'relative' }
      return source.endsWith('/places') ? places : null
    },
  }
}

/** Styles are files of their own. */
const withoutStyles = {
  name: 'without-styles',
  load: (id) => (id.endsWith('.css') ? { code: '', moduleType: 'js' } : null),
}

/** The ZIP reader names a module of Node's that it never loads in a browser. */
const withoutNode = {
  name: 'without-node',
  resolveId: (source) => (source.startsWith('node:') ? `\0${source}` : null),
  load: (id) => (id.startsWith('\0node:') ? { code: 'export {}', moduleSideEffects: false } : null),
}

/** Writes the scripts into `folder`, side by side: their addresses are relative to each other. */
export async function bundle(root, folder) {
  const input = Object.entries(ENTRIES).map(([name, file]) => [name, path.join(root, file)])
  const build = await rolldown({
    input: Object.fromEntries(input),
    platform: 'browser',
    plugins: [placed(root), withoutStyles, withoutNode],
    tsconfig: path.join(root, 'tsconfig.json'),
  })
  try {
    await build.write({
      dir: folder,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'shared-[name].js',
      minify: true,
    })
  } finally {
    await build.close()
  }
}
