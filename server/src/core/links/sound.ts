/** Finds names that a transcript misheard: words that sound like the term, where the context speaks for it. */

import { frequencyOf } from '../words/frequency.ts';
import { clippings, formsOf, isNameLike, splitCase, termWords } from './forms.ts';
import type { TranscriptIndex } from './index.ts';
import type { Match } from './match.ts';
import { costOf, distance, join, phonesOfTerm, phonesOfWord, type Phones } from './phones.ts';
import { phrasePlaces, queryOf } from './phrases.ts';
import type { Shard } from './shard.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isStopWord, wordsOf } from './words.ts';

/**
 * Stretches that sound like a term with a name in it. Sound alone is no evidence: a stretch must have a word that everyday speech
 * hasn't got, or another word of the term, or stand in a transcript whose title, or other passages, have the name written right;
 * `known` are the places found by other means.
 */
export function findBySound(term: string, known: readonly Match[], index: TranscriptIndex, said?: string): readonly Match[] {
  const names = wordsOf(term)
    .map(({ start, end }) => term.slice(start, end))
    .filter(isNameLike);
  if (names.length === 0) return [];
  const target = phonesOfTerm(unclipped(term, index.vocabulary), said);
  if (target.length < SHORTEST_NAME || target.length > LONGEST_NAME) return [];
  const search = new Search(target, splitCase(term), index.vocabulary);
  const matches: Match[] = [];
  for (const shard of index.shards) {
    const inBody = known.filter((match) => match.shard === shard && (match.tier === 'exact' || match.tier === 'heard')).length;
    const expected = names.some((name) => isInHead(name, shard, index.vocabulary))
      ? inBody <= RARELY_RIGHT
        ? 'always'
        : 'sometimes'
      : inBody > 0
        ? 'sometimes'
        : 'no';
    for (const { from, to } of search.in(shard, expected)) matches.push({ shard, from, to, tier: 'sound' });
  }
  return matches;
}

/**
 * Whether a transcript has the name: `always` when its title does and what is said hardly ever, so that the recogniser can't
 * have known it; `sometimes` when it is written right in places; else `no`.
 */
type Expected = 'always' | 'sometimes' | 'no';

/** As often as chance, or the head itself, writes a name right that the recogniser doesn't know. */
const RARELY_RIGHT = 3;

/** A clipped word ("teleop") is looked for by the sounds of the long one, as far as the transcripts have it. */
function unclipped(term: string, vocabulary: Vocabulary): string {
  const words = termWords(term);
  const longer = words.length === 1 ? clippings(words[0]!, vocabulary) : [];
  // The shortest comes first.
  return longer[0] ?? term;
}

/** Whether a name is written right in the head of a transcript, which people type. */
function isInHead(name: string, shard: Shard, vocabulary: Vocabulary): boolean {
  return formsOf(name, vocabulary).some((form) => {
    const query = queryOf(form, vocabulary);
    return query !== undefined && phrasePlaces(query, shard).some((at) => shard.data.isHead[shard.cueOf(at)] === 1);
  });
}

/** One term's search, with what it has found out about the words of the vocabulary. */
class Search {
  readonly #target: Phones;
  readonly #own: ReadonlySet<string>;
  readonly #letters: string;
  readonly #vocabulary: Vocabulary;
  readonly #phones = new Map<number, Phones>();
  readonly #canStart = new Map<number, boolean>();

  constructor(target: Phones, words: readonly string[], vocabulary: Vocabulary) {
    this.#target = target;
    this.#own = new Set(words.filter((word) => !isStopWord(word)));
    this.#letters = words.join('');
    this.#vocabulary = vocabulary;
  }

