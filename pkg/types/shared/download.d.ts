/** Bytes so far, and in all where the server tells. */
export type OnProgress = (loaded: number, total: number | null) => void;
/** Why a file could not be had. */
export type Fault = {
    kind: 'unreachable';
    cause: string;
} | {
    kind: 'status';
    status: number;
} | {
    kind: 'webPage';
} | {
    kind: 'stalled';
    seconds: number;
}
/** It has more than so many MB. */
 | {
    kind: 'tooLarge';
    most: number;
};
/** Makes the error of a fault. */
export type FaultError = (fault: Fault) => Error;
export interface DownloadOptions {
    onProgress: OnProgress;
    error: FaultError;
    signal?: AbortSignal | undefined;
    /** A file of more bytes is given up. */
    most?: number;
}
/** Fetches a file whole. Once `signal` is aborted it fails with the signal's reason. */
export declare function download(address: string, { onProgress, error, signal, most }: DownloadOptions): Promise<Uint8Array<ArrayBuffer>>;
/** Asks for a file and looks that it is one: many servers answer with a page for what is missing. */
export declare function request(address: string, error: FaultError, signal: AbortSignal | null): Promise<Response>;
/** What people call an address. */
export declare function placeOf(address: string): {
    file: string;
    host: string;
};
