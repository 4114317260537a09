/** Types of l10n.mjs, for the tests. */

export declare const SOURCE_BUNDLE: string;
export declare function collectSentences(files?: readonly string[]): {
  readonly sentences: readonly string[];
  readonly problems: readonly string[];
};
export declare function placesIn(sentence: string): readonly string[];
export declare function translationProblems(
  english: Readonly<Record<string, string>>,
  translated: Readonly<Record<string, string>>,
): readonly string[];
export declare function writeSentences(): Readonly<Record<string, string>>;
