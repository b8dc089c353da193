/** A sentence of the engine in English, and what fills its gaps (`{name}`): so another language can say it. */
export interface Sentence {
    english: string;
    gaps: [string, Filling][];
}
/** A number or a name; or a clause, which is to be translated, too. */
export type Filling = string | Sentence;
/** A sentence, as `sentence('{file} is empty.', { file })`. */
export declare function sentence(english: string, gaps?: Readonly<Record<string, string | number | Sentence>>): Sentence;
/** Has sentences said in another language from here on. */
export declare function speak(sentences: Readonly<Record<string, string>>): void;
/** What is said; in English where the other language lacks the sentence. */
export declare function said(filling: Filling): string;
/** The same in English, whatever language is spoken. */
export declare function inEnglish(filling: Filling): string;