  *in(shard: Shard, expected: Expected): Generator<{ from: number; to: number }> {
    const { types, tokens } = shard.data;
    const starts = new Uint8Array(types.length);
    let any = false;
    for (const [local, word] of types.entries()) {
      if (!this.#starts(word)) continue;
      starts[local] = 1;
      any = true;
    }
    if (!any) return;
    let end = 0;
    for (let from = 0; from < tokens.length; from++) {
      if (starts[tokens[from]!] === 0 || from < end) continue;
      const to = this.#bestEnd(shard, from, expected);
      if (to === undefined) continue;
      yield { from, to };
      end = to;
    }
  }

  /** Where the stretch from a token that sounds most like the term ends, if one sounds enough like it. */
  #bestEnd(shard: Shard, from: number, expected: Expected): number | undefined {
    const target = this.#target;
    const parts: Phones[] = [];
    let length = 0;
    let best: { to: number; cost: number } | undefined;
    for (let to = from + 1; to <= Math.min(from + MOST_WORDS, shard.tokenCount); to++) {
      const word = shard.wordAt(to - 1);
      const phones = this.#phonesOf(word);
      parts.push(phones);
      length += phones.length;
      if (length > target.length * 1.5 + 1) break;
      const key = this.#vocabulary.word(word);
      if (isStopWord(key) && !NUMBERS.has(key)) continue;
      const limit = target.length * LIMIT;
      const bySound = length < target.length * 0.6 ? limit : distance(target, join(parts), limit);
      const cost = Math.min(bySound, this.#spellingCost(shard, from, to));
      if (cost >= (best?.cost ?? limit) || !this.#isMeant(shard, from, to, cost / target.length, expected)) continue;
      best = { to, cost };
    }
    return best?.to;
  }

  /** Letters can be nearer than sounds, since rules guess how names are read: "Meror" and "Mercor". In the cost of sounds. */
  #spellingCost(shard: Shard, from: number, to: number): number {
    const word = this.#vocabulary.word(shard.wordAt(from));
    if (to !== from + 1 || !word.startsWith(this.#letters.slice(0, 1)) || Math.abs(word.length - this.#letters.length) > 2)
      return Number.POSITIVE_INFINITY;
    return (letterDistance(word, this.#letters) / this.#letters.length) * this.#target.length;
  }

  /** Whether the context speaks for a stretch whose sounds differ from the term's by `share` of the term's length. */
  #isMeant(shard: Shard, from: number, to: number, share: number, expected: Expected): boolean {
    const words: string[] = [];
    for (let i = from; i < to; i++) words.push(this.#vocabulary.word(shard.wordAt(i)));
    const others = words.filter((word) => !this.#own.has(word));
    // All words are the term's own: a part of it, which is no mis-hearing.
    if (others.length === 0) return false;
    const hasRare = others.some((word) => word.length >= 3 && /^[a-z']+$/.test(word) && frequencyOf(word) === 'unknown');
    if (others.length < words.length) return this.#restFits(words, expected === 'always' || hasRare ? REST_LIMIT : REST_OF_PLAIN_WORDS);
    if (words.length === 1 && letterDistance(words[0]!, this.#letters) > this.#letters.length * LETTERS_LIMIT)
      return expected === 'always' && !hasRare && share < KNOWN_PLAIN_WORD;
    if (expected === 'always') return share < (hasRare || words.length > 1 ? LIMIT : KNOWN_PLAIN_WORD);
    if (hasRare) return share < (expected === 'sometimes' ? LIMIT : this.#target.length >= LONG_NAME ? RARE_LONG : RARE_SHORT);
    if (words.length === 1) return false;
    return share < (this.#target.length >= LONG_NAME ? PLAIN_WORDS : this.#target.length >= MIDDLING_NAME ? SAME_WORDS : 0);
  }

  /** With some words the term's own, the other ones must sound like the rest of the term. */
  #restFits(words: readonly string[], limit: number): boolean {
    const rest = [...this.#own].filter((word) => !words.includes(word));
    const target = join(rest.map(phonesOfWord));
    const heard = join(words.filter((word) => !this.#own.has(word)).map(phonesOfWord));
    return target.length > 0 && distance(target, heard) / target.length < limit;
  }

  #starts(word: number): boolean {
    let can = this.#canStart.get(word);
    if (can === undefined) {
      const key = this.#vocabulary.word(word);
      const phones = isStopWord(key) ? undefined : this.#phonesOf(word);
      const target = this.#target;
      // Names begin as they are heard, or their first sound got lost or doubled.
      can =
        phones !== undefined &&
        phones.length > 0 &&
        (costOf(phones[0]!, target[0]!) <= SAME_SOUND ||
          (phones[0] === target[1] && phones.length > 1 && costOf(phones[1]!, target[2] ?? target[1]!) <= SAME_SOUND) ||
          (phones[1] === target[0] && phones.length > 2));
      this.#canStart.set(word, can);
    }
    return can;
  }

  #phonesOf(word: number): Phones {
    let phones = this.#phones.get(word);
    if (phones === undefined) this.#phones.set(word, (phones = phonesOfWord(this.#vocabulary.word(word))));
    return phones;
  }
}

/** Sounds of the shortest name that is looked for, and of the longest. */
const SHORTEST_NAME = 4;
const LONGEST_NAME = 40;
/** From here on a name is long enough that what sounds like it by chance is rare. */
const LONG_NAME = 8;
/** Most words a name is heard as. */
const MOST_WORDS = 5;
const SAME_SOUND = 0.5;

// Shares of a term's sounds that may differ, in the cost of phones.ts.
const LIMIT = 0.2;
/** One plain word, where the transcript is known to have the name. */
const KNOWN_PLAIN_WORD = 0.13;
const RARE_SHORT = 0.15;
const RARE_LONG = 0.17;
/** Several plain words ("cooper netties") with nothing else to speak for them. */
const PLAIN_WORDS = 0.1;
/** A shorter name must be the very sounds of several plain words ("pie torch"). */
const MIDDLING_NAME = 6;
const SAME_WORDS = 0.05;
const REST_LIMIT = 0.46;
const REST_OF_PLAIN_WORDS = 0.2;
/** Share of the letters that may differ besides: one word that captions made of a name is spelled somewhat like it. */
const LETTERS_LIMIT = 0.4;

/** Stop words that are parts of names as well. */
const NUMBERS: ReadonlySet<string> = new Set(['one', 'two', 'to', 'too']);

/** Letters to put in, take out or change. */
function letterDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + Number(a[i - 1] !== b[j - 1])));
    }
    previous = current;
  }
  return previous[b.length]!;
}
