/** What a media query finds; null where there is no screen to ask of, as in a page that a test makes. */
export function mediaQuery(query: string): MediaQueryList | null {
  return 'matchMedia' in globalThis ? matchMedia(query) : null
}
