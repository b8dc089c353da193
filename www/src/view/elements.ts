import type { Text } from '../strings/text'
import { write } from './write'

type Kind<Type extends Element> = new () => Type

/** The element of the page with this id; its absence is a mistake of ours, not of the user. */
export function element<Type extends Element = HTMLElement>(id: string, kind?: Kind<Type>): Type {
  const found = document.getElementById(id)
  if (!found || (kind && !(found instanceof kind))) {
    throw new Error(`The page lacks its element #${id}.`)
  }
  return found as unknown as Type
}

export const button = (id: string) => element(id, HTMLButtonElement)
export const input = (id: string) => element(id, HTMLInputElement)
export const select = (id: string) => element(id, HTMLSelectElement)
export const textarea = (id: string) => element(id, HTMLTextAreaElement)
export const canvas = (id: string) => element(id, HTMLCanvasElement)

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text: Text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (text !== '') write(made, text)
  return made
}
