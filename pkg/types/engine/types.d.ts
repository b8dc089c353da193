import type { BackendChoice, BackendInfo } from '../shared/backend.js';
import type { OnProgress } from '../shared/download.js';
import type { Grid } from '../shared/picture.js';
import type { Filling, Sentence } from '../shared/sentence.js';
import type { Failure } from './errors.js';
import type { RecipeForms } from './forms.js';
import type { Places } from './places.js';
/**
 * The interface of the engine that trains. It runs in a Web Worker (`worker.ts`); the page holds an
 * `Engine` (`client.ts`) and pulls: not calling `next` is pausing.
 */
/** How weights are written: whole, as half precision, or as 8-bit numbers. */
export type Encoding = 'f32' | 'f16' | 'i8';
/** Data sets that need no files of one's own; `mnist-all` is MNIST's training and test images. */
export type BuiltIn = 'mnist' | 'mnist-all' | 'drawn-digits' | 'drawn-faces' | Field;
/** Other data sets of the field, which are fetched: their training images. */
export type Field = 'fashion-mnist' | 'kmnist' | 'cifar-10';
/** Where images come from. Bytes are IDX files, plain or gzip. */
export type DataSource = 
/** `seed`: what a drawn one is drawn from; if absent, that of the page. */
({
    kind: BuiltIn;
    seed?: number;
} | {
    kind: 'idx';
    name: string;
    images: Uint8Array;
    labels: Uint8Array | null;
} | NumpySource | ImageSource | TableSource | CifarSource) & {
    /** Whether rows and columns of IDX and NumPy images are swapped. */
    transposed?: boolean;
    /** Only so many images, the first; all if absent. */
    limit?: number;
};
/** NumPy's `.npy` or `.npz` files; labels may be in the same archive. */
export interface NumpySource {
    kind: 'numpy';
    name: string;
    images: Blob;
    labels: Blob | null;
}
/** A table as text (CSV) with an image in each row, plain or gzip. */
export interface TableSource {
    kind: 'table';
    name: string;
    file: Blob;
}
/** Batches of CIFAR-10 or CIFAR-100. */
export interface CifarSource {
    kind: 'cifar';
    name: string;
    files: ImageFile[];
}
/** Images of one's own. */
export interface ImageSource {
    kind: 'images';
    name: string;
    files: ImageFile[];
    /** Paths of files that came with them and are called like no image. */
    others?: string[];
    options: ImageOptions;
    /** Which of the images, by their paths from the folder or ZIP file that they lie in; all if absent. */
    matching?: RegExp | undefined;
}
/** An image of one's own, or a ZIP, tar or Parquet file of them. Folders in the path may become labels. */
export interface ImageFile {
    path: string;
    blob: Blob;
}
/** What every image is brought to. */
export interface ImageOptions {
    /**
     * `fill` cuts out the largest part around the centre that has the proportions wanted, `centre` so many
     * pixels around it; an image that has fewer is then skipped.
     */
    crop: 'none' | 'fill' | {
        centre: {
            height: number;
            width: number;
        };
    };
    height: number;
    width: number;
    /** 1, 3 or 4; null for colour if any image has some, else grey. */
    channels: number | null;
    /** Whether labels are wanted: images that lie in no class are then left out. */
    labelled?: boolean;
}
/** What became of the files of a data set of one's own images. */
export interface ImageReport {
    name: string;
    kept: number;
    skipped: number;
    first_skipped: {
        path: string;
        why: Sentence;
    }[];
    /** What each class is called, if the images lie in a folder for each. */
    classes: string[];
    /** Why folders gave no labels; null where there are labels, or no folders. */
    unlabelled: Sentence | null;
    /** Files that are called like no image, by kind. */
    other_kinds: {
        name: Filling;
        files: number;
    }[];
    /** How many of the images have colours. */
    coloured: number;
    /** Width and height of the largest image as it was. */
    largest: [width: number, height: number];
}
/** What decides whether a recipe can learn from a data set. */
export interface DataShape {
    channels: number;
    height: number;
    width: number;
    /** Number of classes, or null when the images carry no labels. */
    classes: number | null;
}
export interface DataInfo extends DataShape {
    name: string;
    /** Images in one epoch. */
    count: number;
    /** What the classes are called; empty without labels. */
    class_names: string[];
    /** Null for other data than images of one's own. */
    report: ImageReport | null;
}
/** A recipe as the engine prints it; only what the page edits is typed, the rest is carried through. */
export interface Recipe {
    name: string;
    title: string;
    source: string;
    /** The data set that it is meant for. */
    data: BuiltIn | 'images';
    /** Base number of channels: layer sizes are written as multiples of it, as "2w". */
    width: number;
    batch: number;
    image: RecipeImage;
    /** Number of classes, if the networks take labels. */
    classes?: number;
    generator_optimiser: Optimiser;
    discriminator_optimiser: Optimiser;
    [key: string]: unknown;
}
/** The images that a recipe takes. */
export interface RecipeImage {
    channels: number;
    height: number;
    width: number;
    /** What becomes of other data; `exact` if not given. `adapt` takes the size of the data. */
    fit?: 'exact' | 'pad' | 'adapt';
    [key: string]: unknown;
}
export interface Optimiser {
    /** Learning rate. */
    rate: number;
    [key: string]: unknown;
}
/** A recipe's networks, layer by layer. */
export interface RecipeDescription {
    recipe: Recipe;
    generator: NetworkDescription;
    discriminator: NetworkDescription;
}
/** A recipe that is being written. */
export interface RecipeDraft {
    /** As it was understood; null while anything is wrong with it. */
    recipe: Recipe | null;
    /** The layers as far as they fit. */
    generator: NetworkDescription;
    discriminator: NetworkDescription;
    faults: Failure[];
}
export interface NetworkDescription {
    layers: {
        /** As `3`, or `3.body.1` inside the third. */
        place: string;
        kind: string;
        output: [height: number, width: number, channels: number];
        parameters: number;
    }[];
    parameters: number;
}
/** One training step, read back from the device. */
export interface StepReport {
    /** Counted from 1. */
    step: number;
    /** Epochs done after this step, with a fraction. */
    epoch: number;
    d_loss: number;
    g_loss: number;
    /** The two halves of `d_loss`. */
    d_loss_real: number;
    d_loss_fake: number;
    /** The gradient penalty in `d_loss`, where the objective has one. */
    penalty?: number;
    /** Mean of D(x) and of D(G(z)): probabilities in 0..1, or the scores of a critic. */
    d_real: number;
    d_fake: number;
    /** Parts of the real and of the generated images that are judged rightly; a critic's are not counted. */
    accuracy?: {
        real: number;
        fake: number;
    };
    /** Where they were asked for with `histogramsEvery`. */
    histograms?: Histograms;
    /** Where they were asked for with `sizesEvery`. */
    sizes?: TensorSizes;
}
/** How values are spread. */
export interface Histogram {
    /** Least and greatest value. */
    low: number;
    high: number;
    /** Values in each of equally wide bars from `low` to `high`. */
    counts: number[];
}
/** Of one step: the coordinates of its latents, and the verdict on each of its images. */
export interface Histograms {
    z: Histogram;
    d_real: Histogram;
    d_fake: Histogram;
}
/** Which networks learn in a step: the other stands still, and its loss is measured all the same. */
export type Turn = 'both' | 'discriminator' | 'generator';
/** Root mean squares of one tensor; null where they are not finite. */
export interface TensorSize {
    /** Its place and role, as `layers.3.weight`. */
    name: string;
    weight: number | null;
    /** Of the step's last gradient; absent where the network stood still. */
    gradient?: number | null;
}
/** Of both networks, in the order of their layers. */
export interface TensorSizes {
    generator: TensorSize[];
    discriminator: TensorSize[];
}
/** What the discriminator says of every image of both grids: probabilities, or a critic's scores. */
export interface Verdicts {
    real: (number | null)[];
    generated: (number | null)[];
    /** Whether these are probabilities, 0 to 1. */
    probabilities: boolean;
    /** Above it an image counts as taken for real; a critic has none. */
    boundary?: number;
}
/** An image of one of the two grids, counted from 0. */
export interface Picked {
    isReal: boolean;
    index: number;
}
/** An image, and how the discriminator's verdict on it depends on its pixels. */
export interface Saliency {
    image: Grid;
    verdict: number;
    /** Of the verdict before the sigmoid, channel-first. */
    gradient: Float32Array;
}
/** A layer of the discriminator that makes images of an image. */
export interface MapLayer {
    /** Counted from 1. */
    layer: number;
    kind: string;
    channels: number;
    height: number;
    width: number;
}
/** How good the averaged generator's images are, held against the data. What is not finite is null. */
export interface Quality {
    /** Steps done when it was judged. */
    step: number;
    /** Images that were drawn for it. */
    samples: number;
    /** A classifier of digits, or the pixels of whatever is no digit. */
    judge: 'digits' | 'pixels';
    /** Of digits: the Fréchet distance to the data, on the classifier's features; 0 is best. */
    distance: number | null;
    /** Of digits: the share of each class among the images, 0 to 9; they add to 1. */
    classes: number[] | null;
    /** Of digits: the mean probability of the class that an image is taken for. */
    certainty: number | null;
    /** Of other data: the sliced Wasserstein distance between pixels, black to white being 1. */
    sliced: number | null;
    /** The mean distance between two images over that of the data: 1 is as varied, 0 all the same. */
    spread: number | null;
    /** Root mean square of each network's weights. */
    sizes: {
        generator: number | null;
        discriminator: number | null;
    };
}
/** Real images that are nearest to another. Distances are root mean square differences of the pixels, 0 to 255. */
export interface NearestImages {
    grid: Grid;
    /** How far each is, the nearest first. */
    distances: number[];
    /** What each is called; empty without labels. */
    classes: string[];
    /** Images that were looked at: all, but for drawn ones. */
    images: number;
    /** How far the nearest other image of each of `count` real images is; null where there is but one. */
    real: {
        count: number;
        least: number;
        median: number;
    } | null;
}
export interface TrainingInfo {
    generatorParameters: number;
    discriminatorParameters: number;
    stepsPerEpoch: number;
    /** Steps done. */
    step: number;
    /** Epochs done. */
    epoch: number;
    seed: number;
    /** Whether the discriminator gives probabilities; a critic gives scores without bounds. */
    hasProbabilities: boolean;
}
/** A training that stands at its first step, or where its checkpoint left it. */
export interface Started {
    info: TrainingInfo;
    /** As it runs: fitted to the data, with the learning rates it had. */
    recipe: Recipe;
}
export type Progress = OnProgress;
/** Every failure is an `Error` whose `name` is stable (`DataError`, `SpecError`, …) and whose message is a sentence. */
export interface Engine {
    /**
     * Fetches the engine that computes on what is chosen, and opens it. `page` is the address of the page.
     * Rejects with `BackendUnavailable` where WebGPU was asked for and is not to be had.
     */
    load(page: string, places: Places, choice: BackendChoice, onProgress?: Progress): Promise<BackendInfo>;
    /** Reads a recipe from JSON and works out its networks; throws `RecipeError` or `SpecError`. */
    describeRecipe(json: string): Promise<RecipeDescription>;
    /** What layers and recipes may say. */
    recipeForms(): Promise<RecipeForms>;
    /** As `describeRecipe`, of a recipe that may be wrong in several places. */
    draftRecipe(json: string): Promise<RecipeDraft>;
    loadData(source: DataSource, onProgress?: Progress): Promise<DataInfo>;
    /** Gives up the data set that is being loaded, which then fails with `Cancelled`. */
    stopLoading(): Promise<void>;
    /** Starts over from step 0 with the backend and data at hand. `seed`: an integer, 0 to 2^53 - 1. */
    start(recipe: Recipe, seed: number): Promise<Started>;
    /** Goes on from a checkpoint with the backend and data at hand. `name` is for errors. */
    resume(name: string, checkpoint: Blob | Uint8Array): Promise<Started>;
    /** Runs `steps` training steps of the networks whose turn it is, usually both; one report each. */
    next(steps: number, turn?: Turn): Promise<StepReport[]>;
    /** New learning rates from the next step on. */
    setRates(generator: number, discriminator: number): Promise<void>;
    /** Has every step whose number this divides report histograms; 0 for none. */
    histogramsEvery(steps: number): Promise<void>;
    /** Has every step whose number this divides report how large weights and gradients are; 0 for none. */
    sizesEvery(steps: number): Promise<void>;
    /**
     * The discriminator's verdict on every image of both grids, as it judges in training but without dropout.
     * Nothing of the training moves; nor does it by the next four.
     */
    verdicts(averaged: boolean): Promise<Verdicts>;
    /** The random numbers that a generated image of the grid is drawn from. */
    latent(index: number): Promise<Float32Array>;
    /** Where the discriminator looks at an image. */
    saliency(pick: Picked, averaged: boolean): Promise<Saliency>;
    /** The discriminator's layers that have maps. */
    mapLayers(): Promise<MapLayer[]>;
    /** What such a layer makes of an image: its first 64 channels in grey, each by its own range. */
    maps(pick: Picked, averaged: boolean, layer: number): Promise<Grid>;
    /** The generator's images of the fixed latents; `averaged` takes the moving average of its weights. */
    sampleGrid(averaged: boolean): Promise<Grid>;
    /** As many real images as the sample grid has, from all classes. */
    realGrid(): Promise<Grid>;
    /**
     * The `count` real images that are nearest to one of the sample grid, whose pixels are given. The training goes on
     * meanwhile; another search ends this one with `Superseded`.
     */
    nearest(rgba: Uint8Array, count: number, onProgress?: Progress): Promise<NearestImages>;
    /**
     * Judges the averaged generator on `samples` images of latents of its own, 2 to 5,000: nothing of the training
     * moves. Where the data may be digits, the first call fetches a classifier.
     */
    judge(samples: number): Promise<Quality>;
    /** Everything that the training needs to go on, as a safetensors file. */
    checkpoint(): Promise<Uint8Array<ArrayBuffer>>;
    /** The averaged generator as a safetensors file. */
    saveGenerator(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
}
