import type { Plugin } from 'vite'

export declare function buildWidget(output: string, how?: { flat?: boolean }): Promise<void>
export declare function widgetBesideThePages(): Plugin
