/* tslint:disable */
/* eslint-disable */

/**
 * A backend that has been opened.
 */
export class Backend {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Opens `"webgpu"`, `"cpu"`, or with `"auto"` WebGPU where it is worth it, else the CPU.
     *
     * # Errors
     * `BackendUnavailable` when WebGPU was asked for and is not to be had.
     */
    static open(choice: string): Promise<Backend>;
    /**
     * What the adapter calls itself.
     */
    readonly adapter: string;
    /**
     * `"webgpu"` or `"cpu"`.
     */
    readonly kind: string;
    /**
     * Why WebGPU was not taken, when it was open to choice.
     */
    readonly reason: string | undefined;
}

/**
 * A data set.
 */
export class DataSet {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Name, count, size and classes, as JSON.
     */
    describe(): string;
    /**
     * Digits drawn by code.
     *
     * # Errors
     * `RecipeError` when the seed is no whole number.
     */
    static drawnDigits(seed_number: number): DataSet;
    /**
     * Anime-style faces drawn by code; the labels are the colours of the hair.
     *
     * # Errors
     * `RecipeError` when the seed is no whole number.
     */
    static drawnFaces(seed_number: number): DataSet;
    /**
     * The images of this set, then those of another.
     *
     * # Errors
     * `DataError` when they do not go together.
     */
    followedBy(other: DataSet): DataSet;
    /**
     * Images and labels from IDX files, plain or gzip. `name` is for errors.
     *
     * # Errors
     * `DataError`, saying what was expected and what was found.
     */
    static idx(name: string, images: Uint8Array | number[], labels?: Uint8Array | number[] | null): DataSet;
}

/**
 * A generator that draws and no longer learns.
 */
export class Generator {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Draws the first `count` images of a seed: with the training's seed, its sample grid.
     *
     * # Errors
     * `RecipeError`, `TrainingError`, `DeviceError` or `DeviceLost`.
     */
    images(count: number, seed_number: number): Promise<Grid>;
    /**
     * Opens a generator's safetensors file. `name` is for errors.
     *
     * # Errors
     * `WeightsError` for a file that is no generator or does not fit its own recipe.
     */
    static open(backend: Backend, name: string, file: Uint8Array | number[]): Generator;
}

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
 * Collects images into a data set.
 */
export class ImageSet {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Adds an image, four bytes a pixel; one that does not suit is skipped.
     *
     * # Errors
     * `DataError` when the set grows too large.
     */
    add(path: string, width: number, height: number, rgba: Uint8Array | number[]): void;
    /**
     * The data set. Nothing can be added after this.
     *
     * # Errors
     * `DataError` when no image was kept.
     */
    finish(): DataSet;
    /**
     * An empty set. `options` is JSON: `{"crop", "height", "width", "channels"}`.
     *
     * # Errors
     * `DataError` when an option is out of its range.
     */
    constructor(name: string, options: string);
    /**
     * Why an image of this size would be skipped, if so: to be asked before it is drawn.
     */
    refuses(width: number, height: number): string | undefined;
    /**
     * After `finish`: how many images were kept and skipped, and the first that were skipped, as
     * JSON; before it `null`.
     */
    report(): string;
    /**
     * Counts a file that could not be used; `why` as "it is empty".
     *
     * # Errors
     * `DataError` after `finish`.
     */
    skip(path: string, why: string): void;
}

/**
 * A GAN in training. One call at a time: wait for its promise before the next.
 */
export class Training {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Everything that the training needs to go on, as a safetensors file.
     *
     * # Errors
     * `DeviceError`, `DeviceLost` or `WeightsError`.
     */
    checkpoint(): Promise<Uint8Array>;
    /**
     * Builds a session; nothing runs yet.
     *
     * # Errors
     * `RecipeError`, `SpecError` or `DataError`, before anything is allocated.
     */
    static create(backend: Backend, recipe: string, data: DataSet, seed_number: number): Training;
    /**
     * Sizes of both networks and steps in an epoch, as JSON.
     */
    describe(): string;
    /**
     * The generator as a safetensors file.
     *
     * # Errors
     * `DeviceError`, `DeviceLost` or `WeightsError`.
     */
    generatorFile(averaged: boolean): Promise<Uint8Array>;
    /**
     * Runs steps and tells what happened: a JSON array, one report a step.
     *
     * # Errors
     * `TrainingError`, `DeviceError` or `DeviceLost`.
     */
    next(steps: number): Promise<string>;
    /**
     * As many real images.
     */
    reals(): Grid;
    /**
     * The recipe as it runs, as JSON: fitted to the data, with the learning rates of the moment.
     */
    recipe(): string;
    /**
     * Goes on from a checkpoint, with the data that it was made with. `name` is for errors.
     *
     * # Errors
     * `WeightsError` for a file that is no checkpoint, `DataError` for other data.
     */
    static resume(backend: Backend, name: string, checkpoint: Uint8Array | number[], data: DataSet): Training;
    /**
     * Draws the fixed latents, through the averaged generator or the live one.
     *
     * # Errors
     * `DeviceError` or `DeviceLost`.
     */
    samples(averaged: boolean): Promise<Grid>;
    /**
     * New learning rates, from the next step on.
     *
     * # Errors
     * `RecipeError` when one is out of its range.
     */
    setRates(generator: number, discriminator: number): void;
}

