import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { OptionName } from '../widget/options'

/** How a post takes the widget in. */
export type Way = 'script' | 'iframe' | 'bundler'

/** What a snippet says. */
export interface Embedded {
  /** Attributes of the element that are not as usual, in their order. */
  attributes: readonly (readonly [OptionName, string])[]
  /** What it is called for those who do not see it. */
  title: string
  /** Pixels across. */
  width: number
  /** Pixels down in all, which only a frame has to know. */
  height: number
  /** File of the picture that stands in; null for none. */
  poster: string | null
  /** Folder in which `widget.js` and `embed.html` lie. */
  home: string
}

export function snippet(way: Way, embedded: Embedded): string {
  switch (way) {
    case 'script':
      return `${tag('script', [
        ['type', 'module'],
        ['src', new URL('widget.js', embedded.home).href],
      ])}</script>\n\n${element(embedded)}`
    case 'iframe':
      return frame(embedded)
    case 'bundler':
      return `# ${words.embed.onceInProject}
npm install ganvas

// ${words.embed.inScript}
import 'ganvas/widget'

<!-- ${words.embed.inHtml} -->
${element(embedded)}`
  }
}

/** The query of `embed.html` for what is embedded. */
export function queryOf({ attributes, title }: Pick<Embedded, 'attributes' | 'title'>): string {
  return new URLSearchParams([
    ...attributes.map(([name, value]) => [name, value === '' ? 'true' : value]),
    ['title', title],
  ]).toString()
}

function element({ attributes, title, width, poster }: Embedded): string {
  const opening = tag('ganvas-generator', [
    ...attributes,
    ['aria-label', title],
    ['style', `width: ${width}px`],
  ])
  if (poster === null) return `${opening}</ganvas-generator>`
  const alt = filled(words.embed.pictureOf, { title })
  const picture = tag('img', [
    ['slot', 'poster'],
    ['src', poster],
    ['alt', alt],
    ['width', String(width)],
  ])
  return `${opening}\n${indented(picture)}\n</ganvas-generator>`
}

function frame({ attributes, title, width, height, home }: Embedded): string {
  const address = new URL('embed.html', home)
  address.search = queryOf({ attributes, title })
  return `${tag('iframe', [
    ['src', address.href],
    ['title', title],
    ['width', String(width)],
    ['height', String(height)],
    ['loading', 'lazy'],
    ['style', 'border: 0'],
  ])}</iframe>`
}

/** On one line, if it is no long one. */
function tag(name: string, attributes: readonly (readonly [string, string])[]): string {
  const written = attributes.map(([key, value]) =>
    value === '' ? key : `${key}="${escaped(value)}"`,
  )
  const line = `<${[name, ...written].join(' ')}>`
  return line.length <= 90 ? line : `<${name}\n${indented(written.join('\n'))}\n>`
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ')
}

/** As HTML has it between double quotes. */
export function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
