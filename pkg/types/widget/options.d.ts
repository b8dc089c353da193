/** What a widget shows: images side by side, images that turn into one another, a plane of the
 * latent space to drag, or sliders that change them. */
export type WidgetMode = 'grid' | 'interpolate' | 'explore' | 'sliders';
/** What draws: `auto` is the CPU, and WebGPU for generators that are too large for it. */
export type WidgetBackend = 'auto' | 'webgpu' | 'cpu';
/** When a widget loads: near what is seen, at once, or when its button is pressed. */
export type WidgetLoading = 'lazy' | 'eager' | 'interaction';
/** What a widget is asked to do, checked. */
export interface Options {
    model: string;
    base: string;
    mode: WidgetMode;
    seed: number;
    rows: number;
    columns: number;
    autoplay: boolean;
    speed: number;
    truncation: number;
    /** Name or number of a class; null for all in turn. */
    label: string | null;
    backend: WidgetBackend;
    loading: WidgetLoading;
    poster: string;
    controls: boolean;
}
export type OptionName = keyof Options;
export declare const OPTION_NAMES: readonly ["model", "base", "mode", "seed", "rows", "columns", "autoplay", "speed", "truncation", "label", "backend", "loading", "poster", "controls"];
export declare const MODES: readonly WidgetMode[];
/** Drawn by code, so that its faces are free of anyone's rights. */
export declare const DEFAULT_MODEL = "drawn-faces-64";
/** Whether a text is what templates write for nothing. */
export declare function isNothing(text: string): boolean;
/** Reads the attributes; what is out of its range or unknown counts as not given, as in HTML. */
export declare function readOptions(element: Element): Options;
