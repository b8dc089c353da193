/** A sentence of the engine in English, and what fills its gaps (`{name}`): so another language can say it. */
export interface Sentence {
    english: string;
    gaps: [string, Filling][];
}
/** A number or a name; or a clause, which is to be translated, too. */
export type Filling = string | Sentence;
/** A sentence, as `sentence('{file} is empty.', { file })`. */
export declare function sentence(english: string, gaps?: Readonly<Record<string, string | number | Sentence>>): Sentence;
/** What fills the gap of this name, in the sentence or in a clause of it; null where none has it. */
export declare function gap(sentence: Sentence, name: string): Filling | null;
/** What fills all gaps of this name, as a list has one in each of its clauses. */
export declare function allGaps(filling: Filling, name: string): string[];
/** Has sentences said in another language from here on. */
export declare function speak(sentences: Readonly<Record<string, string>>): void;
/** What is said; in English where the other language lacks the sentence. */
export declare function said(filling: Filling): string;
