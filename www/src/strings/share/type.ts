import type { en } from './en'

export type ShareStrings = Readonly<Record<keyof typeof en, string>>
