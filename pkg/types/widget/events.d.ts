/** `load`: the first picture is there. */
export type LoadDetail = Record<string, never>;
/** `progress`: bytes of the generator's file so far, and in all where the server tells. */
export interface ProgressDetail {
    loaded: number;
    total: number | null;
}
/** `change`: other images are shown. */
export interface ChangeDetail {
    /** Of the first image. */
    latent: Float32Array;
    /** Of all images, one after another. */
    latents: Float32Array;
    /** For each image the weights of all classes; empty for a generator without classes. */
    classes: Float32Array;
}
/** `error`: why there is no picture, as the widget says it too. */
export interface ErrorDetail {
    /** `OptionError`, `DownloadError`, `WeightsError`, `BackendUnavailable`, `RuntimeError`, … */
    name: string;
    /** A sentence in the reader's language. */
    message: string;
}
/** The events of the element; none of them bubbles. */
export interface GanvasGeneratorEvents {
    load: CustomEvent<LoadDetail>;
    progress: CustomEvent<ProgressDetail>;
    change: CustomEvent<ChangeDetail>;
    error: CustomEvent<ErrorDetail>;
}
export declare function tell<Type extends keyof GanvasGeneratorEvents>(element: HTMLElement, type: Type, detail: GanvasGeneratorEvents[Type]['detail']): void;
