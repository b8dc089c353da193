import type { Plugin } from 'vite'

export declare function addsHeaders(): boolean
export declare function buildServiceWorker(output: string): Promise<void>
export declare function serviceWorkerBesideThePages(): Plugin
