import type { Places } from './places.js';
import type { Directions, GifOptions, ModelInfo, ModelSource, Numbers, PathOptions, Points, ReadCode, WalkOptions } from './model.js';
import type { BackendChoice, BackendInfo, DataInfo, DataSource, Encoding, Engine, Grid, Progress, Recipe, RecipeDescription, Started, StepReport } from './types.js';
export interface CallOptions {
    onProgress?: Progress | undefined;
    /** Handed over to the engine's thread instead of copied. */
    transfer?: Transferable[];
}
/** An engine whose every method is a call by name. */
export declare abstract class CalledEngine implements Engine {
    #private;
    constructor(places?: Places);
    protected abstract call<Result>(method: keyof Engine, args: unknown[], options?: CallOptions): Promise<Result>;
    load(onProgress?: Progress): Promise<void>;
    presets(): Promise<Recipe[]>;
    describeRecipe(json: string): Promise<RecipeDescription>;
    openBackend(choice: BackendChoice): Promise<BackendInfo>;
    loadData(source: DataSource, onProgress?: Progress): Promise<DataInfo>;
    start(recipe: Recipe, seed: number): Promise<Started>;
    resume(name: string, checkpoint: Uint8Array): Promise<Started>;
    next(steps: number): Promise<StepReport[]>;
    setRates(generator: number, discriminator: number): Promise<void>;
    histogramsEvery(steps: number): Promise<void>;
    sampleGrid(averaged: boolean): Promise<Grid>;
    realGrid(): Promise<Grid>;
    checkpoint(): Promise<Uint8Array<ArrayBuffer>>;
    saveGenerator(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
    openModel(name: string, source: ModelSource, backend: BackendChoice, onProgress?: Progress): Promise<ModelInfo>;
    latents(count: number, seed: number): Promise<Numbers>;
    truncated(latents: Numbers, truncation: number): Promise<Numbers>;
    draw(points: Points, columns: number): Promise<Grid>;
    along(keys: Numbers, width: number, parts: number[], options: PathOptions): Promise<Numbers>;
    walk(times: number[], options: WalkOptions): Promise<Numbers>;
    neighbours(centre: Numbers, side: number, radius: number, seed: number): Promise<Numbers>;
    arithmetic(a: Numbers, b: Numbers, c: Numbers): Promise<Numbers>;
    directions(): Promise<Directions>;
    writeCode(latent: Numbers, label: number | null): Promise<string>;
    readCode(text: string): Promise<ReadCode>;
    gif(points: Points, options: GifOptions, onProgress?: Progress): Promise<Uint8Array<ArrayBuffer>>;
    stopGif(): Promise<void>;
}
