import type { BackendInfo } from '../shared/backend.js';
import type { Numbers } from '../shared/numbers.js';
import type { Grid } from '../shared/picture.js';
import type { Header } from './header.js';
import type { Points, StudioWay, Way } from './way.js';
/** Images side by side, and where in the latent space they are. */
export interface Picture extends Grid, Points {
}
/** Directions of the latent space, those that move the images most first. */
export interface Directions {
    /** Of length 1, one after another. */
    vectors: Numbers;
    /** How far the first layer's output moves for a step of length 1. */
    strengths: Numbers;
}
/** A generator's file, and what is to draw it. */
export interface Opening {
    /** What errors call it. */
    name: string;
    bytes: Uint8Array<ArrayBuffer>;
    program: RuntimeProgram | EngineProgram;
}
/** The small program, which draws on the CPU and does nothing else. */
export interface RuntimeProgram {
    kind: 'runtime';
    module: WebAssembly.Module;
}
/** One of the engines. */
export interface EngineProgram {
    kind: 'engine';
    /** What it computes on, as the browser calls it. */
    adapter: string;
    /** Address of its script. */
    script: string;
    module: WebAssembly.Module;
    /** Address of what the module fetches when something of it is called; null where it is in one piece. */
    deferred: string | null;
}
export interface Opened {
    header: Header;
    /** Layers that go by a style, which can be mixed; 0 for most generators. */
    styleLayers: number;
    /** What the engine computes with, as it says it; null for the runtime. */
    backend: Pick<BackendInfo, 'kind' | 'adapter'> | null;
}
/** What can be asked of whoever draws. It draws one generator; another one has a worker of its own. */
export interface DrawingCalls {
    open(opening: Opening): Promise<Opened>;
    close(): Promise<void>;
    /** The points of a frame, without its picture. */
    points(way: Way): Promise<Points>;
    directions(): Promise<Directions>;
    /** A frame: its images in `columns`. */
    draw(way: Way, columns: number): Promise<Picture>;
}
/** A latent read from a text. */
export interface ReadLatent {
    latent: Numbers;
    label: number | null;
}
/** Latents as texts. */
export interface Coded {
    codes: string[];
    latents: Numbers;
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
/** What the page and the package ask besides. */
export interface StudioCalls extends DrawingCalls {
    points(way: StudioWay): Promise<Points>;
    draw(way: StudioWay, columns: number): Promise<Picture>;
    /** A point as a short text; `readLatent` of it gives what the text says, to the last bit. */
    writeLatent(latent: Numbers, label: number | null): Promise<string>;
    readLatent(text: string): Promise<ReadLatent>;
    /**
     * Points as short texts, and the latents that these texts give: rounded, so that each text draws the
     * very same image.
     */
    coded(latents: Numbers, labels: readonly (number | null)[]): Promise<Coded>;
    /**
     * Begins an animated GIF in place of one that is under way, and says by which number it is known.
     * Only the whole engine writes them.
     */
    beginGif(engine: EngineProgram, options: GifOptions): Promise<number>;
    /** Adds one frame, or several where a frame is a single image. */
    addToGif(gif: number, way: StudioWay): Promise<void>;
    finishGif(gif: number): Promise<Uint8Array<ArrayBuffer>>;
    /** Lets go of one that will be no file. */
    dropGif(gif: number): Promise<void>;
    /** Resolves once what was asked before is done. */
    itsTurn(): Promise<void>;
}
