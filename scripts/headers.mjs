// What is sent with every answer, by the servers here and by hosts that read `_headers`.
import { ISOLATION } from './isolation.mjs'

const EVERYWHERE = {
  ...ISOLATION,
  // A file is what it is said to be: nothing that people put beside the pages becomes a script.
  'X-Content-Type-Options': 'nosniff',
  // Hosts of generators learn where a page lies, and not what its address says.
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/** Other sites show `embed.html` in their frames; a page whose buttons do more is not for them. */
const UNFRAMED = { 'Content-Security-Policy': "frame-ancestors 'self'" }

/** What goes with which paths. Hosts name a page with its ending or without. */
const RULES = [
  ['/*', EVERYWHERE],
  ...['/', '/index', '/index.html', '/demo', '/demo.html'].map((path) => [path, UNFRAMED]),
]

/** The headers of what lies at a path. */
export function headersOf(path) {
  const fitting = RULES.filter(([rule]) => rule === '/*' || rule === path)
  return Object.assign({}, ...fitting.map(([, headers]) => headers))
}

/** The same as the file `_headers`. */
export function headersFile() {
  const lines = (headers) => Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
  return RULES.map(([path, headers]) => `${path}\n${lines(headers).join('')}`).join('')
}

/** Vite's servers send them, and a build has them as a file. */
export function headersBesideThePages() {
  const send = (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page')
    for (const [name, value] of Object.entries(headersOf(pathname))) response.setHeader(name, value)
    next()
  }
  return {
    name: 'headers-beside-the-pages',
    configureServer: ({ middlewares }) => void middlewares.use(send),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(send),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() })
    },
  }
}
