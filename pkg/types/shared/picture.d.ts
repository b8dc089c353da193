import type { Grid } from '../engine/types.js';
/** A grid as a picture that `putImageData` takes. */
export declare function imageData({ columns, rows, width, height, rgba }: Grid): ImageData;
/** Draws a grid on a canvas, which takes its size. */
export declare function drawOn(canvas: HTMLCanvasElement | OffscreenCanvas, grid: Grid): void;
