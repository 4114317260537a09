/** Aligns the letters of a short form with the words of an expansion: the cheapest reading, as in Schwartz and Hearst but with costs. */

import { ALPHANUMERIC, BEYOND, eachMatch, isApostrophe, LETTER, mayGoOn, runEnd, sortAt, UNSURE } from '../text/eachMatch.ts';
import type { Span } from '../text/span.ts';

/** A word of the text; the parts of "mean-field" are two words. */
export interface Word extends Span {
  /** In lower case, as letters are compared. */
  readonly text: string;
  /** Units at which an inner part begins in capitals (the T of "HyperText"). */
  readonly humps: string;
  /** Whether only a hyphen stands before it. */
  readonly isHyphenated: boolean;
  /** What separates it from the word before: nothing of note, a comma, or something no expansion goes across. */
  readonly border: 'none' | 'comma' | 'break';
}

export interface Alignment {
  /** Indices of the first and the last word of the expansion. */
  readonly first: number;
  readonly last: number;
  /** 0 when every letter begins a word and every word begins with a letter. */
  readonly cost: number;
}

/** Visits the words of a text, by their offsets. */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  eachMatch(text, WORD, plainWordEnd, visit);
}

/** All words of a text, in order. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let before = -1;
  eachWord(text, (index, end) => {
    const word = text.slice(index, end);
    const gap = before < 0 ? '' : text.slice(before, Math.min(index, before + LONGEST_GAP));
    const small = word.toLowerCase();
    words.push({
      start: index,
      end,
      text: small,
      humps: small === word ? '' : humpsOf(word),
      isHyphenated: gap !== ' ' && /^ ?[-‐‑] ?$/.test(gap),
      border: borderOf(gap),
    });
    before = end;
  });
  return words;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** The end of a word of ASCII, with what stands behind its apostrophe. */
function plainWordEnd(text: string, at: number): number {
  const sort = sortAt(text, at);
  if (sort === 0) return at;
  const end = runEnd(text, at, ALPHANUMERIC);
  if (end === at || mayGoOn(text, end)) return UNSURE;
  if (!isApostrophe(text.charCodeAt(end)) || sortAt(text, end + 1) === 0) return end;
  const behind = runEnd(text, end + 1, LETTER);
  if (sortAt(text, behind) === BEYOND && !(behind > end + 1 && isApostrophe(text.charCodeAt(behind)))) return UNSURE;
  return behind > end + 1 ? behind : end;
}

/**
 * The cheapest expansion of `letters` that ends with word `last` and begins no earlier than word `from`. The first
 * letter begins the first word; undefined when the letters are not in the words in this order.
 */
export function alignBackwards(letters: string, words: readonly Word[], from: number, last: number): Alignment | undefined {
  return cheapest(letters, words, from, last, 'first');
}

/** The cheapest expansion of `letters` that begins with word `first` and ends no later than word `to`. */
export function alignForwards(letters: string, words: readonly Word[], first: number, to: number): Alignment | undefined {
  return cheapest(letters, words, first, to, 'last');
}

/** How many words an expansion may have: Schwartz and Hearst's bound, min(n + 5, 2n), with room for one hyphenated word more. */
export function longestExpansion(letters: string): number {
  return Math.min(letters.length + 5, letters.length * 2 + 1);
}

/** What the text between two words does to an expansion. */
function borderOf(gap: string): Word['border'] {
  if (gap === ' ') return 'none';
  if (gap === '' || /[.;:!?…()[\]{}<>"“”|=—]| – |\n\n/.test(gap)) return 'break';
  return gap.includes(',') ? 'comma' : 'none';
}

/** What stands between two words is judged by its first few units. */
const LONGEST_GAP = 8;

const INSIDE_MATCHED_WORD = 1;
const INSIDE_UNMATCHED_WORD = 3;
const SKIPPED_WORD = 2;
const SKIPPED_STOP_WORD = 0.25;
const SKIPPED_PART = 0.5;

/** Words that short forms usually leave out. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and as at by de for from in into its la no of on or per that the to under upon via with without your'.split(' '),
);

/**
 * Dynamic programming over words: `costs[i]` is the least cost at which the first i letters are read in the words so
 * far. The free end of the expansion is the one named; at the other end it must meet the given word.
 */
function cheapest(letters: string, words: readonly Word[], from: number, to: number, free: 'first' | 'last'): Alignment | undefined {
  const n = letters.length;
  let states: (Reading | undefined)[] = [{ cost: 0, first: -1 }];
  let best: Alignment | undefined;
  for (let w = from; w <= to; w++) {
    const word = words[w]!;
    const next: (Reading | undefined)[] = [];
    for (let i = 0; i < n; i++) {
      const state = i === 0 ? (free === 'first' || w === from ? { cost: 0, first: w } : undefined) : states[i];
      if (state === undefined) continue;
      if (i > 0) improve(next, i, { cost: state.cost + skipCost(word), first: state.first });
      for (const { read, cost } of readings(letters, i, word)) improve(next, i + read, { cost: state.cost + cost, first: state.first });
    }
    states = next;
    const done = next[n];
    if (done === undefined || (free === 'first' && w !== to)) continue;
    if (best === undefined || done.cost < best.cost) best = { first: done.first, last: w, cost: done.cost };
  }
  return best;
}

interface Reading {
  readonly cost: number;
  readonly first: number;
}

function improve(states: (Reading | undefined)[], i: number, reading: Reading): void {
  const known = states[i];
  // Of two equally cheap readings the later, shorter one is kept.
  if (known === undefined || reading.cost < known.cost || (reading.cost === known.cost && reading.first > known.first)) states[i] = reading;
}

function skipCost(word: Word): number {
  if (STOP_WORDS.has(word.text)) return SKIPPED_STOP_WORD;
  return word.isHyphenated ? SKIPPED_PART : SKIPPED_WORD;
}

/** The ways in which a word can stand for the letters from `i` on. */
function* readings(letters: string, i: number, word: Word): Iterable<{ read: number; cost: number }> {
  const isInitial = word.text.startsWith(letters[i]!) || (letters[i] === '&' && word.text === 'and');
  if (!isInitial) {
    // "eXtensible": a first letter may be dropped, but the expansion itself can't begin inside a word.
    if (i > 0 && word.text.indexOf(letters[i]!, 1) > 0) yield { read: 1, cost: INSIDE_UNMATCHED_WORD };
    return;
  }
  yield { read: 1, cost: 0 };
  let at = 1;
  let cost = 0;
  for (let read = 1; i + read < letters.length; read++) {
    const found = word.text.indexOf(letters[i + read]!, at);
    if (found < 0) return;
    cost += word.humps[found] === '1' || isNumber(word.text) ? 0 : INSIDE_MATCHED_WORD;
    at = found + 1;
    yield { read: read + 1, cost };
  }
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** A string of '0' and '1', '1' where a capital follows a small letter; empty where none does. */
function humpsOf(word: string): string {
  if (!/\p{Ll}\p{Lu}/u.test(word)) return '';
  return [...word].map((unit, i, units) => (HUMP.test(`${units[i - 1] ?? ''}${unit}`) ? '1' : '0').repeat(unit.length)).join('');
}

const HUMP = /^\p{Ll}\p{Lu}$/u;
