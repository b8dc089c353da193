import { type WidgetBackend, type WidgetLoading, type WidgetMode } from './options.js';
/** Where a page is made on a server there are no elements: the class can be named all the same. */
declare const AnyElement: typeof HTMLElement;
/**
 * The attributes of the element as properties: each reads and writes its attribute. Null and undefined
 * take it away.
 */
export declare class GeneratorProperties extends AnyElement {
    #private;
    /** The generator: the name of one that ships, as `anime-64`, or the address of its file. */
    get model(): string;
    set model(model: string | null | undefined);
    /** A folder with generators, in which `model` is looked for by its name. */
    get base(): string;
    set base(base: string | null | undefined);
    /** What is shown: `grid` (default), `interpolate`, `explore` or `sliders`. */
    get mode(): WidgetMode;
    set mode(mode: WidgetMode | null | undefined);
    /** From which the images are drawn, a whole number; 1 by default. New images raise it. */
    get seed(): number;
    set seed(seed: number | null | undefined);
    /** Images down, up to 16; 3 for `grid`, else 1. */
    get rows(): number;
    set rows(rows: number | null | undefined);
    /** Images across, up to 16; 3 for `grid`, else 1. */
    get columns(): number;
    set columns(columns: number | null | undefined);
    /** Whether it moves by itself; not where the reader wants less motion. */
    get autoplay(): boolean;
    set autoplay(autoplay: boolean | null | undefined);
    /** How fast it moves; 1 by default. */
    get speed(): number;
    set speed(speed: number | null | undefined);
    /** How far from the mean latents are, from 0 to 2; 1, as they are drawn, by default. */
    get truncation(): number;
    set truncation(truncation: number | null | undefined);
    /** The class of all images, by name or number; null, the default, is all classes in turn. */
    get label(): string | null;
    set label(label: string | number | null | undefined);
    /** What draws: `auto` (default), `cpu` or `webgpu`. */
    get backend(): WidgetBackend;
    set backend(backend: WidgetBackend | null | undefined);
    /** When it loads: `lazy` (default, near the screen), `eager` or `interaction`. */
    get loading(): WidgetLoading;
    set loading(loading: WidgetLoading | null | undefined);
    /** Address of an image that stands in until it has loaded; or put an `<img>` inside. */
    get poster(): string;
    set poster(poster: string | null | undefined);
    /** Whether there are controls below the images. */
    get controls(): boolean;
    set controls(controls: boolean | null | undefined);
}
export {};
