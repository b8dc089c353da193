/* tslint:disable */
/* eslint-disable */

/**
 * Images side by side, as a canvas takes them.
 */
export class Grid {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * RGBA bytes of the whole picture, for `ImageData`.
     */
    rgba(): Uint8ClampedArray;
    /**
     * Images across.
     */
    readonly columns: number;
    /**
     * Pixels down in one image.
     */
    readonly height: number;
    /**
     * Images down.
     */
    readonly rows: number;
    /**
     * Pixels across in one image.
     */
    readonly width: number;
}

/**
 * Files that were dropped together, to be imported.
 */
export class ImportFiles {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Adds a file.
     */
    add(name: string, bytes: Uint8Array | number[]): void;
    /**
     * Imports the generator. `key` picks from a checkpoint, `spec` is a SPEC.json.
     *
     * # Errors
     * `WeightsError` when it cannot be read, or cannot be said in layers of ours.
     */
    import(key?: string | null, spec?: string | null): ImportedModel;
    /**
     * None yet.
     */
    constructor();
    /**
     * What is known of the layers and tensors of a file that could not be imported, as a SPEC.json
     * to be corrected; nothing where nothing is.
     */
    outline(key?: string | null): string | undefined;
    /**
     * Reads a file that does not say its layers in several ways, and draws with each. The arguments are
     * those of `import`; one that is picked is imported by its `spec`.
     *
     * # Errors
     * `WeightsError` when it cannot be read, says its layers itself, or takes too long to draw.
     */
    proposals(key?: string | null, spec?: string | null): Proposals;
    /**
     * The names of files that a TensorFlow.js model among them asks for, as a JSON array.
     */
    shards(): string;
}

/**
 * A generator that was imported.
 */
export class ImportedModel {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The weight file's bytes, as `Generator.open` takes them.
     */
    file(): Uint8Array;
    /**
     * `{"format", "assumed", "says_layers", "spec"}` as JSON.
     */
    report(): string;
}

/**
 * Readings of a file that does not say its layers, the most image-like first.
 */
export class Proposals {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * What the reading of this number, counted from 0, draws of the latents that are the same for all;
     * nothing where there is none.
     *
     * # Errors
     * `RecipeError` when the picture would be too large.
     */
    images(index: number, columns: number): Grid | undefined;
    /**
     * `[{"assumed", "besides", "score", "suspicion", "spec"}]` as JSON.
     */
    report(): string;
}

/**
 * Runs once, when the module is instantiated: a panic is printed with its place.
 */
export function start(): void;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_grid_free: (a: number, b: number) => void;
    readonly __wbg_importedmodel_free: (a: number, b: number) => void;
    readonly __wbg_importfiles_free: (a: number, b: number) => void;
    readonly __wbg_proposals_free: (a: number, b: number) => void;
    readonly grid_columns: (a: number) => number;
    readonly grid_height: (a: number) => number;
    readonly grid_rgba: (a: number) => any;
    readonly grid_rows: (a: number) => number;
    readonly grid_width: (a: number) => number;
    readonly importedmodel_file: (a: number) => [number, number];
    readonly importedmodel_report: (a: number) => [number, number];
    readonly importfiles_add: (a: number, b: number, c: number, d: number, e: number) => void;
    readonly importfiles_import: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly importfiles_new: () => number;
    readonly importfiles_outline: (a: number, b: number, c: number) => [number, number];
    readonly importfiles_proposals: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly importfiles_shards: (a: number) => [number, number];
    readonly proposals_images: (a: number, b: number, c: number) => [number, number, number];
    readonly proposals_report: (a: number) => [number, number];
    readonly start: () => void;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
