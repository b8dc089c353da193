import { fileURLToPath } from 'node:url'
import { build, type InlineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('./www', import.meta.url))

/** The widget's script, alone: what other sites name keeps its name, and takes one request. */
export function widgetConfig(output: string): InlineConfig {
  return {
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir: output,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: { widget: `${root}/src/widget/index.ts` },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  }
}

/** Puts `widget.js` beside the pages: built after them, and from its sources while one develops. */
export function widgetBesideThePages(output: string): Plugin {
  let isBuild = false
  return {
    name: 'widget-beside-the-pages',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        if (request.url?.split('?', 1)[0] === '/widget.js') request.url = '/src/widget/index.ts'
        next()
      })
    },
    async closeBundle() {
      if (isBuild) await build(widgetConfig(output))
    },
  }
}
