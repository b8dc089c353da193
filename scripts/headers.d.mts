import type { Plugin } from 'vite'

export function headersOf(path: string): Record<string, string>
export function headersFile(): string
export function headersBesideThePages(): Plugin
