/** What the reader's browser is set to; some lack one setting or another. */

export function readersLanguages(): readonly string[] {
  return (navigator as { languages?: readonly string[] }).languages ?? []
}

/** Whether the reader's system has it so; `onChange` hears of changes. */
export function mediaQuery(query: string): MediaQueryList | null {
  return (globalThis as { matchMedia?: typeof matchMedia }).matchMedia?.(query) ?? null
}
