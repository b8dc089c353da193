/** Images side by side without gaps: `columns * width` by `rows * height` pixels, RGBA. */
export interface Grid {
    columns: number;
    rows: number;
    width: number;
    height: number;
    rgba: Uint8ClampedArray<ArrayBuffer>;
}
/** A grid as a picture that `putImageData` takes. */
export declare function imageData({ columns, rows, width, height, rgba }: Grid): ImageData;
/** Draws a grid on a canvas, which takes its size. */
export declare function drawOn(canvas: HTMLCanvasElement | OffscreenCanvas, grid: Grid): void;
/** A grid of the engine or of the runtime, which is let go of. */
export interface DrawnGrid extends Omit<Grid, 'rgba'> {
    rgba(): Uint8ClampedArray;
    free(): void;
}
/** What was drawn, as it can be handed to another thread. */
export declare function taken(drawn: DrawnGrid): Grid;
