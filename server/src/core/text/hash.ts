/** Hashes of contents, to tell whether a file is still the one that something was made from; not for secrets. */

import { finish } from './steps.ts';

/** 64 bits of hash and the length of a text's UTF-16 units, or of bytes, in base 36. */
export function contentHash(content: string | Uint8Array): string {
  const { length } = content;
  let a = 0xdeadbeef ^ length;
  let b = 0x41c6ce57 ^ length;
  // Two lanes of multiply and xor, mixed into each other at the end, after cyrb53 (public domain), with all bits kept.
  for (let i = 0; i < length; i++) {
    const unit = typeof content === 'string' ? content.charCodeAt(i) : content[i]!;
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
    // The product's low bits know nothing of the high ones.
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  const first = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  const second = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return `${base36(first ^ (first >>> 15))}${base36(second ^ (second >>> 14))}${length.toString(36)}`;
}

/** 32 bits of the bytes from `start` on, to notice damage: a change of four bytes in a row is always noticed. */
export function checksum(bytes: Uint8Array, start = 0): number {
  return finish(checksumInSteps(bytes, start));
}

/** As `checksum`; yields every few milliseconds. */
export function* checksumInSteps(bytes: Uint8Array, start = 0): Generator<void, number> {
  let sum = 0x811c9dc5 ^ bytes.length;
  const words = (bytes.length - start) >> 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, words * 4);
  for (let from = 0; from < words; from += WORDS_OF_STEP) {
    sum = sumOf(view, from, Math.min(words, from + WORDS_OF_STEP), sum);
    if (from + WORDS_OF_STEP < words) yield;
  }
  for (let i = start + words * 4; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  return (sum ^ (sum >>> 13)) >>> 0;
}

/** Where a hash of single units begins that goes through `mixUnit` for each and through `finishHash` at last: FNV-1a, 16 bits at a time. */
export const HASH_SEED = 0x811c9dc5 | 0;

export function mixUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Mixes high bits into low ones, which tables make their places of. */
export function finishHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function sumOf(view: DataView, from: number, to: number, before: number): number {
  let sum = before;
  for (let i = from; i < to; i++) {
    sum = Math.imul(sum ^ view.getInt32(i * 4, true), 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum;
}

/** Of four bytes: a millisecond or two. */
const WORDS_OF_STEP = 1 << 19;

function base36(number: number): string {
  return (number >>> 0).toString(36).padStart(7, '0');
}
