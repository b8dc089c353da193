/** The keys that lead to a field of a recipe's JSON: `['generator', 3]` is the generator's fourth layer. */
export type FieldPath = readonly (string | number)[];
/** Where a recipe is wrong, as far as an error says it. */
export interface Place {
    field?: FieldPath | null;
    /** The line, and the column in it, where the text could not be read, both counted from 1. */
    position?: readonly [line: number, column: number] | null;
}
