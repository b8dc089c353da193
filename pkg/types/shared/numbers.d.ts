/** Latents, weights of classes: numbers one after another. */
export type Numbers = Float32Array<ArrayBuffer>;
/** All parts, one after another. */
export declare function joined(parts: readonly Float32Array[]): Numbers;
