/** Tells from the sounds and the context of a stretch of a transcript whether it is a mishearing of a term. */

import { emptyRow, leastOf, nextRow } from './phones.ts';
import type { Shard } from './shard.ts';
import { isMeant, MOST_WORDS, type Expected, type SoundedName } from './soundGates.ts';
import { SHORTEST_SHARE, type SoundTerm } from './soundTerm.ts';
import type { Vocabulary } from './vocabulary.ts';
import { IS_RARE, type VocabularySounds } from './vocabularySounds.ts';
import { isStopWord } from './words.ts';

export class SoundStretches {
  readonly #term: SoundTerm;
  readonly #vocabulary: Vocabulary;
  readonly #sounds: VocabularySounds;
  readonly #name: SoundedName;
  #row: Float32Array;
  #next: Float32Array;

  constructor(term: SoundTerm, vocabulary: Vocabulary, sounds: VocabularySounds) {
    this.#term = term;
    this.#vocabulary = vocabulary;
    this.#sounds = sounds;
    this.#name = { own: term.own, letters: term.letters, sounds: term.target.length };
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
      if ((isStopWord(key) && !NUMBERS.has(key)) || !isMeant(this.#wordsOf(shard, from, to), cost / target.length, expected, this.#name))
        continue;
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

  #wordsOf(shard: Shard, from: number, to: number): readonly string[] {
    return Array.from({ length: to - from }, (_, i) => this.#vocabulary.word(shard.wordAt(from + i)));
  }
}

/** Stop words that are parts of names as well. */
const NUMBERS: ReadonlySet<string> = new Set(['one', 'two', 'to', 'too']);
