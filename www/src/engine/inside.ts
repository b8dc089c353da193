/** Paths as they are seen from the folder that holds them all, if one does. */
export function inside(paths: readonly string[]): string[] {
  const [first = ''] = paths
  const folder = first.slice(0, first.indexOf('/') + 1)
  const holdsAll = folder !== '' && paths.every((path) => path.startsWith(folder))
  return holdsAll ? paths.map((path) => path.slice(folder.length)) : [...paths]
}

/** The same from the innermost such folder: most ZIP files hold one folder. */
export function innermost(paths: readonly string[]): string[] {
  const seen = inside(paths)
  return seen[0] === paths[0] ? seen : innermost(seen)
}
