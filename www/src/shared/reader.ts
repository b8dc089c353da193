/** The languages that the browser is set to; some name none. */
export function readersLanguages(): readonly string[] {
  return (navigator as { languages?: readonly string[] }).languages ?? []
}
