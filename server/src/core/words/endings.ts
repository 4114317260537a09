/** What an inflected English word may be an inflection of, by its spelling alone. */

/** Endings with what stood there before. A stem that is no word does no harm: it is looked up. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(?:es|s|'s|d|ed|er|ers|ing|ings|ly)$/, ''],
  [/(?:ing|ings|er|ers|ed|es)$/, 'e'],
  [/(.)\1(?:ing|ed|er)$/, '$1'],
  [/(?:ied|ier|ily)$/, 'y'],
];

const SHORTEST_STEM = 3;

/** The possible stems of a word in lower case, some of which are no words: "running" gives "runn", "runne" and "run". */
export function* possibleStems(word: string): Generator<string> {
  for (const [ending, before] of ENDINGS) {
    if (!ending.test(word)) continue;
    const stem = word.replace(ending, before);
    if (stem.length >= SHORTEST_STEM) yield stem;
  }
}
