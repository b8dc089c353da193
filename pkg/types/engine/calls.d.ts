import type { Places } from './places.js';
import type { ModelInfo, ModelSource, OpenModel } from './model.js';
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
    stopLoading(): Promise<void>;
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
    stopOpening(): Promise<void>;
    ofModel<Method extends keyof OpenModel>(key: number, method: Method, args: Parameters<OpenModel[Method]>, onProgress?: Progress): ReturnType<OpenModel[Method]>;
    closeModel(key: number): Promise<void>;
    itsTurn(): Promise<void>;
}
