/** How the words of a vocabulary sound, sorted by their sounds so that words that begin alike are looked at together. */

import { frequencyOf } from '../words/frequency.ts';
import { LONGEST_WORD, PHONE_COUNT, phonesOfWord } from './phones.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isStopWord } from './words.ts';

/** Whether a word is one that everyday speech hasn't got, nor makes of one that it has. */
export function isRareWord(word: string): boolean {
  return word.length >= 3 && word.length <= LONGEST_WORD && /^[a-z']+$/.test(word) && frequencyOf(word) === 'unknown' && !isDerived(word);
}

/** "Solidify", "unsolved": nobody says them often, and yet no recogniser gets stuck on them. */
function isDerived(word: string): boolean {
  const stem = SUFFIX.exec(word)?.[1];
  if (stem !== undefined && isKnown(stem)) return true;
  const rest = PREFIX.exec(word)?.[1];
  return rest !== undefined && isKnown(rest);
}

function isKnown(stem: string): boolean {
  return [stem, `${stem}e`, stem.replace(/i$/, 'y')].some((word) => /^(?:common|known)$/.test(frequencyOf(word)));
}

const SUFFIX =
  /^([a-z]{4,}?)(?:if(?:y|ied|ies|ying)|i[sz](?:e|ed|es|ing|ation)|ness|less|abl[ey]|ability|ments?|isms?|ists?|ally|ity|ations?|hood|ships?|wise|wards?|like|ful)$/;
const PREFIX = /^(?:un|re|non|pre|over|under|inter|sub|de|dis|mis|multi|anti|semi|out)([a-z]{4,})$/;

/** For a disk cache. */
export interface SoundsData {
  readonly phones: Uint8Array;
  /** First sound of each word, and their number. */
  readonly starts: Uint32Array;
  /** Words by their sounds. */
  readonly order: Uint32Array;
  /** Of each word, `IS_RARE`, `IS_STOP` or neither. */
  readonly kinds: Uint8Array;
}

export const IS_RARE = 1;
export const IS_STOP = 2;

export class VocabularySounds {
  readonly #vocabulary: Vocabulary;
  #phones: Uint8Array;
  #starts: Uint32Array;
  /** Words whose sounds are known. */
  #size: number;
  #order: Uint32Array;
  #kinds: Uint8Array;
  /** Sounds that a word of the order shares with the one before. */
  #shared: Uint8Array;
  /** Where in the order words begin with each sound (rows) and the next one, or none (columns); and the end of the order. */
  #beginnings: Uint32Array;

  constructor(
    vocabulary: Vocabulary,
    data: SoundsData = {
      phones: new Uint8Array(8192),
      starts: new Uint32Array(1024),
      order: new Uint32Array(0),
      kinds: new Uint8Array(1024),
    },
  ) {
    this.#vocabulary = vocabulary;
    this.#phones = data.phones;
    this.#starts = data.starts;
    this.#order = data.order;
    this.#kinds = data.kinds;
    this.#size = data.order.length;
    this.#shared = this.#sharedOf(data.order);
    this.#beginnings = this.#beginningsOf(data.order);
  }

  get data(): SoundsData {
    this.update();
    return {
      phones: this.#phones.slice(0, this.#starts[this.#size]),
      starts: this.#starts.slice(0, this.#size + 1),
      order: this.#order,
      kinds: this.kinds,
    };
  }

  /** All sounds of all words, one after another; those of a word are from `startOf` it to that of the next. */
  get phones(): Uint8Array {
    return this.#phones;
  }

  /** Of each word, `IS_RARE`, `IS_STOP` or neither. */
  get kinds(): Uint8Array {
    this.update();
    return this.#kinds.subarray(0, this.#size);
  }

  startOf(word: number): number {
    return this.#starts[word]!;
  }

  lengthOf(word: number): number {
    return this.#starts[word + 1]! - this.#starts[word]!;
  }

  /** All words, sorted by their sounds, and how many sounds each shares with the one before. */
  sorted(): { readonly order: Uint32Array; readonly shared: Uint8Array } {
    this.update();
    if (this.#order.length < this.#size) {
      this.#order = this.#merged();
      this.#shared = this.#sharedOf(this.#order);
      this.#beginnings = this.#beginningsOf(this.#order);
    }
    return { order: this.#order, shared: this.#shared };
  }

  /** From where to where in the order words begin with a sound and another one, undefined for none; as of the last `sorted`. */
  rangeOf(first: number, second: number | undefined): readonly [start: number, end: number] {
    const at = first * (PHONE_COUNT + 1) + (second === undefined ? 0 : second + 1);
    return [this.#beginnings[at]!, this.#beginnings[at + 1]!];
  }

  /** Learns the words that have come since. */
  update(): void {
    while (this.#size < this.#vocabulary.size) this.#learn();
  }

  /** As `update`; yields every few milliseconds. */
  *updateInSteps(): Generator<void> {
    for (let i = 0; this.#size < this.#vocabulary.size; i++) {
      if (i % WORDS_OF_STEP === WORDS_OF_STEP - 1) yield;
      this.#learn();
    }
    // Sorting a few words in is quicker than having many at the first search.
    if (this.#size - this.#order.length > UNSORTED_WORDS) {
      yield;
      this.sorted();
    }
  }

  #learn(): void {
    const word = this.#size++;
    const written = this.#vocabulary.word(word);
    const phones = phonesOfWord(written);
    if (word >= this.#kinds.length) {
      const kinds = new Uint8Array(Math.max(1024, this.#kinds.length * 2));
      kinds.set(this.#kinds);
      this.#kinds = kinds;
    }
    this.#kinds[word] = (isRareWord(written) ? IS_RARE : 0) | (isStopWord(written) ? IS_STOP : 0);
    const at = word === 0 ? 0 : this.#starts[word]!;
    if (word + 2 > this.#starts.length) {
      const starts = new Uint32Array(this.#starts.length * 2);
      starts.set(this.#starts);
      this.#starts = starts;
    }
    if (at + phones.length > this.#phones.length) {
      const grown = new Uint8Array(Math.max(this.#phones.length * 2, at + phones.length));
      grown.set(this.#phones);
      this.#phones = grown;
    }
    this.#phones.set(phones, at);
    this.#starts[word + 1] = at + phones.length;
  }

  #merged(): Uint32Array {
    const known = this.#order;
    const fresh = Uint32Array.from({ length: this.#size - known.length }, (_, i) => known.length + i).sort((a, b) => this.#compare(a, b));
    const merged = new Uint32Array(this.#size);
    let at = 0;
    let next = 0;
    for (const word of fresh) {
      while (next < known.length && this.#compare(known[next]!, word) < 0) merged[at++] = known[next++]!;
      merged[at++] = word;
    }
    merged.set(known.subarray(next), at);
    return merged;
  }

  #compare(a: number, b: number): number {
    const startA = this.#starts[a]!;
    const startB = this.#starts[b]!;
    const lengthA = this.#starts[a + 1]! - startA;
    const lengthB = this.#starts[b + 1]! - startB;
    const shorter = Math.min(lengthA, lengthB);
    for (let i = 0; i < shorter; i++) {
      const difference = this.#phones[startA + i]! - this.#phones[startB + i]!;
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB || a - b;
  }

  #beginningsOf(order: Uint32Array): Uint32Array {
    const beginnings = new Uint32Array(PHONE_COUNT * (PHONE_COUNT + 1) + 2);
    let silent = 0;
    for (const word of order) {
      const start = this.#starts[word]!;
      const length = this.lengthOf(word);
      if (length === 0) silent++;
      else beginnings[this.#phones[start]! * (PHONE_COUNT + 1) + (length === 1 ? 0 : this.#phones[start + 1]! + 1) + 1]!++;
    }
    // Words without sounds come first.
    beginnings[0] = silent;
    for (let i = 1; i < beginnings.length; i++) beginnings[i]! += beginnings[i - 1]!;
    return beginnings;
  }

  #sharedOf(order: Uint32Array): Uint8Array {
    const shared = new Uint8Array(order.length);
    for (let i = 1; i < order.length; i++) {
      const a = this.#starts[order[i - 1]!]!;
      const b = this.#starts[order[i]!]!;
      const most = Math.min(this.lengthOf(order[i - 1]!), this.lengthOf(order[i]!), 0xff);
      let same = 0;
      while (same < most && this.#phones[a + same] === this.#phones[b + same]) same++;
      shared[i] = same;
    }
    return shared;
  }
}

/** Some milliseconds of work. */
const WORDS_OF_STEP = 500;
const UNSORTED_WORDS = 4_000;
