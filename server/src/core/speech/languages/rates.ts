/** How fast languages are spoken, and how much less sure an estimate in them is than one in English. */

export interface LanguageRate {
  /** Seconds a syllable (a mora in Japanese) at normal pace, pauses apart. */
  readonly secondsPerSyllable: number;
  /** Standard deviation of the logarithm of a duration that comes on top of English's: the model was not fitted to the language. */
  readonly sigma: number;
}

/** The rate of a language by its primary subtag; one in the middle for languages without a published rate here. */
export function languageRate(language: string): LanguageRate {
  return RATES.get(language) ?? RATES.get(language.toLowerCase().split(/[-_]/)[0]!) ?? OTHER;
}

/** English at normal pace: 0.0815 s a phone and 2.55 phones a syllable. */
const ENGLISH_SECONDS_PER_SYLLABLE = 0.208;
/** English in the same study as most of the rates below, so that what counts is the ratio. */
const ENGLISH_SYLLABLES_PER_SECOND = 6.19;

/**
 * Syllables a second of people reading aloud. Pellegrino, Coupé & Marsico 2011, "A cross-language perspective on
 * speech information rate", Language 87(3): de, en, fr, it, ja, es, zh, vi. The others are rounded approximations of
 * what Coupé, Oh, Dediu & Pellegrino 2019, "Different languages, similar encoding efficiency", Science Advances 5(9),
 * show in a figure: good enough for a wider interval, and not to be quoted.
 */
const SYLLABLES_PER_SECOND: ReadonlyMap<string, number> = new Map([
  ['de', 5.97],
  ['fr', 7.18],
  ['it', 6.99],
  ['ja', 7.84],
  ['es', 7.82],
  ['zh', 5.18],
  ['vi', 5.22],
  ['ko', 7],
  ['pt', 7],
  ['tr', 7],
  ['fi', 7.25],
  ['ca', 7.25],
  ['th', 4.75],
  ['hu', 6],
]);

/** Assumed: published rates of readers differ by up to a tenth between studies, and pauses were only fitted to English. */
const SIGMA_OF_PUBLISHED = 0.15;
const ENGLISH: LanguageRate = { secondsPerSyllable: ENGLISH_SECONDS_PER_SYLLABLE, sigma: 0 };
const OTHER: LanguageRate = { secondsPerSyllable: scaled(6.6), sigma: 0.22 };

const RATES: ReadonlyMap<string, LanguageRate> = new Map<string, LanguageRate>([
  ['en', ENGLISH],
  ...[...SYLLABLES_PER_SECOND].map(
    ([language, rate]) => [language, { secondsPerSyllable: scaled(rate), sigma: SIGMA_OF_PUBLISHED }] as const,
  ),
]);

function scaled(syllablesPerSecond: number): number {
  return (ENGLISH_SECONDS_PER_SYLLABLE * ENGLISH_SYLLABLES_PER_SECOND) / syllablesPerSecond;
}
