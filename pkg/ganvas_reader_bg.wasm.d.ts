/* tslint:disable */
/* eslint-disable */
export const memory: WebAssembly.Memory;
export const __wbg_importedmodel_free: (a: number, b: number) => void;
export const __wbg_importfiles_free: (a: number, b: number) => void;
export const importedmodel_file: (a: number) => [number, number];
export const importedmodel_report: (a: number) => [number, number];
export const importfiles_add: (a: number, b: number, c: number, d: number, e: number) => void;
export const importfiles_import: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
export const importfiles_new: () => number;
export const importfiles_outline: (a: number, b: number, c: number) => [number, number];
export const importfiles_shards: (a: number) => [number, number];
export const start: () => void;
export const __wbindgen_free: (a: number, b: number, c: number) => void;
export const __wbindgen_exn_store: (a: number) => void;
export const __externref_table_alloc: () => number;
export const __wbindgen_externrefs: WebAssembly.Table;
export const __wbindgen_malloc: (a: number, b: number) => number;
export const __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
export const __externref_table_dealloc: (a: number) => void;
export const __wbindgen_start: () => void;
