/** What people read, once in every language. Braces stand for what is put in by `filled`. */
export interface Strings {
  /** The widget: what it shows, and its controls. */
  load: string
  loading: string
  loadingPart: string
  ready: string
  images: string
  morph: string
  plane: string
  moved: string
  play: string
  pause: string
  fresh: string
  position: string
  classOf: string
  everyClass: string
  direction: string
  centre: string
  retry: string
  /** Why the widget shows nothing. */
  unknownModel: string
  notAnAddress: string
  offline: string
  unreachable: string
  unreachableElsewhere: string
  status: string
  stalled: string
  tooLarge: string
  webPage: string
  noClass: string
  noRuntime: string
  noWebGpu: string
  crashed: string
}

export type StringName = keyof Strings

/** A text with its `{names}` replaced. */
export function filled(
  text: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
