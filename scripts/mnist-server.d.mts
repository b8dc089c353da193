import type { Plugin } from 'vite'

export declare function mnistBesideThePages(): Plugin
