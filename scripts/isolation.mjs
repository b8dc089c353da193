/**
 * Headers of a page that is alone with its origin: only such a page may share memory between threads.
 * Images and scripts of other sites stay loadable, and what is here stays loadable by them.
 */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'credentialless',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}
