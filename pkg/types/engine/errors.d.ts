import { faults } from '../strings/page/en/faults.js';
import type { FieldPath, Place } from '../shared/field.js';
import { type Sentence } from '../shared/sentence.js';
/** An `Error` with a stable name, by which the page tells failures apart. */
export declare class NamedError extends Error implements Place {
    /** As it can be said in another language. */
    readonly sentence: Sentence | null;
    /** What of a recipe it is about. */
    readonly field: FieldPath | null;
    /** Where a recipe could not be read. */
    readonly position: readonly [line: number, column: number] | null;
    constructor(name: string, message: string, 
    /** As it can be said in another language. */
    sentence?: Sentence | null, { field, position }?: Place);
    static of(name: string, sentence: Sentence, place?: Place): NamedError;
    /** As it was thrown in a worker. */
    static from({ name, message, sentence, ...place }: Failure): NamedError;
}
/** An error on its way from a worker. */
export interface Failure extends Place {
    name: string;
    message: string;
    sentence: Sentence | null;
}
export declare function failureOf(thrown: unknown): Failure;
/** Where an error says that a recipe is wrong: one of ours, or of the engine's module. */
export declare function placeOf(error: Error): Place;
type Values = Readonly<Record<string, string | number | Sentence>>;
/** An error of these scripts' own. */
export declare function fault(name: string, text: keyof typeof faults, values?: Values): NamedError;
/** What these scripts say of a failure: a sentence, or a clause of one. */
export declare function reason(text: keyof typeof faults, values?: Values): Sentence;
/** What an error says, to fill a gap of another sentence. */
export declare function reasonOf(error: Error): Sentence;
/** What is rejected because the engine was closed. */
export declare function closed(): NamedError;
/** What is rejected because something else was chosen. */
export declare function superseded(): NamedError;
export declare function asError(thrown: unknown): Error;
/** What an error says, in the language of now where its sentence can be said in others. */
export declare function messageOf(error: Error): string;
export declare function needsNewEngine(error: Error): boolean;
/** Whether nobody waits for it any more, which is no failure. */
export declare function isGivenUp(error: Error): boolean;
export {};