/**
 * The networks of a recipe, layer by layer, as JSON: what a person sees of it before it runs.
 *
 * # Errors
 * `RecipeError` or `SpecError` when it cannot be read or does not hold together.
 */
export function describeRecipe(json_text: string): string;

/**
 * Every recipe offered by name, as a JSON array.
 */
export function presets(): string;

/**
 * Runs once, when the module is instantiated: a panic is printed with its place.
 */
export function start(): void;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_backend_free: (a: number, b: number) => void;
    readonly __wbg_dataset_free: (a: number, b: number) => void;
    readonly __wbg_generator_free: (a: number, b: number) => void;
    readonly __wbg_grid_free: (a: number, b: number) => void;
    readonly __wbg_imageset_free: (a: number, b: number) => void;
    readonly __wbg_training_free: (a: number, b: number) => void;
    readonly backend_adapter: (a: number) => [number, number];
    readonly backend_kind: (a: number) => [number, number];
    readonly backend_open: (a: number, b: number) => any;
    readonly backend_reason: (a: number) => [number, number];
    readonly dataset_describe: (a: number) => [number, number];
    readonly dataset_drawnDigits: (a: number) => [number, number, number];
    readonly dataset_drawnFaces: (a: number) => [number, number, number];
    readonly dataset_followedBy: (a: number, b: number) => [number, number, number];
    readonly dataset_idx: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly describeRecipe: (a: number, b: number) => [number, number, number, number];
    readonly generator_images: (a: number, b: number, c: number) => any;
    readonly generator_open: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly grid_columns: (a: number) => number;
    readonly grid_height: (a: number) => number;
    readonly grid_rgba: (a: number) => any;
    readonly grid_rows: (a: number) => number;
    readonly grid_width: (a: number) => number;
    readonly imageset_add: (a: number, b: number, c: number, d: number, e: number, f: number, g: number) => [number, number];
    readonly imageset_finish: (a: number) => [number, number, number];
    readonly imageset_new: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly imageset_refuses: (a: number, b: number, c: number) => [number, number];
    readonly imageset_report: (a: number) => [number, number];
    readonly imageset_skip: (a: number, b: number, c: number, d: number, e: number) => [number, number];
    readonly presets: () => [number, number];
    readonly start: () => void;
    readonly training_checkpoint: (a: number) => any;
    readonly training_create: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly training_describe: (a: number) => [number, number];
    readonly training_generatorFile: (a: number, b: number) => any;
    readonly training_next: (a: number, b: number) => any;
    readonly training_reals: (a: number) => number;
    readonly training_recipe: (a: number) => [number, number];
    readonly training_resume: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly training_samples: (a: number, b: number) => any;
    readonly training_setRates: (a: number, b: number, c: number) => [number, number];
    readonly wasm_bindgen__convert__closures_____invoke__h22b3db620326b948: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen__convert__closures_____invoke__h22b3db620326b948_40: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen__convert__closures_____invoke__h22b3db620326b948_41: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen__convert__closures_____invoke__h994b5e5492de3bf2: (a: number, b: number, c: any, d: any) => void;
    readonly wasm_bindgen__convert__closures_____invoke__hf300e0c63f5059f8: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen__convert__closures_____invoke__h5909baba309d39e8: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen__convert__closures_____invoke__h5909baba309d39e8_39: (a: number, b: number, c: any) => void;
    readonly __wbindgen_malloc_command_export: (a: number, b: number) => number;
    readonly __wbindgen_realloc_command_export: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free_command_export: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store_command_export: (a: number) => void;
    readonly __externref_table_alloc_command_export: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_destroy_closure_command_export: (a: number, b: number) => void;
    readonly __externref_table_dealloc_command_export: (a: number) => void;
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
