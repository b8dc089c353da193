/** What the header of a generator's file says of it. */
export interface Header {
    name: string;
    title?: string;
    image: {
        channels: number;
        height: number;
        width: number;
    };
    latent: {
        dimension: number;
        distribution: Distribution;
    };
    /** What the classes are called; none for a generator without classes. */
    labels?: string[];
    licence?: string;
    provenance?: string;
    training?: {
        step: number;
        seed: number;
        data: string;
        averaged: boolean;
    };
}
/** What latents are drawn from. */
export type Distribution = {
    normal: {
        deviation: number;
    };
} | {
    uniform: {
        low: number;
        high: number;
    };
};
/** The standard deviation of a coordinate of a drawn latent. */
export declare function deviationOf({ latent: { distribution } }: Header): number;
