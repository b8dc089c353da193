/* tslint:disable */
/* eslint-disable */

/**
 * A GIF in the making, that plays for ever.
 */
export class Animation {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Adds a whole grid as one frame.
     *
     * # Errors
     * `RecipeError` for a grid of another size.
     */
    addPicture(grid: Grid): void;
    /**
     * Adds the images of a grid that stand below each other, each as a frame.
     *
     * # Errors
     * `RecipeError` for images of another size.
     */
    add(grid: Grid): void;
    /**
     * Frames of `width` × `height` pixels, each shown `magnify` times as large, one every
     * `delay` hundredths of a second.
     *
     * # Errors
     * `RecipeError` when they would be too large.
     */
    static create(width: number, height: number, magnify: number, delay: number): Animation;
    /**
     * The file.
     *
     * # Errors
     * `RecipeError` when it cannot be finished.
     */
    finish(): Uint8Array;
}

/**
 * A backend that has been opened.
 */
export class Backend {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Opens the module's backend.
     *
     * # Errors
     * `BackendUnavailable` where WebGPU cannot be opened.
     */
    static open(): Promise<Backend>;
    /**
     * `"webgpu"` or `"cpu"`.
     */
    readonly kind: string;
}

/**
 * A data set.
 */
export class DataSet {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Images and labels from batches of CIFAR-10 or CIFAR-100, with the name of each. `name` is for
     * errors.
     *
     * # Errors
     * `DataError`, saying what was expected and what was found.
     */
    static cifar(name: string, names: string[], files: Uint8Array[]): DataSet;
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
    /**
     * The same set with the name and the classes of a known one, as `fashion-mnist`; any other
     * identifier leaves it as it is.
     */
    known(identifier: string): DataSet;
    /**
     * Its first `count` images alone.
     *
     * # Errors
     * `DataError` unless there are that many, at least 1.
     */
    limited(count: number): DataSet;
    /**
     * Images and labels from files of NumPy's (`.npy`). `name` is for errors.
     *
     * # Errors
     * `DataError`, saying what was expected and what was found.
     */
    static numpy(name: string, images: Uint8Array | number[], labels?: Uint8Array | number[] | null): DataSet;
    /**
     * The same images with rows and columns swapped.
     */
    transposed(): DataSet;
}

/**
 * A generator that draws and no longer learns.
 */
export class DeviceGenerator {
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
     * `RecipeError` for a latent that is too large, `TrainingError`, `DeviceError` or
     * `DeviceLost`.
     */
    directions(): Promise<Directions>;
    /**
     * The same with mixed styles: for each image another latent, and how many layers go by its own.
     *
     * # Errors
     * `RecipeError`, also for a generator without styles, `TrainingError`, `DeviceError` or `DeviceLost`.
     */
    drawStyled(latents: Float32Array | number[], classes: Float32Array | number[], others: Float32Array | number[], own_layers: Uint32Array | number[], columns: number): Promise<Grid>;
    /**
     * Draws latents in `columns`. `classes` holds for each the weights of all classes; nothing
     * for a generator without classes.
     *
     * # Errors
     * `RecipeError`, `TrainingError`, `DeviceError` or `DeviceLost`.
     */
    draw(latents: Float32Array | number[], classes: Float32Array | number[], columns: number): Promise<Grid>;
    /**
     * What its file says of it, as JSON; its texts as they may be shown.
     */
    header(): string;
    /**
     * Draws the first `count` images of a seed: with the training's seed, its sample grid.
     *
     * # Errors
     * `RecipeError`, `TrainingError`, `DeviceError` or `DeviceLost`.
     */
    images(count: number, seed_number: number): Promise<Grid>;
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
     * `WeightsError` for a file that is no generator or does not fit its own recipe.
     */
    static open(backend: Backend, name: string, file: Uint8Array | number[]): DeviceGenerator;
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
     * Counts a file that is called like no image.
     *
     * # Errors
     * `DataError` after `finish`.
     */
    leaveOut(path: string): void;
    /**
     * An empty set. `options` is JSON: `{"crop", "height", "width", "channels", "labelled"}`;
     * `bytes` are those of all files, ZIP files as they are.
     *
     * # Errors
     * `DataError` when an option is out of its range.
     */
    constructor(name: string, options: string, bytes: number);
    /**
     * Why an image of this size is to be skipped, if so, as a sentence in JSON: to be asked once, before
     * it is decoded.
     */
    refuses(width: number, height: number): string | undefined;
    /**
     * After `finish`: how many images were kept and skipped, and the first that were skipped, as
     * JSON; before it `null`.
     */
    report(): string;
    /**
     * Counts a file that could not be used; `why` is a sentence in JSON, as “it is empty”.
     *
     * # Errors
     * `DataError` after `finish`, and when `why` is no sentence.
     */
    skip(path: string, why: string): void;
    /**
     * Why what unpacks to so many bytes is to be skipped, if so, as a sentence in JSON.
     */
    unpacks(bytes: number): string | undefined;
}

