/** How frequent an English word is in everyday speech, to tell words from names and plain words from rare ones. */

import { WORD_FREQUENCIES } from './data/wordFrequencies.ts';
import { possibleStems } from './endings.ts';

/**
 * `common` words come up in any conversation (Zipf 4 and up: 10 times in a million words), `known` ones now and then
 * (Zipf 3), `rare` ones seldom (Zipf 2.5); other words, and names of things, hardly ever.
 */
export type Frequency = 'common' | 'known' | 'rare' | 'unknown';

/** The frequency of a word in any case, or of what it is an inflection of. Source: SUBTLEX-US, 49.7 million words of subtitles. */
export function frequencyOf(word: string): Frequency {
  words ??= parse();
  const lower = word.toLowerCase().replaceAll('’', "'");
  // The counts have the two parts of "we're" and "don't" one by one.
  const [, base, ending] = CONTRACTION.exec(lower) ?? [];
  if (base !== undefined) return ending === "n't" ? 'common' : frequencyOf(base);
  let best = words.get(lower);
  if (best === 'common') return best;
  for (const stem of possibleStems(lower)) {
    const found = words.get(stem);
    if (found !== undefined && (best === undefined || ORDER.indexOf(found) < ORDER.indexOf(best))) best = found;
  }
  return best ?? 'unknown';
}

const CONTRACTION = /^([a-z]{1,12})(n't|'(?:re|ve|ll|d|m|s))$/;

const ORDER: readonly Frequency[] = ['common', 'known', 'rare', 'unknown'];

const BANDS: Readonly<Record<string, Frequency>> = { A: 'common', B: 'known', C: 'rare' };

let words: ReadonlyMap<string, Frequency> | undefined;

function parse(): ReadonlyMap<string, Frequency> {
  const parsed = new Map<string, Frequency>();
  let previous = '';
  for (const [, shared, rest, band] of WORD_FREQUENCIES.matchAll(/(\d)([a-z']*)([ABC])/g)) {
    previous = previous.slice(0, Number(shared)) + rest!;
    parsed.set(previous, BANDS[band!]!);
  }
  return parsed;
}
