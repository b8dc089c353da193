/** What a widget shows: images side by side, images that turn into one another, a plane of the
 * latent space to drag, or sliders that change them. */
export type WidgetMode = 'grid' | 'interpolate' | 'explore' | 'sliders'
/** What draws: `auto` is the CPU, and WebGPU for generators that are too large for it. */
export type WidgetBackend = 'auto' | 'webgpu' | 'cpu'
/** When a widget loads: near what is seen, at once, or when its button is pressed. */
export type WidgetLoading = 'lazy' | 'eager' | 'interaction'

/** What a widget is asked to do, checked. */
export interface Options {
  model: string
  base: string
  mode: WidgetMode
  seed: number
  rows: number
  columns: number
  autoplay: boolean
  speed: number
  truncation: number
  /** Name or number of a class; null for all in turn. */
  label: string | null
  backend: WidgetBackend
  loading: WidgetLoading
  poster: string
  controls: boolean
}

export type OptionName = keyof Options

export const OPTION_NAMES = [
  'model',
  'base',
  'mode',
  'seed',
  'rows',
  'columns',
  'autoplay',
  'speed',
  'truncation',
  'label',
  'backend',
  'loading',
  'poster',
  'controls',
] as const satisfies readonly OptionName[]

export const MODES: readonly WidgetMode[] = ['grid', 'interpolate', 'explore', 'sliders']
const BACKENDS: readonly WidgetBackend[] = ['auto', 'webgpu', 'cpu']
const LOADINGS: readonly WidgetLoading[] = ['lazy', 'eager', 'interaction']

/** Drawn by code, so that its faces are free of anyone's rights. */
export const DEFAULT_MODEL = 'drawn-faces-64'

/** What templates write into an attribute for which they were given nothing. */
const NOTHING = ['undefined', 'null']

/** Whether a text is what templates write for nothing. */
export function isNothing(text: string): boolean {
  return NOTHING.includes(text)
}

/** Reads the attributes; what is out of its range or unknown counts as not given, as in HTML. */
export function readOptions(element: Element): Options {
  const written = (name: OptionName) => element.getAttribute(name)?.trim() ?? ''
  const text = (name: OptionName) => (isNothing(written(name)) ? '' : written(name))
  const flag = (name: OptionName) => element.hasAttribute(name)
  const number = (name: OptionName, usual: number, least: number, most: number) => {
    const value = text(name) === '' ? NaN : Number(text(name))
    return value >= least && value <= most ? value : usual
  }
  const whole = (...given: Parameters<typeof number>) => Math.floor(number(...given))
  const mode = oneOf(text('mode'), MODES)
  const side = mode === 'grid' ? 3 : 1
  return {
    model: text('model') || DEFAULT_MODEL,
    base: text('base'),
    mode,
    seed: whole('seed', 1, 0, Number.MAX_SAFE_INTEGER),
    rows: whole('rows', side, 1, 16),
    columns: whole('columns', side, 1, 16),
    autoplay: flag('autoplay'),
    speed: number('speed', 1, 0.01, 20),
    truncation: number('truncation', 1, 0, 2),
    // A class may be called “null”: the generator knows.
    label: written('label') === '' ? null : written('label'),
    backend: oneOf(text('backend'), BACKENDS),
    loading: oneOf(text('loading'), LOADINGS),
    poster: text('poster'),
    controls: flag('controls'),
  }
}

/** The first of the choices is the usual one. */
function oneOf<Choice extends string>(value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value.toLowerCase()) ?? choices[0]
  if (found === undefined) throw new RangeError('There is nothing to choose from.')
  return found
}
