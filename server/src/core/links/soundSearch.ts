/** Searches transcripts for stretches that sound like one term, word by word of the vocabulary before place by place. */

import type { HeardWords } from './heardWords.ts';
import type { TranscriptIndex } from './index.ts';
import type { Phones } from './phones.ts';
import type { Postings } from './postings.ts';
import type { Shard } from './shard.ts';
import { MOST_WORDS, type Expected } from './soundGates.ts';
import { SoundStretches } from './soundStretches.ts';
import { ALONE, INNER, OWN, PLAIN_START, RARE_START, ROUNDING, SoundTerm } from './soundTerm.ts';
import { IS_RARE } from './vocabularySounds.ts';

/** One term's search. What a word can be is found out for the vocabulary, so that only places are looked at that can be a mishearing. */
export class SoundSearch {
  readonly #term: SoundTerm;
  readonly #heard: HeardWords;
  readonly #postings: Postings;
  readonly #stretches: SoundStretches;

  constructor(target: Phones, words: readonly string[], index: TranscriptIndex) {
    this.#term = new SoundTerm(target, words, index);
    this.#heard = this.#term.heard;
    this.#postings = index.postings;
    this.#stretches = new SoundStretches(this.#term, index.vocabulary, index.sounds);
  }

  /** The stretches of each transcript that sound like the term, ascending, without overlaps; `expected` is `no` for those that it doesn't list. */
  find(
    expected: ReadonlyMap<Shard, Exclude<Expected, 'no'>>,
  ): ReadonlyMap<Shard, readonly { readonly from: number; readonly to: number }[]> {
    const candidates = new Map<Shard, number[]>();
    for (const word of this.#term.words) {
      this.#followPlain(word, expected, candidates);
      if (this.#term.roles[word] === PLAIN_START) continue;
      this.#postings.forEachListed(word, (shard) => {
        if (!expected.has(shard)) this.#collect(shard, word, shard.localOf(word), candidates, false);
      });
    }
    for (const shard of this.#postings.recent) {
      if (expected.has(shard)) continue;
      const { types } = shard.data;
      for (let local = 0; local < types.length; local++) {
        if (this.#term.roles[types[local]!] !== 0) this.#collect(shard, types[local]!, local, candidates, true);
      }
    }
    for (const shard of expected.keys()) this.#collectExpected(shard, candidates);
    const found = new Map<Shard, readonly { readonly from: number; readonly to: number }[]>();
    for (const [shard, places] of candidates) {
      const stretches = this.#stretchesFrom(shard, places, expected.get(shard) ?? 'no');
      if (stretches.length > 0) found.set(shard, stretches);
    }
    return found;
  }

  #stretchesFrom(shard: Shard, places: number[], expected: Expected): readonly { readonly from: number; readonly to: number }[] {
    const found: { from: number; to: number }[] = [];
    let end = 0;
    let last = -1;
    for (const from of places.sort((a, b) => a - b)) {
      if (from < end || from === last) continue;
      last = from;
      const to = this.#stretches.bestEnd(shard, from, this.#heard.startRow(shard.wordAt(from)), expected);
      if (to === undefined) continue;
      found.push({ from, to });
      end = to;
    }
    return found;
  }

  /** Finds where in the listed transcripts a plain word is followed by one with which it can go on. */
  #followPlain(word: number, expected: ReadonlyMap<Shard, Expected>, candidates: Map<Shard, number[]>): void {
    if ((this.#term.roles[word]! & PLAIN_START) === 0) return;
    const heard = this.#heard;
    const limit = this.#term.target.length * this.#term.plainLimit + ROUNDING;
    const left = limit - heard.startCost(word);
    this.#postings.forEachFollower(
      word,
      (follower) => heard.boundOf(follower) < left && heard.costOfTwo(word, follower) < limit,
      (shard, follower) => {
        if (expected.has(shard)) return;
        const { tokens } = shard.data;
        const local = shard.localOf(follower);
        for (const at of shard.placesOfWord(word)) if (tokens[at + 1] === local) put(candidates, shard, at);
      },
    );
  }

  /** Finds places of a word from which, or around which, a mishearing can be. */
  #collect(shard: Shard, word: number, local: number, candidates: Map<Shard, number[]>, followsPlain: boolean): void {
    const role = this.#term.roles[word]!;
    if ((role & ~PLAIN_START) === 0 && !followsPlain) return;
    const { places, placeStarts, tokens, types } = shard.data;
    const heard = this.#heard;
    for (let i = placeStarts[local]!; i < placeStarts[local + 1]!; i++) {
      const at = places[i]!;
      if ((role & ALONE) !== 0) put(candidates, shard, at);
      else if ((role & (RARE_START | PLAIN_START)) !== 0 && at + 1 < tokens.length) {
        const limit = ((role & RARE_START) !== 0 ? this.#term.rareLimit : this.#term.target.length * this.#term.plainLimit) + ROUNDING;
        const next = types[tokens[at + 1]!]!;
        if (heard.startCost(word) + heard.boundOf(next) < limit && heard.costOfTwo(word, next) < limit) put(candidates, shard, at);
      }
      if ((role & OWN) !== 0) this.#lookBack(shard, at, 0, this.#term.limit + ROUNDING, candidates);
      else if ((role & INNER) !== 0) this.#lookBack(shard, at, heard.innerCost(word), this.#term.rareLimit + ROUNDING, candidates);
    }
  }

  /** Finds words before a place, or the one at it if it is the term's own, with which a mishearing begins that goes on up to there. */
  #lookBack(shard: Shard, at: number, costThere: number, limit: number, candidates: Map<Shard, number[]>): void {
    const { tokens, types } = shard.data;
    const isOwn = costThere === 0;
    let cost = costThere;
    for (let from = isOwn ? at : at - 1; from > at - MOST_WORDS && from >= 0 && cost < limit; from--) {
      const word = types[tokens[from]!]!;
      const bound = this.#heard.boundOf(word);
      const canStart = cost + bound < limit && (isOwn || (this.#term.kinds[word]! & IS_RARE) === 0) && this.#term.canStart(word);
      if (canStart && this.#heard.startCost(word) + cost < limit) put(candidates, shard, from);
      if (from < at) cost += bound;
    }
  }

  /** Where the transcript is known to have the name, every word may begin a mishearing. */
  #collectExpected(shard: Shard, candidates: Map<Shard, number[]>): void {
    const { places, placeStarts, tokens, types } = shard.data;
    const heard = this.#heard;
    const limit = this.#term.limit + ROUNDING;
    for (let local = 0; local < types.length; local++) {
      const word = types[local]!;
      if (!this.#term.canStart(word)) continue;
      const isSpelledAlike = this.#term.spellingCost(word) < this.#term.limit;
      if (!isSpelledAlike && heard.boundOf(word) >= limit) continue;
      const isAlone = isSpelledAlike || this.#term.isAloneBySound(word, limit);
      if (!isAlone && heard.startCost(word) >= limit) continue;
      for (let i = placeStarts[local]!; i < placeStarts[local + 1]!; i++) {
        const at = places[i]!;
        const next = at + 1 < tokens.length ? types[tokens[at + 1]!]! : undefined;
        const goesOn = next !== undefined && heard.startCost(word) + heard.boundOf(next) < limit && heard.costOfTwo(word, next) < limit;
        if (isAlone || goesOn) put(candidates, shard, at);
      }
    }
  }
}

function put(candidates: Map<Shard, number[]>, shard: Shard, from: number): void {
  const places = candidates.get(shard);
  if (places === undefined) candidates.set(shard, [from]);
  else places.push(from);
}
