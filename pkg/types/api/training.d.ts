/// <reference lib="esnext.disposable" preserve="true" />
import type { BuiltIn, DataInfo, DataSource, Encoding, Quality, Recipe, StepReport, TrainingInfo } from '../engine/types.js';
import type { BackendChoice, BackendInfo } from '../shared/backend.js';
import type { Grid } from '../shared/picture.js';
import { type EngineOptions } from './engine.js';
/** When a training judges itself. */
export interface JudgeOptions {
    /** Every step whose number this divides is judged, and its report has `quality`; never if absent. */
    judgeEvery?: number;
    /** Images that are drawn for it, 2 to 5,000; 500 if absent. */
    judgeSamples?: number;
}
/** What happened in one training step; `quality` where it was asked for with `judgeEvery`. */
export interface TrainingReport extends StepReport {
    quality?: Quality;
}
/** What a training starts from. */
export interface TrainingOptions extends EngineOptions, JudgeOptions {
    /** A name, as `fast-digits` (the default), or a recipe as data; see `recipes()`. */
    recipe?: string | Recipe;
    /** What it learns: a built-in data set by name, IDX or NumPy files, or images. The recipe's own if absent. */
    data?: BuiltIn | DataSource;
    /** Fixes weights, batches and latents: a whole number, 0 to 2⁵³ − 1; 1 if absent. */
    seed?: number;
    /** `auto` (the default) takes WebGPU where there is one, else the CPU. */
    backend?: BackendChoice;
}
/** A GAN in training. It trains only while `next` is called: not calling is pausing. */
export declare class Training {
    #private;
    /** The recipe as it runs, fitted to the data. */
    readonly recipe: Recipe;
    readonly backend: BackendInfo;
    readonly data: DataInfo;
    readonly info: TrainingInfo;
    /**
     * Runs training steps; one report each. Rejects with `TrainingError` where a loss or weight is
     * no longer finite, with `DeviceLost` where the graphics device is gone.
     */
    next(steps?: number): Promise<TrainingReport[]>;
    /** How good the averaged generator is by now, on so many images: nothing of the training moves. */
    judge(samples?: number): Promise<Quality>;
    /** Step by step, for as long as somebody goes on: `for await (const report of training)`. */
    [Symbol.asyncIterator](): AsyncGenerator<TrainingReport, never>;
    /** Images of 64 fixed latents, by the averaged generator or by the one that learns. */
    samples({ averaged }?: {
        averaged?: boolean | undefined;
    }): Promise<Grid>;
    /** As many real images. */
    reals(): Promise<Grid>;
    /** New learning rates, from the next step on. */
    setRates(generator: number, discriminator: number): Promise<void>;
    /** All that `resumeTraining` needs to go on as if never stopped: a safetensors file. */
    checkpoint(): Promise<Uint8Array<ArrayBuffer>>;
    /** The averaged generator as one file for `openGenerator`, the widget and the command line. */
    save(encoding?: Encoding): Promise<Uint8Array<ArrayBuffer>>;
    /** Ends it and frees what it holds; what is under way in a worker is rejected. */
    close(): void;
    /** As `close`: `using training = await startTraining()`. */
    [Symbol.dispose](): void;
}
/**
 * Starts a training. Rejects with an `Error` whose `name` is stable and whose message is a
 * sentence: `RecipeError`, `SpecError`, `DataError`, `DownloadError`, `BackendUnavailable` … An error
 * about a recipe also has `field`, the keys that lead to what is wrong, as `['generator', 3]`.
 */
export declare function startTraining(options?: TrainingOptions): Promise<Training>;
/** What a training goes on from. */
export interface ResumeOptions extends EngineOptions, JudgeOptions {
    /** The data that it learnt; refused where it is other data. */
    data: BuiltIn | DataSource;
    backend?: BackendChoice;
    /** What errors call the checkpoint. */
    name?: string;
}
/** Goes on with a training from its checkpoint. */
export declare function resumeTraining(checkpoint: Blob | Uint8Array, options: ResumeOptions): Promise<Training>;
