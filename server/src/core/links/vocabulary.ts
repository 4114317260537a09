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
  /** How many shards have each word; a word stays when the last of them goes, and isn't counted as known any more. */
  #users = new Uint32Array(1024);

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
        const users = new Uint32Array(grown.length);
        users.set(this.#users);
        this.#users = users;
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

  /** A shard with these words has come into an index, or has gone from it. */
  count(types: Uint32Array, change: 1 | -1): void {
    for (const id of types) this.#users[id] = this.#users[id]! + change;
  }

  /** Whether a shard of an index has the word now. */
  isUsed(key: string): boolean {
    const id = this.#ids.get(key);
    return id !== undefined && this.#users[id]! > 0;
  }

  /** Whether a shard of an index has a word of this one's class now. */
  isClassUsed(key: string): boolean {
    const wordClass = this.classOfKey(key);
    return wordClass !== undefined && this.#members[wordClass]!.some((id) => this.#users[id]! > 0);
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

  /** Words of the index that begin with these letters and aren't them, the 20 shortest, whatever came first. Goes through all words. */
  wordsWithPrefix(prefix: string): readonly string[] {
    return this.#words
      .filter((word, id) => word.startsWith(prefix) && word !== prefix && this.#users[id]! > 0)
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .slice(0, 20);
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
