/** Numbers for words and for their inflection classes, shared by the shards of an index. */

import { classOf } from './words.ts';

export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #classIds = new Map<string, number>();
  /** Class of each word. */
  #classes = new Int32Array(1024);
  /** Words of each class, in the order they came. */
  readonly #members: number[][] = [];

  get size(): number {
    return this.#words.length;
  }

  /** The number of a word's key, a new one if need be. */
  intern(key: string): number {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#words.length;
      this.#ids.set(key, id);
      this.#words.push(key);
      if (id >= this.#classes.length) {
        const grown = new Int32Array(this.#classes.length * 2);
        grown.set(this.#classes);
        this.#classes = grown;
      }
      const wordClass = this.#internClass(classOf(key));
      this.#classes[id] = wordClass;
      this.#members[wordClass]!.push(id);
    }
    return id;
  }

  word(id: number): string {
    return this.#words[id]!;
  }

  idOf(key: string): number | undefined {
    return this.#ids.get(key);
  }

  /** The class of a known word. */
  classOf(id: number): number {
    return this.#classes[id]!;
  }

  /** The class of a word, known or not; undefined when no word of its class is known. */
  classOfKey(key: string): number | undefined {
    return this.#classIds.get(classOf(key));
  }

  membersOf(wordClass: number): readonly number[] {
    return this.#members[wordClass]!;
  }

  /** Words that begin with these letters and aren't them, at most 20. Goes through all words. */
  wordsWithPrefix(prefix: string): readonly string[] {
    const found: string[] = [];
    for (const word of this.#words) if (word.startsWith(prefix) && word !== prefix && found.push(word) === 20) break;
    return found;
  }

  #internClass(key: string): number {
    let id = this.#classIds.get(key);
    if (id === undefined) {
      id = this.#members.length;
      this.#classIds.set(key, id);
      this.#members.push([]);
    }
    return id;
  }
}
