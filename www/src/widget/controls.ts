/** Paths on a field of 16 × 16. */
const ICONS = {
  play: 'M4 2.5v11l9.5-5.5z',
  pause: 'M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z',
  fresh: 'M13 3v4H9l1.6-1.6A4 4 0 1 0 11.8 9h1.6A5.5 5.5 0 1 1 11.7 4.3z',
  centre: 'M8 1v3M8 12v3M1 8h3M12 8h3M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
} as const

export type Icon = keyof typeof ICONS

const SVG = 'http://www.w3.org/2000/svg'

/** A button with a picture, and its name for those who do not see it. */
export function iconButton(icon: Icon, name: string, onPress: () => void): HTMLButtonElement {
  const made = make('button', 'button')
  made.type = 'button'
  showIcon(made, icon, name)
  made.addEventListener('click', onPress)
  return made
}

export function showIcon(button: HTMLButtonElement, icon: Icon, name: string): void {
  if (button.dataset['icon'] === icon && button.title === name) return
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('viewBox', '0 0 16 16')
  picture.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', ICONS[icon])
  picture.append(path)
  button.dataset['icon'] = icon
  button.title = name
  button.setAttribute('aria-label', name)
  button.replaceChildren(picture)
}

export interface Slider {
  element: HTMLInputElement
  /** Shows a value without telling anyone. */
  set(value: number): void
}

export function slider(
  name: string,
  range: { least: number; most: number; step: number },
  onInput: (value: number) => void,
  textOf = (value: number) => value.toFixed(2),
): Slider {
  const element = make('input', 'slider')
  element.type = 'range'
  element.min = String(range.least)
  element.max = String(range.most)
  element.step = String(range.step)
  // What it stands at, to those who do not see it.
  const speak = () => {
    element.setAttribute('aria-valuetext', textOf(element.valueAsNumber))
  }
  element.value = String(Math.max(0, range.least))
  speak()
  element.title = name
  element.setAttribute('aria-label', name)
  element.addEventListener('input', () => {
    speak()
    onInput(element.valueAsNumber)
  })
  return {
    element,
    set(value) {
      element.value = String(value)
      speak()
    },
  }
}

/** A choice of classes; nothing stands for all in turn. */
export function classChoice(
  words: { name: string; all: string },
  labels: readonly string[],
  onChoice: (label: string | null) => void,
): HTMLSelectElement {
  const made = make('select', 'select')
  made.title = words.name
  made.setAttribute('aria-label', words.name)
  const option = (value: string, text: string) => new Option(text, value)
  made.append(option('', words.all), ...labels.map((label, index) => option(String(index), label)))
  made.addEventListener('change', () => {
    onChoice(made.value === '' ? null : made.value)
  })
  return made
}

/** An element that authors style as `::part(name)`. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  part: string,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  made.setAttribute('part', part)
  return made
}
