// The service worker of the site: what it keeps, and which headers it adds.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { ISOLATION } from './isolation.mjs'

const source = fileURLToPath(new URL('../www/src/offline/service-worker.ts', import.meta.url))
const NAME = 'service-worker.js'
/** What other sites ask for, hosts read, or a page has only at a person's wish. */
const LEFT_OUT =
  /^(_headers|widget\.js|embed\.html|demo\.html|demo\/.*|data\/.*|service-worker\.js)$/

/** Whether the site is for a host that cannot send headers: `GANVAS_ADD_HEADERS=1 npm run build`. */
export const addsHeaders = () => process.env.GANVAS_ADD_HEADERS === '1'

/** All that the page may load, as paths from the site's folder. */
function filesOf(output) {
  return readdirSync(output, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !LEFT_OUT.test(name) && statSync(join(output, name)).isFile())
    .sort()
}

/** Names the build by all that it consists of. */
function nameOf(output, files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(output, file)))
  return hash.digest('hex').slice(0, 12)
}

/** Writes the worker beside the pages: it has to lie there to answer for them. */
export async function buildServiceWorker(output) {
  const files = filesOf(output)
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      FILES: JSON.stringify(files),
      BUILD: JSON.stringify(nameOf(output, files)),
      HEADERS: JSON.stringify(addsHeaders() ? ISOLATION : {}),
    },
    build: {
      outDir: output,
      emptyOutDir: false,
      rolldownOptions: { input: source, output: { entryFileNames: NAME, format: 'iife' } },
    },
  })
}

/** Once all else of the site is there. */
export function serviceWorkerBesideThePages() {
  let output = null
  return {
    name: 'service-worker-beside-the-pages',
    config: () => ({ define: { __ADDS_HEADERS__: JSON.stringify(addsHeaders()) } }),
    configResolved({ command, build }) {
      if (command === 'build') output = build.outDir
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        if (output) await buildServiceWorker(output)
      },
    },
  }
}
