/** Decides whether capitals are said letter by letter, as a word of its own, or as an ordinary word said with weight. */

import { EXACT_READINGS, READINGS, SHOUTED_WORDS, SPOKEN_ACRONYMS } from './data/readings.ts';

/** The known reading of a name, in the case in which it is written first; undefined for names that are not in the tables. */
export function knownReading(written: string): string | undefined {
  const exact = EXACT_READINGS.get(written);
  if (exact !== undefined) return exact;
  if (written.length > LONGEST_NAME) return undefined;
  return READINGS.get(written.toLowerCase());
}

/** Capitals, with a small plural s or not: "g p u's", "nasa", "important". `neighbours` are the words around, as written. */
export function sayCapitals(written: string, neighbours: readonly string[]): string {
  const [, capitals = written, plural = ''] = /^(\p{Lu}+)(s?)$/u.exec(written) ?? [];
  const lower = capitals.toLowerCase();
  if (plural === '' && isShouted(capitals, neighbours)) return lower;
  const known = knownReading(capitals);
  if (known !== undefined) return plural === '' ? known : pluralOf(known);
  if (SPOKEN_ACRONYMS.has(lower) || isLikeAWord(lower)) return lower + plural;
  return spell(lower) + (plural === '' ? '' : "'s");
}

/** "g p u" as "g p u's", "jay son" as "jay sons". */
export function pluralOf(said: string): string {
  return /(?:^|\s)\p{L}$/u.test(said) ? `${said}'s` : `${said}s`;
}

/** Letter by letter. */
export function spell(letters: string): string {
  return [...letters.toLowerCase()].join(' ');
}

const LONGEST_NAME = 20;

function isShouted(capitals: string, neighbours: readonly string[]): boolean {
  const lower = capitals.toLowerCase();
  if (EXACT_READINGS.has(capitals)) return neighbours.filter(isLoud).length > 1;
  return SHOUTED_WORDS.has(lower) || (capitals.length > 3 && !READINGS.has(lower) && isPronounceable(lower) && neighbours.some(isLoud));
}

function isLoud(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word) && SHOUTED_WORDS.has(word.toLowerCase());
}

/** Six letters and more are hardly ever spelled when they can be read. */
function isLikeAWord(lower: string): boolean {
  return lower.length >= 6 && isPronounceable(lower);
}

function isPronounceable(lower: string): boolean {
  return /[aeiouy]/.test(lower) && !/[^aeiouy]{4}|^[^aeiouy]{3}(?<!sch|scr|shr|spl|spr|str|thr|chr)/.test(lower);
}
