/** What each word of a vocabulary can be in a mis-hearing of one term, by sounds alone; found out when it is asked for. */

import { costOf, emptyRow, gapCost, nextRow, PHONE_COUNT, type Phones } from './phones.ts';
import type { VocabularySounds } from './vocabularySounds.ts';

export class HeardWords {
  readonly #target: Phones;
  readonly #backwards: Phones;
  readonly #sounds: VocabularySounds;
  /** Costs after a word that begins the term, and before one within it: rows of the table of distances, one after another. */
  readonly #starts: Rows;
  readonly #inners: Rows;
  /** Of each word, what it costs at least as any part of the term; negative is unknown. */
  readonly #bounds: Float32Array;
  /** What two sounds in a row cost at least, and one (second is `PHONE_COUNT`). */
  readonly #leastOfPair: Float32Array;
  #row: Float32Array;
  #next: Float32Array;

  constructor(target: Phones, sounds: VocabularySounds, size: number) {
    this.#target = target;
    this.#backwards = target.slice().reverse();
    this.#sounds = sounds;
    this.#starts = new Rows(size, target.length + 1);
    this.#inners = new Rows(size, target.length + 1);
    this.#bounds = new Float32Array(size).fill(-1);
    this.#row = emptyRow(target);
    this.#next = emptyRow(target);
    this.#leastOfPair = this.#leastOfPairs();
  }

  /** The row behind a word that begins the term. */
  startRow(word: number): Float32Array {
    return this.#starts.get(word) ?? this.#starts.set(word, this.#rowFrom(emptyRow(this.#target), this.#target, word, false));
  }

  /** What a word costs at least at the beginning of the term. */
  startCost(word: number): number {
    return leastOf(this.startRow(word));
  }

  /** Sets what `startRow` would work out. */
  setStartRow(word: number, row: Float32Array): void {
    this.#starts.set(word, row);
  }

  /** What a word costs at least as any part of the term, or something less; quick. */
  boundOf(word: number): number {
    const known = this.#bounds[word]!;
    if (known >= 0) return known;
    const { phones } = this.#sounds;
    const end = this.#sounds.startOf(word + 1);
    let bound = 0;
    // Sounds that stand apart in the word stand apart in the term.
    for (let i = this.#sounds.startOf(word); i < end; i += 2) {
      bound += this.#leastOfPair[phones[i]! * (PHONE_COUNT + 1) + (i + 1 < end ? phones[i + 1]! : PHONE_COUNT)]!;
    }
    this.#bounds[word] = bound;
    return bound;
  }

  /** What a word costs at least as any part of the term. */
  innerCost(word: number): number {
    return leastOf(this.#innerRow(word));
  }

  /** What a word at the beginning of the term and another one behind it cost at least. */
  costOfTwo(first: number, second: number): number {
    const start = this.startRow(first);
    const inner = this.#innerRow(second);
    const last = start.length - 1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i <= last; i++) {
      const cost = start[i]! + inner[last - i]!;
      if (cost < least) least = cost;
    }
    return least;
  }

  /** By how many sounds of the term stand behind its beginning, what a word costs there. */
  #innerRow(word: number): Float32Array {
    const known = this.#inners.get(word);
    if (known !== undefined) return known;
    return this.#inners.set(word, this.#rowFrom(new Float32Array(this.#target.length + 1), this.#backwards, word, true));
  }

  #rowFrom(first: Float32Array, target: Phones, word: number, isBackwards: boolean): Float32Array {
    const { phones } = this.#sounds;
    const start = this.#sounds.startOf(word);
    const end = this.#sounds.startOf(word + 1);
    this.#row.set(first);
    for (let i = 0; i < end - start; i++) {
      nextRow(this.#row, target, phones[isBackwards ? end - 1 - i : start + i]!, this.#next);
      [this.#row, this.#next] = [this.#next, this.#row];
    }
    return this.#row;
  }

  #leastOfPairs(): Float32Array {
    const pairs = new Float32Array(PHONE_COUNT * (PHONE_COUNT + 1));
    const target = this.#target;
    const anywhere = new Float32Array(target.length + 1);
    const afterOne = new Float32Array(target.length + 1);
    // Two sounds cost what the cheaper way of hearing each of them does, or less only if one of them is the term's.
    const alone = Float32Array.from({ length: PHONE_COUNT }, (_, phone) => {
      let least = gapCost(phone);
      for (const wanted of target) least = Math.min(least, costOf(wanted, phone));
      return least;
    });
    for (let first = 0; first < PHONE_COUNT; first++) {
      nextRow(anywhere, target, first, afterOne);
      for (let second = 0; second < PHONE_COUNT; second++) {
        pairs[first * (PHONE_COUNT + 1) + second] = nextRow(afterOne, target, second, this.#next);
      }
      pairs[first * (PHONE_COUNT + 1) + PHONE_COUNT] = alone[first]!;
    }
    return pairs;
  }
}

/** Rows of one length for some words, in one array. */
class Rows {
  readonly #width: number;
  /** Number of a word's row plus one. */
  readonly #numbers: Uint32Array;
  #values: Float32Array;
  #count = 0;

  constructor(size: number, width: number) {
    this.#width = width;
    this.#numbers = new Uint32Array(size);
    this.#values = new Float32Array(width * 256);
  }

  get(word: number): Float32Array | undefined {
    const number = this.#numbers[word]!;
    return number === 0 ? undefined : this.#values.subarray((number - 1) * this.#width, number * this.#width);
  }

  set(word: number, row: Float32Array): Float32Array {
    const at = this.#count * this.#width;
    if (at === this.#values.length) {
      const values = new Float32Array(at * 2);
      values.set(this.#values);
      this.#values = values;
    }
    this.#values.set(row, at);
    this.#numbers[word] = ++this.#count;
    return this.#values.subarray(at, at + this.#width);
  }
}

function leastOf(row: Float32Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const cost of row) if (cost < least) least = cost;
  return least;
}
