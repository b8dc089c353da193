import type { Numbers } from '../shared/numbers.js';
/** Latents one after another, and for each the weight of every class. */
export interface Points {
    latents: Numbers;
    /** Empty for a generator without classes. */
    classes: Numbers;
    /** What they are mixed with, where their generator goes by styles. */
    styles?: Styles;
}
/** Mixed styles. */
export interface Styles {
    /** A second latent for each point. */
    others: Numbers;
    /** How many layers of each go by its own style; those behind them go by the other's. */
    ownLayers: number[];
}
/** How a path leads through its points. */
export interface PathOptions {
    /** Along the great arc, or the straight line. */
    spherical: boolean;
    /** Back to the first point at the end. */
    closed: boolean;
}
/** Where the images of a frame are. */
export type Way = 
/** At these points. */
({
    kind: 'points';
} & Points)
/**
 * At `count` latents of a seed, from number `first` on, drawn nearer to the mean by `truncation`: 1
 * leaves them, 0 is the mean. `classes` are of these.
 */
 | {
    kind: 'samples';
    seed: number;
    first: number;
    count: number;
    truncation: number;
    classes: Numbers;
}
/** At each part (0 to 1) of paths, every one of which leads through as many of the points. */
 | ({
    kind: 'path';
    stops: number;
    parts: number[];
} & PathOptions & Points)
/** At this time on endless walks, one from each point. */
 | ({
    kind: 'walk';
    seed: number;
    truncation: number;
    time: number;
} & Points);
/** Ways that only the page and the package ask for besides. */
export type StudioWay = Way
/** At these points, drawn nearer to the mean. */
 | ({
    kind: 'truncated';
    truncation: number;
} & Points)
/** At each of these times on one endless walk, from a point; without latents from a random one. */
 | ({
    kind: 'stroll';
    seed: number;
    truncation: number;
    times: number[];
} & Points)
/** At `side` × `side` points around one, up to `radius` of a latent's length away. */
 | ({
    kind: 'neighbours';
    side: number;
    radius: number;
    seed: number;
} & Points)
/**
 * At each part of the way from the mean of `a` to `a` − `b` + `c`, each the mean of latents. `classes`
 * are those of the two ends.
 */
 | {
    kind: 'arithmetic';
    a: Numbers;
    b: Numbers;
    c: Numbers;
    parts: number[];
    classes: Numbers;
};
