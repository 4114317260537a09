/** Keeps the texts of cues in about a byte for each word: a word is its key with a case, and most separators are of a few kinds. */

import { decodeUtf8, encodeUtf8 } from '../text/utf8.ts';
import { CAPITAL, CAPITALS, LITERAL, PLAIN, type PlainWords } from './plainWords.ts';
import type { Word } from './words.ts';

/** Bytes that grow as they are written. */
export class Bytes {
  #bytes = new Uint8Array(16_384);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = byte;
  }

  /** The length in bytes, seven bits at a time, and the text as UTF-8. */
  pushText(text: string): void {
    const encoded = encodeUtf8(text);
    let rest = encoded.length;
    for (; rest > 0x7f; rest >>>= 7) this.push(0x80 | (rest & 0x7f));
    this.push(rest);
    if (this.#length + encoded.length > this.#bytes.length) this.#grow(encoded.length);
    this.#bytes.set(encoded, this.#length);
    this.#length += encoded.length;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(by: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Writes a text of which the words are known. */
export function writeCueText(text: string, words: readonly Word[], bytes: Bytes): void {
  let at = 0;
  for (const { key, start, end } of words) {
    const written = text.slice(start, end);
    const letterCase =
      written === key ? PLAIN : written === capitalised(key) ? CAPITAL : written === key.toUpperCase() ? CAPITALS : LITERAL;
    writeWord(text, at, start, end, letterCase, bytes);
    at = end;
  }
  writeRest(text, at, bytes);
}

/** As `writeCueText`, for a text of which the plain words were just found. */
export function writePlainCueText(text: string, { starts, ends, letterCases }: PlainWords, count: number, bytes: Bytes): void {
  let at = 0;
  for (let i = 0; i < count; i++) {
    writeWord(text, at, starts[i]!, ends[i]!, letterCases[i]!, bytes);
    at = ends[i]!;
  }
  writeRest(text, at, bytes);
}

/** A word and what stands before it, from `at` on. */
function writeWord(text: string, at: number, start: number, end: number, letterCase: number, bytes: Bytes): void {
  const separator = at === start ? 0 : start === at + 1 && text.charCodeAt(at) === BLANK ? 1 : separatorOf(text.slice(at, start));
  bytes.push(separator * 4 + letterCase);
  if (separator === OTHER) bytes.pushText(text.slice(at, start));
  if (letterCase === LITERAL) bytes.pushText(text.slice(start, end));
}

function writeRest(text: string, at: number, bytes: Bytes): void {
  if (at === text.length) return;
  const separator = separatorOf(text.slice(at));
  bytes.push(separator * 4);
  if (separator === OTHER) bytes.pushText(text.slice(at));
}

/** What stands in a cue, as far as it was asked for. */
export interface CueReading {
  readonly text: string;
  /** Offset in the text at which each word begins, and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Reads a text back, given the keys of its words. */
export function readCueText(bytes: Uint8Array, from: number, to: number, keyOf: (word: number) => string, count: number): CueReading {
  const reader = new Reader(bytes, from);
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let word = 0; reader.at < to; word++) {
    const code = bytes[reader.at++]!;
    text += reader.separator(code >> 2);
    if (word >= count) break;
    starts.push(text.length);
    text += reader.word(code & 3, keyOf(word));
    ends.push(text.length);
  }
  return { text, starts, ends };
}

/** Whether a word of a cue is written with a capital first letter, or can't be told without reading it. */
export function mayBeCapital(bytes: Uint8Array, from: number, word: number): boolean {
  const reader = new Reader(bytes, from);
  for (let i = 0; ; i++) {
    const code = bytes[reader.at++]!;
    if (i === word) return (code & 3) !== PLAIN;
    reader.skip(code);
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  separator(code: number): string {
    return code === OTHER ? this.#text() : SEPARATORS[code]!;
  }

  word(letterCase: number, key: string): string {
    if (letterCase === PLAIN) return key;
    if (letterCase === CAPITAL) return capitalised(key);
    return letterCase === CAPITALS ? key.toUpperCase() : this.#text();
  }

  skip(code: number): void {
    if (code >> 2 === OTHER) this.#skipText();
    if ((code & 3) === LITERAL) this.#skipText();
  }

  #text(): string {
    const length = this.#length();
    this.at += length;
    return decodeUtf8(this.#bytes, this.at - length, this.at);
  }

  #skipText(): void {
    const length = this.#length();
    this.at += length;
  }

  #length(): number {
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.at++]!;
      length += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return length;
    }
  }
}

function capitalised(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

function separatorOf(text: string): number {
  return SEPARATOR_CODES.get(text) ?? OTHER;
}

const BLANK = 32;
/** What stands between words, or before the first or after the last; the order is part of the cache's format. */
const SEPARATORS: readonly string[] = [
  ...['', ' ', ', ', '. ', '? ', '! ', '-', '.', ',', '?', '!', '; ', ': ', ' - ', ' – ', ' — ', '—', '–', '... ', '...', '… ', '…'],
  ...[' "', '" ', ', "', '." ', '."', ' “', '” ', ', “', '.” ', '.”', ' (', ') ', '(', ')', '). ', '), ', '/', '"', '“', '”', "' ", " '"],
  ...['>> ', ' >> ', '. >> ', '? >> ', '[', ']', '] ', ' [', '- ', '. - ', ' $', '% ', '%', '_', ':', '。', '，', '、', '’ '],
].slice(0, 63);
const SEPARATOR_CODES: ReadonlyMap<string, number> = new Map(SEPARATORS.map((separator, code) => [separator, code]));
const OTHER = 63;
