/** Numbers for words and for their inflection classes, shared by the shards of an index. */

import { StringTable, type StringTableData } from './stringTable.ts';
import { classOf } from './words.ts';

/** All of a vocabulary as plain data, for a disk cache. */
export interface VocabularyData {
  readonly words: StringTableData;
  /** Class of each word. */
  readonly classes: Int32Array;
  /** What the words of each class have in common. */
  readonly classKeys: StringTableData;
}

export class Vocabulary {
  readonly #words: StringTable;
  readonly #classKeys: StringTable;
  /** Words whose class is known. */
  #interned = 0;
  /** Class of each word, and the next word of the same class or -1. */
  #classes: Int32Array;
  #next: Int32Array;
  /** First and last word of each class. */
  #first: Int32Array;
  #last: Int32Array;
  /** Words by first letter and length (see `shapeOf`), to find some without going through all. */
  readonly #byShape = new Map<number, number[]>();
  /** How many shards have each word; a word stays when the last of them goes, and isn't counted as known any more. */
  #users: Uint32Array;

  constructor(data?: VocabularyData) {
    const words = data?.classes.length ?? 0;
    const classes = data === undefined ? 0 : data.classKeys.starts.length - 1;
    this.#words = new StringTable(data?.words, words);
    this.#classKeys = new StringTable(data?.classKeys, classes);
    const size = Math.max(1024, words);
    this.#classes = new Int32Array(size);
    this.#next = new Int32Array(size);
    this.#users = new Uint32Array(size);
    this.#first = new Int32Array(Math.max(1024, classes)).fill(-1);
    this.#last = new Int32Array(Math.max(1024, classes));
    for (let id = 0; id < words; id++) this.#put(id, data!.classes[id]!);
  }

  get size(): number {
    return this.#words.size;
  }

  get data(): VocabularyData {
    return { words: this.#words.data, classes: this.#classes.subarray(0, this.size), classKeys: this.#classKeys.data };
  }

  /** The number of a word's key, or of a part of a text as `fold` makes it a key; a new one if need be. */
  intern(text: string, start = 0, end = text.length, hash?: number): number {
    const id = this.#words.intern(text, start, end, hash);
    return id < this.#interned ? id : this.#learn(id);
  }

  word(id: number): string {
    return this.#words.at(id);
  }

  /** A shard with these words has come into an index, or has gone from it. */
  count(types: Uint32Array, change: 1 | -1): void {
    for (const id of types) this.#users[id] = this.#users[id]! + change;
  }

  /** Whether a shard of an index has the word now. */
  isUsed(key: string): boolean {
    const id = this.#words.find(key);
    return id >= 0 && this.#users[id]! > 0;
  }

  /** Whether a shard of an index has a word of this one's class now. */
  isClassUsed(key: string): boolean {
    const wordClass = this.classOfKey(key);
    return wordClass !== undefined && this.membersOf(wordClass).some((id) => this.#users[id]! > 0);
  }

  idOf(key: string): number | undefined {
    const id = this.#words.find(key);
    return id < 0 ? undefined : id;
  }

  /** The class of a known word. */
  classOf(id: number): number {
    return this.#classes[id]!;
  }

  /** The class of a word, known or not; undefined when no word of its class is known. */
  classOfKey(key: string): number | undefined {
    const id = this.#words.find(key);
    const wordClass = id < 0 ? this.#classKeys.find(classOf(key)) : this.#classes[id]!;
    return wordClass < 0 ? undefined : wordClass;
  }

  /** The words of a class, in the order they came. */
  membersOf(wordClass: number): readonly number[] {
    const members: number[] = [];
    for (let id = this.#first[wordClass]!; id >= 0; id = this.#next[id]!) members.push(id);
    return members;
  }

  /** Words of the index that begin with these letters and aren't them, the 20 shortest, whatever came first. */
  wordsWithPrefix(prefix: string): readonly string[] {
    const found: string[] = [];
    for (const [shape, ids] of this.#byShape) {
      if ((shape & 0xffff) !== prefix.charCodeAt(0) || shape >>> 16 <= prefix.length) continue;
      for (const id of ids) if (this.#users[id]! > 0 && this.#startsWith(id, prefix)) found.push(this.word(id));
    }
    return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, 20);
  }

  /** Numbers of the words with a first letter and at least `shortest`, at most `longest` UTF-16 units. */
  wordsOfShape(letter: string, shortest: number, longest: number): readonly number[] {
    const found: number[] = [];
    for (let length = Math.max(1, shortest); length <= longest; length++) {
      for (const id of this.#byShape.get(shapeOf(letter.charCodeAt(0), length)) ?? []) found.push(id);
    }
    return found;
  }

  #startsWith(id: number, prefix: string): boolean {
    for (let i = 1; i < prefix.length; i++) if (this.#words.unitOf(id, i) !== prefix.charCodeAt(i)) return false;
    return true;
  }

  #learn(id: number): number {
    if (id >= this.#classes.length) {
      this.#classes = grown(this.#classes);
      this.#next = grown(this.#next);
      this.#users = grown(this.#users);
    }
    const wordClass = this.#classKeys.intern(classOf(this.word(id)));
    if (wordClass >= this.#first.length) {
      const size = this.#first.length;
      this.#first = grown(this.#first).fill(-1, size);
      this.#last = grown(this.#last);
    }
    this.#put(id, wordClass);
    return id;
  }

  #put(id: number, wordClass: number): void {
    this.#interned = id + 1;
    this.#classes[id] = wordClass;
    this.#next[id] = -1;
    const shape = shapeOf(this.#words.unitOf(id, 0), this.#words.lengthOf(id));
    const alike = this.#byShape.get(shape);
    if (alike === undefined) this.#byShape.set(shape, [id]);
    else alike.push(id);
    if (this.#first[wordClass]! < 0) this.#first[wordClass] = id;
    else this.#next[this.#last[wordClass]!] = id;
    this.#last[wordClass] = id;
  }
}

/** First letter and length of a word as one number. */
function shapeOf(letter: number, length: number): number {
  return (letter | (Math.min(0xffff, length) << 16)) >>> 0;
}

function grown<T extends Int32Array | Uint32Array>(array: T): T {
  const result = array instanceof Int32Array ? new Int32Array(array.length * 2) : new Uint32Array(array.length * 2);
  result.set(array);
  return result as T;
}
