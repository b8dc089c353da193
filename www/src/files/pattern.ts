/**
 * What a pattern as `*.jpg` or `cats/**` matches, as the command line reads it: letter case does not
 * matter, and a star does not go beyond a folder. Undefined for an empty one, which takes all.
 */
export async function matching(pattern: string): Promise<RegExp | undefined> {
  if (pattern === '') return undefined
  const { default: picomatch } = await import('picomatch/posix')
  const plain = { nobrace: true, noextglob: true, nonegate: true }
  return picomatch.makeRe(pattern, { ...plain, nocase: true, dot: true })
}
