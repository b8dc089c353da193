// MNIST beside the pages, where they look for it first, without a copy of it in what is built.
import { MNIST, findMnist, readMnist } from './mnist.mjs'

const FILE = /\/data\/mnist\/([^/]+)\.gz$/

/**
 * Answers requests for MNIST's files, which the page names as they are distributed. They are sent
 * unpacked, as by servers that declare the packing to the browser: the page knows both.
 */
export function serveMnist(places) {
  let folder
  return async (request, response, next) => {
    const name = FILE.exec(new URL(request.url ?? '/', 'http://page').pathname)?.[1]
    if (!Object.hasOwn(MNIST, name ?? '')) return next()
    try {
      folder ??= findMnist({ mirror: null, ...places })
      const bytes = await readMnist(await folder, name)
      response.setHeader('Content-Type', 'application/octet-stream')
      response.setHeader('Content-Length', bytes.length)
      response.end(bytes)
    } catch {
      // The page has places of its own to look in.
      response.statusCode = 404
      response.end()
    }
  }
}

/** Vite's servers, of the sources and of what was built, have MNIST; what is built does not. */
export function mnistBesideThePages() {
  return {
    name: 'mnist-beside-the-pages',
    configureServer: ({ middlewares }) => void middlewares.use(serveMnist()),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(serveMnist()),
  }
}
