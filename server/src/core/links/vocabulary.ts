/** Numbers for words and for their inflection classes, shared by the shards of an index. */

import { classOf } from './words.ts';

/** All of a vocabulary as plain data, for a disk cache. */
export interface VocabularyData {
  readonly words: readonly string[];
  /** Class of each word. */
  readonly classes: Int32Array;
  /** What the words of each class have in common. */
  readonly classKeys: readonly string[];
}

export class Vocabulary {
  readonly #ids: Map<string, number>;
  readonly #words: string[];
  readonly #classIds: Map<string, number>;
  /** Class of each word, and the next word of the same class or -1. */
  #classes: Int32Array;
  #next: Int32Array;
  /** First and last word of each class. */
  #first: Int32Array;
  #last: Int32Array;
  /** First letter and length of each word, to go through all of them quickly. */
  #shapes: Uint32Array;
  #classCount = 0;
  /** How many shards have each word; a word stays when the last of them goes, and isn't counted as known any more. */
  #users: Uint32Array;

  constructor({ words, classes, classKeys }: VocabularyData = { words: [], classes: new Int32Array(0), classKeys: [] }) {
    this.#words = [...words];
    this.#ids = new Map();
    this.#classIds = new Map();
    const size = Math.max(1024, words.length);
    this.#classes = new Int32Array(size);
    this.#next = new Int32Array(size);
    this.#shapes = new Uint32Array(size);
    this.#users = new Uint32Array(size);
    this.#first = new Int32Array(Math.max(1024, classKeys.length));
    this.#last = new Int32Array(Math.max(1024, classKeys.length));
    for (const key of classKeys) this.#addClass(key);
    for (const [id, word] of words.entries()) {
      this.#ids.set(word, id);
      this.#put(id, word, classes[id]!);
    }
  }

  get size(): number {
    return this.#words.length;
  }

  get data(): VocabularyData {
    return { words: this.#words, classes: this.#classes.subarray(0, this.#words.length), classKeys: [...this.#classIds.keys()] };
  }

  /** The number of a word's key, a new one if need be. */
  intern(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#words.length;
    const own = detached(key);
    this.#ids.set(own, id);
    this.#words.push(own);
    if (id >= this.#classes.length) {
      this.#classes = grown(this.#classes);
      this.#next = grown(this.#next);
      this.#shapes = grown(this.#shapes);
      this.#users = grown(this.#users);
    }
    const classKey = classOf(own);
    this.#put(id, own, this.#classIds.get(classKey) ?? this.#addClass(classKey));
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
    return wordClass !== undefined && this.membersOf(wordClass).some((id) => this.#users[id]! > 0);
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
    const id = this.#ids.get(key);
    return id === undefined ? this.#classIds.get(classOf(key)) : this.#classes[id];
  }

  /** The words of a class, in the order they came. */
  membersOf(wordClass: number): readonly number[] {
    const members: number[] = [];
    for (let id = this.#first[wordClass]!; id >= 0; id = this.#next[id]!) members.push(id);
    return members;
  }

  /** Words of the index that begin with these letters and aren't them, the 20 shortest, whatever came first. Goes through all words. */
  wordsWithPrefix(prefix: string): readonly string[] {
    const found: string[] = [];
    const first = prefix.charCodeAt(0);
    for (let id = 0; id < this.#words.length; id++) {
      const shape = this.#shapes[id]!;
      if ((shape & 0xffff) !== first || shape >>> 16 <= prefix.length || this.#users[id] === 0) continue;
      const word = this.#words[id]!;
      if (word.startsWith(prefix)) found.push(word);
    }
    return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, 20);
  }

  /** Numbers of the words with a first letter and at least `shortest`, at most `longest` UTF-16 units. Goes through all words. */
  wordsOfShape(letter: string, shortest: number, longest: number): readonly number[] {
    const found: number[] = [];
    const first = letter.charCodeAt(0);
    for (let id = 0; id < this.#words.length; id++) {
      const shape = this.#shapes[id]!;
      if ((shape & 0xffff) === first && shape >>> 16 >= shortest && shape >>> 16 <= longest) found.push(id);
    }
    return found;
  }

  #put(id: number, word: string, wordClass: number): void {
    this.#classes[id] = wordClass;
    this.#next[id] = -1;
    this.#shapes[id] = (word.charCodeAt(0) | (Math.min(0xffff, word.length) << 16)) >>> 0;
    if (this.#first[wordClass]! < 0) this.#first[wordClass] = id;
    else this.#next[this.#last[wordClass]!] = id;
    this.#last[wordClass] = id;
  }

  #addClass(key: string): number {
    const id = this.#classCount++;
    if (id >= this.#first.length) {
      this.#first = grown(this.#first);
      this.#last = grown(this.#last);
    }
    this.#classIds.set(key, id);
    this.#first[id] = -1;
    return id;
  }
}

function grown<T extends Int32Array | Uint32Array>(array: T): T {
  const result = array instanceof Int32Array ? new Int32Array(array.length * 2) : new Uint32Array(array.length * 2);
  result.set(array);
  return result as T;
}

/** A copy with characters of its own: engines keep a long slice as a view, which would keep the whole file alive. */
function detached(key: string): string {
  return key.length < SHORTEST_VIEW ? key : Array.from({ length: key.length }, (_, i) => String.fromCharCode(key.charCodeAt(i))).join('');
}

/** Engines copy slices that are shorter than this. */
const SHORTEST_VIEW = 13;
