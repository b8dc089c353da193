import type { BackendChoice, BackendInfo, Grid, Progress } from './types.js';
/** What the header of a generator's file says of it. */
export interface ModelHeader {
    name: string;
    title?: string;
    image: {
        channels: number;
        height: number;
        width: number;
    };
    latent: {
        dimension: number;
        distribution: Distribution;
    };
    /** What the classes are called; none for a generator without classes. */
    labels?: string[];
    licence?: string;
    provenance?: string;
    training?: {
        step: number;
        seed: number;
        data: string;
        averaged: boolean;
    };
}
export type Distribution = {
    normal: {
        deviation: number;
    };
} | {
    uniform: {
        low: number;
        high: number;
    };
};
export interface ModelInfo {
    /** By which the engine knows it. */
    key: number;
    header: ModelHeader;
    backend: BackendInfo;
}
/** Where a generator comes from. */
export type ModelSource = {
    kind: 'bytes';
    bytes: Uint8Array<ArrayBuffer>;
}
/** Absolute, or from the page. */
 | {
    kind: 'address';
    address: string;
}
/** The averaged generator of the training that is at hand. */
 | {
    kind: 'training';
};
export type Numbers = Float32Array<ArrayBuffer>;
/** Latents one after another, and for each the weight of every class. */
export interface Points {
    latents: Numbers;
    /** Empty for a generator without classes. */
    classes: Numbers;
}
/** Directions of the latent space, those that move the images most first. */
export interface Directions {
    /** Of length 1, one after another. */
    vectors: Numbers;
    /** How far the first layer's output moves for a step of length 1. */
    strengths: Numbers;
}
export interface PathOptions {
    /** Along the great arc, or the straight line. */
    spherical: boolean;
    /** Back to the first point at the end. */
    closed: boolean;
}
export interface WalkOptions {
    seed: number;
    /** Where it is at time 0; else at a random point. */
    start: Numbers | null;
    /** How far from the mean its points are, 1 as drawn. */
    truncation: number;
}
/** A latent read from a text. */
export interface ReadCode {
    latent: Numbers;
    label: number | null;
}
export interface GifOptions {
    /** Pixels of the file a side for one of the image. */
    magnify: number;
    /** Hundredths of a second that a frame lasts. */
    delay: number;
    /** Images in a frame, and how many of them side by side. */
    images: number;
    columns: number;
}
/** What can be asked of a generator that is open. */
export interface OpenModel {
    /** The first `count` latents of a seed. */
    latents(count: number, seed: number): Promise<Numbers>;
    /** The same latents nearer to the mean: 1 leaves them, 0 is the mean. */
    truncated(latents: Numbers, truncation: number): Promise<Numbers>;
    draw(points: Points, columns: number): Promise<Grid>;
    /** What lies at parts (0 to 1) of the way through `keys`, points of `width` numbers each. */
    along(keys: Numbers, width: number, parts: number[], options: PathOptions): Promise<Numbers>;
    walk(times: number[], options: WalkOptions): Promise<Numbers>;
    /** `side` × `side` latents around one, up to `radius` of a latent's length away. */
    neighbours(centre: Numbers, side: number, radius: number, seed: number): Promise<Numbers>;
    /** The mean of `a`, and after it `a` − `b` + `c`, each the mean of latents. */
    arithmetic(a: Numbers, b: Numbers, c: Numbers): Promise<Numbers>;
    directions(): Promise<Directions>;
    /** A point as a short text; `readCode` of it gives what the text says, to the last bit. */
    writeCode(latent: Numbers, label: number | null): Promise<string>;
    readCode(text: string): Promise<ReadCode>;
    /** An animated GIF, a frame for every `images` points; rejects with `Stopped` after `stopGif`. */
    gif(points: Points, options: GifOptions, onProgress?: Progress): Promise<Uint8Array<ArrayBuffer>>;
    stopGif(): Promise<void>;
}
/** The part of the engine that plays with trained generators. */
export interface ModelEngine {
    /** Opens a generator; an opening that is under way is given up. */
    openModel(name: string, source: ModelSource, backend: BackendChoice, onProgress?: Progress): Promise<ModelInfo>;
    /** Gives up the opening that is under way. */
    stopOpening(): Promise<void>;
    /** Asks something of the generator with this key. */
    ofModel<Method extends keyof OpenModel>(key: number, method: Method, args: Parameters<OpenModel[Method]>, onProgress?: Progress): ReturnType<OpenModel[Method]>;
    /** Lets go of a generator; what is under way for it is rejected. */
    closeModel(key: number): Promise<void>;
    /** Resolves once the engine has done what it was asked before. */
    itsTurn(): Promise<void>;
}
