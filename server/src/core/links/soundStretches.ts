/** Tells from the sounds and the context of a stretch of a transcript whether it is a mis-hearing of a term. */

import { letterDistance } from './letterDistance.ts';
import { distance, emptyRow, join, leastOf, nextRow, phonesOfWord } from './phones.ts';
import type { Shard } from './shard.ts';
import { LIMIT, LONG_NAME, RARE_LONG, RARE_SHORT, SHORTEST_SHARE, type SoundTerm } from './soundTerm.ts';
import type { Vocabulary } from './vocabulary.ts';
import { IS_RARE, isRareWord, type VocabularySounds } from './vocabularySounds.ts';
import { isStopWord } from './words.ts';

/**
 * Whether a transcript has the name: `always` when its title does and what is said hardly ever, so that the recogniser can't
 * have known it; `sometimes` when it is written right in places; else `no`.
 */
export type Expected = 'always' | 'sometimes' | 'no';

export class SoundStretches {
  readonly #term: SoundTerm;
  readonly #vocabulary: Vocabulary;
  readonly #sounds: VocabularySounds;
  #row: Float32Array;
  #next: Float32Array;

  constructor(term: SoundTerm, vocabulary: Vocabulary, sounds: VocabularySounds) {
    this.#term = term;
    this.#vocabulary = vocabulary;
    this.#sounds = sounds;
    this.#row = emptyRow(term.target);
    this.#next = emptyRow(term.target);
  }

  /** Where the stretch from a token that sounds most like the term ends, if one sounds enough like it. `first` is the row behind its first word. */
  bestEnd(shard: Shard, from: number, first: Float32Array, expected: Expected): number | undefined {
    const target = this.#term.target;
    const { phones } = this.#sounds;
    let row = first;
    let length = 0;
    const limit = expected === 'no' ? this.#limitAt(shard, from) : this.#term.limit;
    let best = limit;
    let end: number | undefined;
    // Only the spelling of the first word alone can still be near enough.
    const isAlone = leastOf(first) >= limit;
    for (let to = from + 1; to <= Math.min(from + (isAlone ? 1 : MOST_WORDS), shard.tokenCount); to++) {
      const word = shard.wordAt(to - 1);
      const start = this.#sounds.startOf(word);
      const count = this.#sounds.lengthOf(word);
      length += count;
      if (length > this.#term.longest) break;
      if (to > from + 1) {
        let least = 0;
        for (let i = 0; i < count && least < limit; i++) {
          least = nextRow(row, target, phones[start + i]!, this.#next);
          // The first word's row belongs to all stretches that begin with it.
          const free = row === first ? this.#row : row;
          row = this.#next;
          this.#next = free;
          this.#row = row;
        }
        if (least >= limit) break;
      }
      const bySound = length < target.length * SHORTEST_SHARE ? this.#term.limit : row[target.length]!;
      const cost = to === from + 1 ? Math.min(bySound, this.#term.spellingCost(word)) : bySound;
      if (cost >= best) continue;
      const key = this.#vocabulary.word(word);
      if ((isStopWord(key) && !NUMBERS.has(key)) || !this.#isMeant(shard, from, to, cost / target.length, expected)) continue;
      best = cost;
      end = to;
    }
    return end;
  }

  /** The cost from which on a stretch from a token can't be meant where nothing else speaks for the name. */
  #limitAt(shard: Shard, from: number): number {
    const end = Math.min(from + MOST_WORDS, shard.tokenCount);
    let kinds = 0;
    for (let at = from; at < end; at++) {
      const word = shard.wordAt(at);
      if (this.#term.ownIds.has(word)) return this.#term.limit;
      kinds |= this.#term.kinds[word]!;
    }
    return (kinds & IS_RARE) === 0 ? this.#term.target.length * this.#term.plainLimit : this.#term.rareLimit;
  }

  /** Whether the context speaks for a stretch whose sounds differ from the term's by `share` of the term's length. */
  #isMeant(shard: Shard, from: number, to: number, share: number, expected: Expected): boolean {
    const words: string[] = [];
    for (let i = from; i < to; i++) words.push(this.#vocabulary.word(shard.wordAt(i)));
    const others = words.filter((word) => !this.#term.own.has(word));
    // All words are the term's own: a part of it, which is no mis-hearing.
    if (others.length === 0) return false;
    const hasRare = others.some(isRareWord);
    if (others.length < words.length) return this.#restFits(words, expected === 'always' || hasRare ? REST_LIMIT : REST_OF_PLAIN_WORDS);
    if (words.length === 1 && letterDistance(words[0]!, this.#term.letters) > this.#term.letters.length * LETTERS_LIMIT)
      return expected === 'always' && !hasRare && share < KNOWN_PLAIN_WORD;
    if (expected === 'always') return share < (hasRare || words.length > 1 ? LIMIT : KNOWN_PLAIN_WORD);
    if (hasRare) return share < (expected === 'sometimes' ? LIMIT : this.#term.target.length >= LONG_NAME ? RARE_LONG : RARE_SHORT);
    if (words.length === 1) return false;
    return share < this.#term.plainLimit;
  }

  /** With some words the term's own, the other ones must sound like the rest of the term. */
  #restFits(words: readonly string[], limit: number): boolean {
    const rest = [...this.#term.own].filter((word) => !words.includes(word));
    const target = join(rest.map(phonesOfWord));
    const heard = join(words.filter((word) => !this.#term.own.has(word)).map(phonesOfWord));
    return target.length > 0 && distance(target, heard) / target.length < limit;
  }
}

/** Most words a name is heard as. */
export const MOST_WORDS = 5;

// Shares of a term's sounds that may differ, in the cost of phones.ts.
/** One plain word, where the transcript is known to have the name. */
const KNOWN_PLAIN_WORD = 0.13;
const REST_LIMIT = 0.46;
const REST_OF_PLAIN_WORDS = 0.2;
/** Share of the letters that may differ besides: one word that captions made of a name is spelled somewhat like it. */
const LETTERS_LIMIT = 0.4;

/** Stop words that are parts of names as well. */
const NUMBERS: ReadonlySet<string> = new Set(['one', 'two', 'to', 'too']);
