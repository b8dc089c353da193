import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { headersBesideThePages } from './scripts/headers.mjs'
import { mnistBesideThePages } from './scripts/mnist-server.mjs'
import { serviceWorkerBesideThePages } from './scripts/service-worker.mjs'
import { whatIsWrong, withWhatIsWrong } from './scripts/what-is-wrong.mjs'
import { widgetBesideThePages } from './scripts/widget.mjs'

const root = fileURLToPath(new URL('./www', import.meta.url))
const output = fileURLToPath(new URL('./dist', import.meta.url))

/** How a policy names an inline script. */
const sha256 = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`

/** The built pages name what they may load; the dev server injects inline code and must do without. */
function contentSecurityPolicy(): Plugin {
  const policy = (connect: string) =>
    [
      "default-src 'none'",
      `script-src 'self' 'wasm-unsafe-eval' '${sha256(wrong.script)}'`,
      "worker-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob: https:",
      `connect-src 'self' ${connect}`,
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ')
  return {
    name: 'content-security-policy',
    apply: 'build',
    // Generators may lie anywhere.
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: policy('blob: data: https: http://localhost:* http://127.0.0.1:*'),
        },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** Tells a page that waits for its reader's language where those strings are. */
function stringsAhead(): Plugin {
  return {
    name: 'strings-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const found = Object.values(bundle).flatMap((file) => {
          const source = file.type === 'chunk' ? (file.facadeModuleId ?? '') : ''
          const [, language] = /\/strings\/page\/(\w+)\/index\.ts$/.exec(source) ?? []
          return language ? [` data-strings-${language}="./${file.fileName}"`] : []
        })
        return html.replace(/<html [^>]*data-written="[^"]*"/, (tag) => tag + found.join(''))
      },
    },
  }
}

const wrong = await whatIsWrong()
const page = (name: string) => `${root}/${name}.html`

export default defineConfig({
  root,
  // Relative, so that the build works from any folder of any site.
  base: './',
  plugins: [
    contentSecurityPolicy(),
    {
      name: 'what-is-wrong',
      transformIndexHtml: (html) => withWhatIsWrong(html, wrong),
    },
    stringsAhead(),
    // Before whatever answers.
    headersBesideThePages(),
    mnistBesideThePages(),
    widgetBesideThePages(),
    serviceWorkerBesideThePages(),
  ],
  // The ZIP reader names a module of Node's that it never loads in a browser.
  worker: { format: 'es', rolldownOptions: { external: ['node:worker_threads'] } },
  build: {
    outDir: output,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: page('index'),
        embed: page('embed'),
        demo: page('demo'),
      },
    },
  },
  server: {
    // The wasm package lies beside the page's folder, not in it.
    fs: { allow: [fileURLToPath(new URL('.', import.meta.url))] },
  },
})
