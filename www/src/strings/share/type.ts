import type { share } from './en'

export type ShareStrings = Readonly<Record<keyof typeof share, string>>