/**
 * A search that `Training` goes on with.
 */
export class NearestSearch {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
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
 * An image, and how the discriminator's verdict on it depends on its pixels.
 */
export class Saliency {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The gradient of its verdict by the pixels, channel-first.
     */
    gradient(): Float32Array;
    /**
     * The image itself, as a grid of one.
     */
    image(): Grid;
    /**
     * What the discriminator says of it.
     */
    readonly verdict: number;
}

/**
 * Reads a table as text (CSV), portion by portion.
 */
export class TableReader {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The data set. Nothing can be read after this.
     *
     * # Errors
     * `DataError` when there is no image in it.
     */
    finish(): DataSet;
    /**
     * A reader; `name` is for errors.
     */
    constructor(name: string);
    /**
     * Reads on.
     *
     * # Errors
     * `DataError`, saying what was expected and what was found.
     */
    push(bytes: Uint8Array | number[]): void;
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
     * The generator as a safetensors file, its weights as `f32`, `f16` or `i8`.
     *
     * # Errors
     * `DeviceError`, `DeviceLost` or `WeightsError`.
     */
    generatorFile(averaged: boolean, encoding: string): Promise<Uint8Array>;
    /**
     * Hands over the classifier of digits, once, where `wantsClassifier` says so.
     *
     * # Errors
     * `WeightsError` for another file.
     */
    giveClassifier(bytes: Uint8Array | number[]): void;
    /**
     * Has every step whose number this divides report histograms of z, D(x) and D(G(z)); 0 for none.
     */
    histogramsEvery(steps: number): void;
    /**
     * Judges the averaged generator on so many samples; as JSON.
     *
     * # Errors
     * `RecipeError` for too few or too many samples, `DeviceError` or `DeviceLost`.
     */
    judge(samples: number): Promise<string>;
    /**
     * The random numbers that a generated image of the grid, counted from 0, is drawn from.
     */
    latent(index: number): Float32Array;
    /**
     * The discriminator's layers that have maps, as JSON.
     */
    mapLayers(): string;
    /**
     * What a layer of the discriminator, counted from 1, makes of an image: its channels as grey images,
     * each by its own range.
     *
     * # Errors
     * `DataError` when there is no such image, `RecipeError` when the layer has no maps, `DeviceError` or
     * `DeviceLost`.
     */
    maps(is_real: boolean, index: number, averaged: boolean, layer: number): Promise<Grid>;
    /**
     * How far they are, and how far real images are from each other, as JSON.
     */
    nearestReport(search: NearestSearch): string;
    /**
     * The images that a search found.
     */
    nearest(search: NearestSearch): Grid;
    /**
     * Runs steps of the networks whose turn it is (`both`, `discriminator`, `generator`), and tells what
     * happened, as `next` does.
     *
     * # Errors
     * `TrainingError`, `DeviceError` or `DeviceLost`.
     */
    nextOf(turn: string, steps: number): Promise<string>;
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
     * Where the discriminator looks at an image of the grid of real images or of generated ones, counted
     * from 0.
     *
     * # Errors
     * `DataError` when there is no such image, `DeviceError` or `DeviceLost`.
     */
    saliency(is_real: boolean, index: number, averaged: boolean): Promise<Saliency>;
    /**
     * Draws the fixed latents, through the averaged generator or the live one.
     *
     * # Errors
     * `DeviceError` or `DeviceLost`.
     */
    samples(averaged: boolean): Promise<Grid>;
    /**
     * Begins to search for the `count` training images that are nearest to an image of the sample grid,
     * given as the grid has it.
     *
     * # Errors
     * `TrainingError` if these are not the pixels of such an image.
     */
    searchNearest(rgba: Uint8Array | number[], count: number): NearestSearch;
    /**
     * Looks at the next `count` images in such a search; says how much of it is done, 0 to 1.
     */
    searchOn(search: NearestSearch, count: number): number;
    /**
     * New learning rates, from the next step on.
     *
     * # Errors
     * `RecipeError` when one is out of its range.
     */
    setRates(generator: number, discriminator: number): void;
    /**
     * Has every step whose number this divides report how large weights and gradients are; 0 for none.
     */
    sizesEvery(steps: number): void;
    /**
     * The discriminator's verdict on every image of both grids, as JSON; the generated ones are those of
     * the averaged generator or of the live one.
     *
     * # Errors
     * `DeviceError` or `DeviceLost`.
     */
    verdicts(averaged: boolean): Promise<string>;
    /**
     * Whether the data may be digits, which a classifier judges that has not been handed over.
     */
    wantsClassifier(): boolean;
}

/**
 * What lies at each of these parts (0 to 1) of the way through `keys`, points of `width` numbers.
 *
 * # Errors
 * `RecipeError` for fewer than two points, or numbers that are left over.
 */
export function along(keys: Float32Array | number[], width: number, parts: Float32Array | number[], spherical: boolean, closed: boolean): Float32Array;

/**
 * Which arrays of an `.npz` file are a data set, by the names of all and the beginnings of their
 * files: JSON, `{"images", "labels"}`, their places.
 *
 * # Errors
 * `DataError` when none holds images.
 */
export function chooseArrays(archive: string, names: string[], starts: Uint8Array[]): string;

/**
 * Which files of a folder or archive are batches of CIFAR to train on, by their paths: their places.
 */
export function cifarAmong(paths: string[]): Uint32Array;

/**
 * The networks of a recipe, layer by layer, as JSON: what a person sees of it before it runs.
 *
 * # Errors
 * `RecipeError` or `SpecError` when it cannot be read or does not hold together.
 */
export function describeRecipe(json_text: string): string;

/**
 * As `describeRecipe`, of a recipe that is being written: what holds together of its networks, and all
 * that is wrong with it, each with its place.
 */
export function draftRecipe(json_text: string): string;

/**
 * The encoding of the names in a ZIP file that does not say it, as `TextDecoder` knows it; none
 * for code page 437.
 */
export function encodingOfNames(names: Uint8Array[]): string | undefined;

/**
 * What a file is, by its beginning, and what to do about it, as “a tar archive: unpack it first”: a
 * sentence in JSON.
 */
export function kindOfFile(start: Uint8Array | number[]): string;

/**
 * Every recipe offered by name, as a JSON array.
 */
export function presets(): string;

/**
 * The kinds of layers with their fields, and the menus of a recipe, as JSON.
 */
export function recipeForms(): string;

/**
 * Runs once, when the module is instantiated: a panic is printed with its place.
 */
export function start(): void;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_animation_free: (a: number, b: number) => void;
    readonly __wbg_backend_free: (a: number, b: number) => void;
    readonly __wbg_dataset_free: (a: number, b: number) => void;
    readonly __wbg_devicegenerator_free: (a: number, b: number) => void;
    readonly __wbg_directions_free: (a: number, b: number) => void;
    readonly __wbg_grid_free: (a: number, b: number) => void;
    readonly __wbg_imageset_free: (a: number, b: number) => void;
    readonly __wbg_nearestsearch_free: (a: number, b: number) => void;
    readonly __wbg_readlatent_free: (a: number, b: number) => void;
    readonly __wbg_saliency_free: (a: number, b: number) => void;
    readonly __wbg_tablereader_free: (a: number, b: number) => void;
    readonly __wbg_training_free: (a: number, b: number) => void;
    readonly along: (a: number, b: number, c: number, d: number, e: number, f: number, g: number) => [number, number, number, number];
    readonly animation_add: (a: number, b: number) => [number, number];
    readonly animation_addPicture: (a: number, b: number) => [number, number];
    readonly animation_create: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly animation_finish: (a: number) => [number, number, number, number];
    readonly backend_kind: (a: number) => [number, number];
    readonly backend_open: () => any;
    readonly chooseArrays: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number, number];
    readonly cifarAmong: (a: number, b: number) => [number, number];
    readonly dataset_cifar: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly dataset_describe: (a: number) => [number, number];
    readonly dataset_drawnDigits: (a: number) => [number, number, number];
    readonly dataset_drawnFaces: (a: number) => [number, number, number];
    readonly dataset_followedBy: (a: number, b: number) => [number, number, number];
    readonly dataset_idx: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly dataset_known: (a: number, b: number, c: number) => number;
    readonly dataset_limited: (a: number, b: number) => [number, number, number];
    readonly dataset_numpy: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly dataset_transposed: (a: number) => number;
    readonly describeRecipe: (a: number, b: number) => [number, number, number, number];
    readonly devicegenerator_arithmetic: (a: number, b: number, c: number, d: number, e: number, f: number, g: number) => [number, number, number, number];
    readonly devicegenerator_directions: (a: number) => any;
    readonly devicegenerator_draw: (a: number, b: number, c: number, d: number, e: number, f: number) => any;
    readonly devicegenerator_drawStyled: (a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number, j: number) => any;
    readonly devicegenerator_header: (a: number) => [number, number];
    readonly devicegenerator_images: (a: number, b: number, c: number) => any;
    readonly devicegenerator_latents: (a: number, b: number, c: number) => [number, number, number, number];
    readonly devicegenerator_neighbours: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number, number];
    readonly devicegenerator_open: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly devicegenerator_readLatent: (a: number, b: number, c: number) => [number, number, number];
    readonly devicegenerator_styleLayers: (a: number) => number;
    readonly devicegenerator_truncated: (a: number, b: number, c: number, d: number) => [number, number, number, number];
    readonly devicegenerator_walk: (a: number, b: number, c: number, d: number, e: number, f: number, g: number) => [number, number, number, number];
    readonly devicegenerator_writeLatent: (a: number, b: number, c: number, d: number) => [number, number, number, number];
    readonly directions_strengths: (a: number) => [number, number];
    readonly directions_vectors: (a: number) => [number, number];
    readonly draftRecipe: (a: number, b: number) => [number, number];
    readonly encodingOfNames: (a: number, b: number) => [number, number];
    readonly grid_columns: (a: number) => number;
    readonly grid_height: (a: number) => number;
    readonly grid_rgba: (a: number) => any;
    readonly grid_rows: (a: number) => number;
    readonly grid_width: (a: number) => number;
    readonly imageset_add: (a: number, b: number, c: number, d: number, e: number, f: number, g: number) => [number, number];
    readonly imageset_finish: (a: number) => [number, number, number];
    readonly imageset_leaveOut: (a: number, b: number, c: number) => [number, number];
    readonly imageset_new: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly imageset_refuses: (a: number, b: number, c: number) => [number, number];
    readonly imageset_report: (a: number) => [number, number];
    readonly imageset_skip: (a: number, b: number, c: number, d: number, e: number) => [number, number];
    readonly imageset_unpacks: (a: number, b: number) => [number, number];
    readonly kindOfFile: (a: number, b: number) => [number, number];
    readonly presets: () => [number, number];
    readonly readlatent_label: (a: number) => number;
    readonly readlatent_latent: (a: number) => [number, number];
    readonly recipeForms: () => [number, number];
    readonly saliency_gradient: (a: number) => any;
    readonly saliency_image: (a: number) => number;
    readonly saliency_verdict: (a: number) => number;
    readonly start: () => void;
    readonly tablereader_finish: (a: number) => [number, number, number];
    readonly tablereader_new: (a: number, b: number) => number;
    readonly tablereader_push: (a: number, b: number, c: number) => [number, number];
    readonly training_checkpoint: (a: number) => any;
    readonly training_create: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly training_describe: (a: number) => [number, number];
    readonly training_generatorFile: (a: number, b: number, c: number, d: number) => any;
    readonly training_giveClassifier: (a: number, b: number, c: number) => [number, number];
    readonly training_histogramsEvery: (a: number, b: number) => void;
    readonly training_judge: (a: number, b: number) => any;
    readonly training_latent: (a: number, b: number) => any;
    readonly training_mapLayers: (a: number) => [number, number];
    readonly training_maps: (a: number, b: number, c: number, d: number, e: number) => any;
    readonly training_nearest: (a: number, b: number) => number;
    readonly training_nearestReport: (a: number, b: number) => [number, number];
    readonly training_next: (a: number, b: number) => any;
    readonly training_nextOf: (a: number, b: number, c: number, d: number) => any;
    readonly training_reals: (a: number) => number;
    readonly training_recipe: (a: number) => [number, number];
    readonly training_resume: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly training_saliency: (a: number, b: number, c: number, d: number) => any;
    readonly training_samples: (a: number, b: number) => any;
    readonly training_searchNearest: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly training_searchOn: (a: number, b: number, c: number) => number;
    readonly training_setRates: (a: number, b: number, c: number) => [number, number];
    readonly training_sizesEvery: (a: number, b: number) => void;
    readonly training_verdicts: (a: number, b: number) => any;
    readonly training_wantsClassifier: (a: number) => number;
    readonly wasm_bindgen_30b347ddbe2bc15a___convert__closures_____invoke___js_sys_fd1dc17877da3f29___Function_fn_wasm_bindgen_30b347ddbe2bc15a___JsValue_____wasm_bindgen_30b347ddbe2bc15a___sys__Undefined___js_sys_fd1dc17877da3f29___Function_fn_wasm_bindgen_30b347ddbe2bc15a___JsValue_____wasm_bindgen_30b347ddbe2bc15a___sys__Undefined_______true_: (a: number, b: number, c: any, d: any) => void;
    readonly wasm_bindgen_30b347ddbe2bc15a___convert__closures_____invoke___wasm_bindgen_30b347ddbe2bc15a___JsValue__core_34bf945fbed1ecbd___result__Result_____wasm_bindgen_30b347ddbe2bc15a___JsError___true_: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen_30b347ddbe2bc15a___convert__closures_____invoke___wasm_bindgen_30b347ddbe2bc15a___sys__JsNullable_wgpu_9560a73abbdc1e2___backend__webgpu__webgpu_sys__gen_GpuError__GpuError___core_34bf945fbed1ecbd___result__Result_____wasm_bindgen_30b347ddbe2bc15a___JsError___true_: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen_30b347ddbe2bc15a___convert__closures_____invoke___wasm_bindgen_30b347ddbe2bc15a___sys__JsNullable_wgpu_9560a73abbdc1e2___backend__webgpu__webgpu_sys__gen_GpuError__GpuError___core_34bf945fbed1ecbd___result__Result_____wasm_bindgen_30b347ddbe2bc15a___JsError___true__93: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen_30b347ddbe2bc15a___convert__closures_____invoke___wasm_bindgen_30b347ddbe2bc15a___sys__JsNullable_wgpu_9560a73abbdc1e2___backend__webgpu__webgpu_sys__gen_GpuError__GpuError___core_34bf945fbed1ecbd___result__Result_____wasm_bindgen_30b347ddbe2bc15a___JsError___true__94: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen_30b347ddbe2bc15a___convert__closures_____invoke___wgpu_9560a73abbdc1e2___backend__webgpu__webgpu_sys__gen_GpuDeviceLostInfo__GpuDeviceLostInfo______true_: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen_30b347ddbe2bc15a___convert__closures_____invoke___wgpu_9560a73abbdc1e2___backend__webgpu__webgpu_sys__gen_GpuDeviceLostInfo__GpuDeviceLostInfo______true__92: (a: number, b: number, c: any) => void;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_destroy_closure: (a: number, b: number) => void;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __externref_drop_slice: (a: number, b: number) => void;
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

/**
 * Says where the second part of the engine lies, `ganvas_webgpu_deferred_bg.wasm`, if not beside this script.
 * It is fetched when something of it is called.
 */
export function placeDeferred(address: string): void;
