import { type OptionName } from './options.js';
import { GeneratorProperties } from './properties.js';
/** Where a widget stands. */
export type WidgetState = 'idle' | 'loading' | 'ready' | 'failed';
/** `<ganvas-generator>`: images of a trained generator, to be played with. */
export declare class GanvasGenerator extends GeneratorProperties {
    #private;
    static readonly observedAttributes: readonly string[];
    /** Where it stands: `idle` until it is wanted, then `loading`, `ready` or `failed`. */
    get state(): WidgetState;
    connectedCallback(): void;
    disconnectedCallback(): void;
    attributeChangedCallback(name: OptionName, before: string | null, after: string | null): void;
    /** Draws other images, those of `seed`; resolves with their latents, one after another. */
    sample(seed?: number): Promise<Float32Array>;
    /**
     * Shows what lies at part `t` (0 to 1) of the way from latent `a` to latent `b`; resolves with
     * the latent.
     */
    interpolate(a: Float32Array, b: Float32Array, t: number): Promise<Float32Array>;
    /** The picture that is shown, in the generator's own pixels; `type` as of an image file. */
    toBlob(type?: string, quality?: number): Promise<Blob>;
    /** Lets go of everything and shows the poster, until it is wanted again. */
    dispose(): void;
}
