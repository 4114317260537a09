/** Numbers for strings, in a hash table over one array of UTF-16 units: a string is found by a part of a text, without being cut out. */

import { finishHash, HASH_SEED, mixUnit } from '../text/hash.ts';
import { fold } from './plainWords.ts';

/** For a disk cache. */
export interface StringTableData {
  /** The strings, one after another. */
  readonly units: Uint16Array;
  /** First unit of each string, and their number. */
  readonly starts: Uint32Array;
}

export class StringTable {
  #units: Uint16Array;
  #starts: Uint32Array;
  #size: number;
  /**
   * At a place that a string's hash tells, or one of the next: its number plus one in the low bits, as many as it takes to number the
   * places, and the high bits of its hash above them. 0 is free. Never more than half full, so that the number fits.
   */
  #slots = new Uint32Array(0);
  /** As strings, as far as somebody asked. */
  readonly #strings: (string | undefined)[] = [];

  constructor(data: StringTableData = { units: new Uint16Array(4096), starts: new Uint32Array(1024) }, size = 0) {
    this.#units = data.units;
    this.#starts = data.starts;
    this.#size = size;
    for (let id = 0; id < size; id++) this.#strings.push(undefined);
    this.#rehash(size);
  }

  get size(): number {
    return this.#size;
  }

  get data(): StringTableData {
    return { units: this.#units.subarray(0, this.#starts[this.#size]), starts: this.#starts.subarray(0, this.#size + 1) };
  }

  /** The number of a part of a text, folded; -1 when it isn't known. */
  find(text: string, start = 0, end = text.length): number {
    return (this.#slots[this.#slotOf(text, start, end, hashOf(text, start, end))]! & (this.#slots.length - 1)) - 1;
  }

  /** The number of a part of a text, folded; a new one if need be, which is the size before. */
  intern(text: string, start = 0, end = text.length, hash = hashOf(text, start, end)): number {
    const slot = this.#slotOf(text, start, end, hash);
    const known = this.#slots[slot]!;
    const mask = this.#slots.length - 1;
    if (known !== 0) return (known & mask) - 1;
    const id = this.#size++;
    if (id + 1 >= this.#starts.length) this.#starts = longer(this.#starts, id + 2);
    const at = this.#starts[id]!;
    if (at + end - start > this.#units.length) {
      const units = new Uint16Array(Math.max(this.#units.length * 2, at + end - start));
      units.set(this.#units);
      this.#units = units;
    }
    for (let i = start; i < end; i++) this.#units[at + i - start] = fold(text.charCodeAt(i));
    this.#starts[id + 1] = at + end - start;
    this.#strings.push(undefined);
    this.#slots[slot] = (hash & ~mask) | (id + 1);
    if (this.#size * 2 >= this.#slots.length) this.#rehash(this.#size);
    return id;
  }

  at(id: number): string {
    return (this.#strings[id] ??= this.#read(id));
  }

  /** UTF-16 units of a string. */
  lengthOf(id: number): number {
    return this.#starts[id + 1]! - this.#starts[id]!;
  }

  /** A unit of a string; NaN behind its end. */
  unitOf(id: number, at: number): number {
    return at < this.lengthOf(id) ? this.#units[this.#starts[id]! + at]! : Number.NaN;
  }

  #read(id: number): string {
    const start = this.#starts[id]!;
    const end = this.#starts[id + 1]!;
    let text = '';
    for (let i = start; i < end; i += UNITS_AT_ONCE) {
      text += String.fromCharCode(...this.#units.subarray(i, Math.min(end, i + UNITS_AT_ONCE)));
    }
    return text;
  }

  /** Where a string is, or where it would have to be put. */
  #slotOf(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]!;
      if (entry === 0) return slot;
      if (((entry ^ hash) & ~mask) === 0 && this.#is((entry & mask) - 1, text, start, end)) return slot;
    }
  }

  #is(id: number, text: string, start: number, end: number): boolean {
    const at = this.#starts[id]!;
    if (this.#starts[id + 1]! - at !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#units[at + i - start] !== fold(text.charCodeAt(i))) return false;
    return true;
  }

  #hashOfUnits(start: number, end: number): number {
    let hash = HASH_SEED;
    for (let i = start; i < end; i++) hash = mixUnit(hash, this.#units[i]!);
    return finishHash(hash);
  }

  #rehash(size: number): void {
    let length = 2048;
    while (length <= size * 2) length *= 2;
    this.#slots = new Uint32Array(length);
    const mask = length - 1;
    for (let id = 0; id < size; id++) {
      const hash = this.#hashOfUnits(this.#starts[id]!, this.#starts[id + 1]!);
      let slot = hash & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = (hash & ~mask) | (id + 1);
    }
  }
}

/** The hash of a part of a text, folded. */
function hashOf(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let i = start; i < end; i++) hash = mixUnit(hash, fold(text.charCodeAt(i)));
  return finishHash(hash);
}

function longer(array: Uint32Array, length: number): Uint32Array {
  const result = new Uint32Array(Math.max(array.length * 2, length));
  result.set(array);
  return result;
}

/** Arguments of one call. */
const UNITS_AT_ONCE = 4096;
