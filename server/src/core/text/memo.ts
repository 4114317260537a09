/** Remembers what was made of pieces of text lately: of those that an edit leaves as they are, nothing is made again. */

import { ownString } from './ownString.ts';

/**
 * What a function without side effects has made of strings, in bounded memory: it knows the last different ones that are `most`
 * UTF-16 units together, and up to as much before them. For sentences it doesn't matter whose they are, so one of these may serve all files.
 */
export class Memo<T> {
  readonly #most: number;
  #units = 0;
  #current = new Map<string, T>();
  #previous = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What `make` returns for the key; it must depend on nothing else. */
  of(key: string, make: (key: string) => T): T {
    const recent = this.#current.get(key);
    if (recent !== undefined) return recent;
    const known = this.#previous.get(key);
    // A string of its own: a part of a text would keep the whole text.
    const value = known ?? make(key);
    if (this.#units >= this.#most) {
      this.#previous = this.#current;
      this.#current = new Map();
      this.#units = 0;
    }
    this.#units += key.length;
    this.#current.set(ownString(key), value);
    return value;
  }
}

/** UTF-16 units: twice an answer of ten minutes. What is known of a sentence takes some thirty bytes for each. */
export const SENTENCES_KNOWN = 16_000;
