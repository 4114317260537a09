/** Tells whether a stretch that sounds like a name is meant as it: how unlike it may sound, by what else speaks for it. */

import { letterDistance } from './letterDistance.ts';
import { distance, join, phonesOfWord } from './phones.ts';
import { isRareWord } from './vocabularySounds.ts';

/**
 * Whether a transcript has the name: `always` when its title does and what is said hardly ever, so that the recogniser can't
 * have known it; `sometimes` when it is written right in places; else `no`.
 */
export type Expected = 'always' | 'sometimes' | 'no';

/** A name that is looked for: its words, all its letters, and how many sounds it has. */
export interface SoundedName {
  readonly own: ReadonlySet<string>;
  readonly letters: string;
  readonly sounds: number;
}

/** Whether the context speaks for the words of a stretch whose sounds differ from the name's by `share` of the name's length. */
export function isMeant(words: readonly string[], share: number, expected: Expected, name: SoundedName): boolean {
  const others = words.filter((word) => !name.own.has(word));
  // All words are the term's own: a part of it, which is no mishearing.
  if (others.length === 0) return false;
  const hasRare = others.some(isRareWord);
  if (others.length < words.length) return restFits(words, expected === 'always' || hasRare ? REST_LIMIT : REST_OF_PLAIN_WORDS, name);
  if (words.length === 1 && letterDistance(words[0]!, name.letters) > name.letters.length * LETTERS_LIMIT)
    return expected === 'always' && !hasRare && share < KNOWN_PLAIN_WORD;
  if (expected === 'always') return share < (hasRare || words.length > 1 ? LIMIT : KNOWN_PLAIN_WORD);
  if (hasRare) return share < (expected === 'sometimes' ? LIMIT : rareShare(name.sounds));
  if (words.length === 1) return false;
  return share < plainShare(name.sounds) * (expected === 'sometimes' ? WHERE_NAMED : 1);
}

/** With some words the term's own, the other ones must sound like the rest of the term. */
function restFits(words: readonly string[], limit: number, { own }: SoundedName): boolean {
  const rest = [...own].filter((word) => !words.includes(word));
  const target = join(rest.map(phonesOfWord));
  const heard = join(words.filter((word) => !own.has(word)).map(phonesOfWord));
  return target.length > 0 && distance(target, heard) / target.length < limit;
}

/** Share of a name's sounds that may differ where one of the words is rare. */
export function rareShare(sounds: number): number {
  return sounds >= LONG_NAME ? RARE_LONG : RARE_SHORT;
}

/** Share of a name's sounds that may differ where all words are plain, and several. */
export function plainShare(sounds: number): number {
  return sounds >= LONG_NAME ? PLAIN_WORDS : sounds >= MIDDLING_NAME ? SAME_WORDS : sounds >= SHORT_NAME ? VERY_SAME_WORDS : 0;
}

/** From here on a name is long enough that what sounds like it by chance is rare. */
const LONG_NAME = 8;
/** Most words a name is heard as. */
export const MOST_WORDS = 5;
export const SAME_SOUND = 0.5;

// Shares of a term's sounds that may differ, in the cost of phones.ts.
export const LIMIT = 0.2;
/** One plain word, where the transcript is known to have the name. */
const KNOWN_PLAIN_WORD = 0.13;
const RARE_SHORT = 0.15;
const RARE_LONG = 0.17;
/** Several plain words ("cooper netties") with nothing else to speak for them. */
const PLAIN_WORDS = 0.1;
/** A shorter name must be the very sounds of several plain words ("pie torch"). */
const MIDDLING_NAME = 6;
const SAME_WORDS = 0.05;
/** Times as much where the transcript has the name written right elsewhere. */
const WHERE_NAMED = 1.4;
const SHORT_NAME = 5;
const VERY_SAME_WORDS = 0.01;
const REST_LIMIT = 0.46;
const REST_OF_PLAIN_WORDS = 0.17;
/** Share of the letters that may differ besides: one word that captions made of a name is spelled somewhat like it. */
const LETTERS_LIMIT = 0.35;
