/* tslint:disable */
/* eslint-disable */

/**
 * Directions of a latent space.
 */
export class Directions {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * How far the first layer's output moves along each.
     */
    strengths(): Float32Array;
    /**
     * Vectors of length 1, one after another.
     */
    vectors(): Float32Array;
}

/**
 * A generator that draws.
 */
export class Generator {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The mean of `a`, and after it `a` − `b` + `c`, each the mean of latents.
     *
     * # Errors
     * `RecipeError` for latents of another space, or none.
     */
    arithmetic(a: Float32Array | number[], b: Float32Array | number[], c: Float32Array | number[]): Float32Array;
    /**
     * The directions of the latent space that matter first.
     *
     * # Errors
     * `RecipeError` for a latent that is too large, `TrainingError` where there are none.
     */
    directions(): Directions;
    /**
     * The same with mixed styles: for each image another latent, and how many layers go by its own.
     *
     * # Errors
     * `RecipeError`, also for a generator without styles, or `TrainingError`.
     */
    drawStyled(latents: Float32Array | number[], classes: Float32Array | number[], others: Float32Array | number[], own_layers: Uint32Array | number[], columns: number): Grid;
    /**
     * Draws latents in `columns`. `classes` holds for each the weights of all classes; nothing
     * for a generator without classes.
     *
     * # Errors
     * `RecipeError` or `TrainingError`.
     */
    draw(latents: Float32Array | number[], classes: Float32Array | number[], columns: number): Grid;
    /**
     * What its file says of it, as JSON; its texts as they may be shown.
     */
    header(): string;
    /**
     * The first `count` latents of a seed.
     *
     * # Errors
     * `RecipeError` when there are too many, or the seed is none.
     */
    latents(count: number, seed_number: number): Float32Array;
    /**
     * `side` × `side` latents around one, up to `radius` of a latent's length away.
     *
     * # Errors
     * `RecipeError` for a latent of another space, too many neighbours, or a seed that is none.
     */
    neighbours(centre: Float32Array | number[], side: number, radius: number, seed_number: number): Float32Array;
    /**
     * Opens a generator's safetensors file. `name` is for errors.
     *
     * # Errors
     * `WeightsError` for a file that is no generator or does not fit its own recipe, `SpecError`
     * for one with a layer that would need too much memory.
     */
    static open(name: string, file: Uint8Array | number[]): Generator;
    /**
     * The latent that a text stands for.
     *
     * # Errors
     * `RecipeError` for a text that is none, or one of another space.
     */
    readLatent(text: string): ReadLatent;
    /**
     * Layers that go by a style; 0 for most generators.
     */
    styleLayers(): number;
    /**
     * Latents nearer to the mean: at 1 they stay, at 0 they are the mean.
     *
     * # Errors
     * `RecipeError` for latents of another space.
     */
    truncated(latents: Float32Array | number[], truncation: number): Float32Array;
    /**
     * Where a walk is at each of these times; `start` is where it is at time 0.
     *
     * # Errors
     * `RecipeError` for a start of another space, or a seed that is none.
     */
    walk(seed_number: number, start: Float32Array | number[] | null | undefined, truncation: number, times: Float64Array | number[]): Float32Array;
    /**
     * A latent, and its class if it has one, as a short text.
     *
     * # Errors
     * `RecipeError` for a latent of another space.
     */
    writeLatent(latent: Float32Array | number[], label?: number | null): string;
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
 * What a text says.
 */
export class ReadLatent {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The latent.
     */
    latent(): Float32Array;
    /**
     * The class, if the text names one.
     */
    readonly label: number | undefined;
}

/**
 * What lies at each of these parts (0 to 1) of the way through `keys`, points of `width` numbers.
 *
 * # Errors
 * `RecipeError` for fewer than two points, or numbers that are left over.
 */
export function along(keys: Float32Array | number[], width: number, parts: Float32Array | number[], spherical: boolean, closed: boolean): Float32Array;

/**
 * Runs once, when the module is instantiated: a panic is printed with its place.
 */
export function start(): void;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_directions_free: (a: number, b: number) => void;
    readonly __wbg_generator_free: (a: number, b: number) => void;
    readonly __wbg_grid_free: (a: number, b: number) => void;
    readonly __wbg_readlatent_free: (a: number, b: number) => void;
    readonly along: (a: number, b: number, c: number, d: number, e: number, f: number, g: number) => [number, number, number, number];
    readonly directions_strengths: (a: number) => [number, number];
    readonly directions_vectors: (a: number) => [number, number];
    readonly generator_arithmetic: (a: number, b: number, c: number, d: number, e: number, f: number, g: number) => [number, number, number, number];
    readonly generator_directions: (a: number) => [number, number, number];
    readonly generator_draw: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly generator_drawStyled: (a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number, j: number) => [number, number, number];
    readonly generator_header: (a: number) => [number, number];
    readonly generator_latents: (a: number, b: number, c: number) => [number, number, number, number];
    readonly generator_neighbours: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number, number];
    readonly generator_open: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly generator_readLatent: (a: number, b: number, c: number) => [number, number, number];
    readonly generator_styleLayers: (a: number) => number;
    readonly generator_truncated: (a: number, b: number, c: number, d: number) => [number, number, number, number];
    readonly generator_walk: (a: number, b: number, c: number, d: number, e: number, f: number, g: number) => [number, number, number, number];
    readonly generator_writeLatent: (a: number, b: number, c: number, d: number) => [number, number, number, number];
    readonly grid_columns: (a: number) => number;
    readonly grid_height: (a: number) => number;
    readonly grid_rgba: (a: number) => any;
    readonly grid_rows: (a: number) => number;
    readonly grid_width: (a: number) => number;
    readonly readlatent_label: (a: number) => number;
    readonly readlatent_latent: (a: number) => [number, number];
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
