// The widget's scripts, by Vite: for the site, beside its pages, and for the npm package.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../www', import.meta.url))

/**
 * Writes `widget.js`, alone, into `output`: what other sites name keeps its name and takes one
 * request. What it fetches lies in `assets/`, named by its content; or with `flat` beside it by its
 * plain name, as it does in the package, where the engine's own files are such neighbours already.
 */
export async function buildWidget(output, { flat = false } = {}) {
  const named = (name) => (flat ? `${name}.js` : `assets/${name}-[hash].js`)
  const assetFileNames = flat ? '[name][extname]' : 'assets/[name]-[hash][extname]'
  await build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    worker: {
      format: 'es',
      // Without chunks of its own, and told where files lie: it may be copied as it is.
      rolldownOptions: { output: { entryFileNames: named('widget-worker'), assetFileNames } },
    },
    build: {
      outDir: output,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: { widget: `${root}/src/widget/index.ts` },
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          assetFileNames,
        },
      },
    },
  })
}

/** Puts the widget beside the pages: built after them, and from its sources while one develops. */
export function widgetBesideThePages() {
  let output = null
  return {
    name: 'widget-beside-the-pages',
    configResolved({ command, build }) {
      if (command === 'build') output = build.outDir
    },
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        if (request.url?.split('?', 1)[0] === '/widget.js') request.url = '/src/widget/index.ts'
        next()
      })
    },
    async closeBundle() {
      if (output) await buildWidget(output)
    },
  }
}
