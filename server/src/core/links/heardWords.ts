/** What each word of a vocabulary can be in a mishearing of one term, by sounds alone; found out when it is asked for. */

import { costOf, emptyRow, gapCost, leastOf, nextRow, PHONE_COUNT, type Phones } from './phones.ts';
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

  /** What costs this much or more is no mishearing. */
  readonly #limit: number;
  readonly #empty: Float32Array;
  readonly #zeros: Float32Array;

  constructor(target: Phones, limit: number, sounds: VocabularySounds, size: number) {
    this.#limit = limit;
    this.#empty = emptyRow(target);
    this.#zeros = new Float32Array(target.length + 1);
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
    return this.#starts.row(this.#startOf(word));
  }

  /** What a word costs at least at the beginning of the term. */
  startCost(word: number): number {
    return this.#starts.leasts[this.#startOf(word)]!;
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
    const start = this.#sounds.startOf(word);
    // Sounds that stand apart in the word stand apart in the term. Two ways to part the word, and the dearer one counts.
    let even = 0;
    let odd = start < end ? this.#leastOfPair[phones[start]! * (PHONE_COUNT + 1) + PHONE_COUNT]! : 0;
    // What costs too much already needn't be known exactly.
    for (let i = start; i < end && even < this.#limit && odd < this.#limit; i++) {
      const least = this.#leastOfPair[phones[i]! * (PHONE_COUNT + 1) + (i + 1 < end ? phones[i + 1]! : PHONE_COUNT)]!;
      if (((i - start) & 1) === 0) even += least;
      else odd += least;
    }
    const bound = Math.max(even, odd);
    this.#bounds[word] = bound;
    return bound;
  }

  /** Whether a word costs less than this as some part of the term. For words that are asked for once: nothing is remembered. */
  isWithin(word: number, limit: number): boolean {
    const { phones } = this.#sounds;
    const start = this.#sounds.startOf(word);
    const end = this.#sounds.startOf(word + 1);
    // Pairs of sounds first, as in boundOf: most words are unlike the term from their beginning.
    let bound = 0;
    for (let i = start; i < end; i += 2) {
      bound += this.#leastOfPair[phones[i]! * (PHONE_COUNT + 1) + (i + 1 < end ? phones[i + 1]! : PHONE_COUNT)]!;
      if (bound >= limit) return false;
    }
    this.#row.set(this.#zeros);
    for (let i = start; i < end; i++) {
      const least = nextRow(this.#row, this.#target, phones[i]!, this.#next);
      [this.#row, this.#next] = [this.#next, this.#row];
      if (least >= limit) return false;
    }
    return true;
  }

  /** What a word costs at least as any part of the term. */
  innerCost(word: number): number {
    return this.#inners.leasts[this.#innerOf(word)]!;
  }

  /** What a word at the beginning of the term and another one behind it cost at least. */
  costOfTwo(first: number, second: number): number {
    const inner = this.#innerOf(second);
    const start = this.#startOf(first);
    const { width } = this.#starts;
    const from = start * width;
    const to = inner * width + width - 1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < width; i++) {
      const cost = this.#starts.values[from + i]! + this.#inners.values[to - i]!;
      if (cost < least) least = cost;
    }
    return least;
  }

  #startOf(word: number): number {
    const known = this.#starts.numberOf(word);
    return known >= 0 ? known : this.#starts.set(word, this.#rowFrom(this.#empty, this.#target, word, false));
  }

  /** By how many sounds of the term stand behind its beginning, what a word costs there. */
  #innerOf(word: number): number {
    const known = this.#inners.numberOf(word);
    return known >= 0 ? known : this.#inners.set(word, this.#rowFrom(this.#zeros, this.#backwards, word, true));
  }

  #rowFrom(first: Float32Array, target: Phones, word: number, isBackwards: boolean): Float32Array {
    const { phones } = this.#sounds;
    const start = this.#sounds.startOf(word);
    const end = this.#sounds.startOf(word + 1);
    this.#row.set(first);
    for (let i = 0; i < end - start; i++) {
      const least = nextRow(this.#row, target, phones[isBackwards ? end - 1 - i : start + i]!, this.#next);
      [this.#row, this.#next] = [this.#next, this.#row];
      // From here on it only costs more.
      if (least >= this.#limit) return this.#row.fill(Number.POSITIVE_INFINITY);
    }
    return this.#row;
  }

  #leastOfPairs(): Float32Array {
    const pairs = new Float32Array(PHONE_COUNT * (PHONE_COUNT + 1));
    const target = this.#target;
    const afterOne = new Float32Array(target.length + 1);
    // Two sounds cost what the cheaper way of hearing each of them does, or less only if one of them is the term's.
    const alone = Float32Array.from({ length: PHONE_COUNT }, (_, phone) => {
      let least = gapCost(phone);
      for (const wanted of target) least = Math.min(least, costOf(wanted, phone));
      return least;
    });
    for (let first = 0; first < PHONE_COUNT; first++) {
      nextRow(this.#zeros, target, first, afterOne);
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
  readonly width: number;
  /** All rows, one after another, and the least cost of each. */
  values: Float32Array;
  leasts = new Float32Array(256);
  /** Number of a word's row plus one. */
  readonly #numbers: Uint32Array;
  #count = 0;

  constructor(size: number, width: number) {
    this.width = width;
    this.#numbers = new Uint32Array(size);
    this.values = new Float32Array(width * 256);
  }

  /** The number of a word's row; -1 without one. */
  numberOf(word: number): number {
    return this.#numbers[word]! - 1;
  }

  row(number: number): Float32Array {
    return this.values.subarray(number * this.width, (number + 1) * this.width);
  }

  set(word: number, row: Float32Array): number {
    const number = this.#count++;
    if (number === this.leasts.length) {
      this.values = longer(this.values);
      this.leasts = longer(this.leasts);
    }
    this.values.set(row, number * this.width);
    this.leasts[number] = leastOf(row);
    this.#numbers[word] = number + 1;
    return number;
  }
}

function longer(array: Float32Array) {
  const result = new Float32Array(array.length * 2);
  result.set(array);
  return result;
}
