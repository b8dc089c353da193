/// <reference lib="esnext.disposable" preserve="true" />
import type { Directions, GifOptions, ReadLatent } from '../drawing/calls.js';
import type { Header } from '../drawing/header.js';
import type { PathOptions } from '../drawing/way.js';
import type { Progress } from '../engine/types.js';
import type { BackendChoice, BackendInfo } from '../shared/backend.js';
import { type Numbers } from '../shared/numbers.js';
import type { Grid } from '../shared/picture.js';
import { type EngineOptions } from './engine.js';
/** How a generator is opened. */
export interface GeneratorOptions extends EngineOptions {
    /** `auto` (the default) is the CPU, and WebGPU for generators that are too large for it. */
    backend?: BackendChoice;
}
/** How images are drawn. */
export interface DrawOptions {
    /** Of a generator with classes: the class of every image, or one for all; 0 if absent. */
    labels?: number | readonly number[];
    /** Images across; all in one row if absent. */
    columns?: number;
}
/** How a walk through the latent space goes. */
export interface WalkOptions {
    seed: number;
    /** Where it is at time 0; else at a random point. */
    start: Numbers | null;
    /** How far from the mean its points are, 1 as drawn. */
    truncation: number;
}
/** A trained generator. Latents are plain numbers, one latent after another. */
export declare class Generator {
    #private;
    /** What its file says of it: image, latent, classes, training, licence. */
    readonly header: Header;
    readonly backend: BackendInfo;
    /** The first `count` latents of a seed, those of `ganvas sample --seed`. */
    latents(count: number, seed?: number): Promise<Numbers>;
    /** Images of latents, side by side as RGBA; `imageData` makes a picture for a canvas of them. */
    draw(latents: Numbers, { labels, columns }?: DrawOptions): Promise<Grid>;
    /** What lies a part `t` (0 to 1) of the way from one latent to another, along the great arc. */
    interpolate(from: Numbers, to: Numbers, t: number): Promise<Numbers>;
    /** What lies at parts (0 to 1) of the way through key latents. */
    along(keys: Numbers, parts: number[], options: PathOptions): Promise<Numbers>;
    /** Where a walk through the latent space is at these times: about a second to a key latent. */
    walk(times: number[], options?: Partial<WalkOptions>): Promise<Numbers>;
    /** `side` × `side` latents around one, up to `radius` of a latent's length away. */
    neighbours(centre: Numbers, side: number, radius: number, seed?: number): Promise<Numbers>;
    /** The same latents nearer to the mean: 1 leaves them, 0 is the mean. */
    truncated(latents: Numbers, truncation: number): Promise<Numbers>;
    /** The mean of `a`, and after it `a` − `b` + `c`, each the mean of latents. */
    arithmetic(a: Numbers, b: Numbers, c: Numbers): Promise<Numbers>;
    /** The directions of the latent space that move the images most, first those that matter most. */
    directions(): Promise<Directions>;
    /** A latent, and its class if it has one, as a short text that another person can paste. */
    writeLatent(latent: Numbers, label?: number | null): Promise<string>;
    /** What such a text says, to the last bit. */
    readLatent(text: string): Promise<ReadLatent>;
    /** An animated GIF, a frame for every `images` latents; only for this the whole engine is fetched. */
    gif(latents: Numbers, options: GifOptions & Pick<DrawOptions, 'labels'> & {
        signal?: AbortSignal;
    }, onProgress?: Progress): Promise<Uint8Array<ArrayBuffer>>;
    /** Frees what it holds; what is under way is rejected. */
    close(): void;
    /** As `close`: `using generator = await openGenerator('mnist-28')`. */
    [Symbol.dispose](): void;
}
/**
 * Opens a generator: a shipped one by name (`anime-64`, …), one by its address, or the bytes of a
 * weight file. Rejects with an `Error` whose `name` is stable: `DownloadError`, `WeightsError` …
 */
export declare function openGenerator(model: string | URL | Blob | Uint8Array<ArrayBuffer>, options?: GeneratorOptions): Promise<Generator>;
