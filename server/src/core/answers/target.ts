/** Reads duration targets such as `(≈ 30 seconds)`, `(1–2 min)` or `— 2 min`: what they ask for and where they stand. */

import { shiftSpan, type Span } from '../text/span.ts';
import { ABOUT, AT_LEAST, AT_MOST, FILLERS, NUMBERS, PHRASES, PLACEHOLDERS, RANGE, UNITS } from './targetWords.ts';

/** How long an answer should take to say. */
export interface Target {
  /** 0 when only an upper bound is given. */
  readonly minSeconds: number;
  /** Infinity when only a lower bound is given. */
  readonly maxSeconds: number;
  /** The target with its brackets or dash. */
  readonly span: Span;
}

/** Why something that looks like a target can't be one. */
export type TargetProblem = 'no-number' | 'zero' | 'reversed' | 'clock' | 'too-long' | 'unreadable';

export type ParsedTarget =
  { readonly minSeconds: number; readonly maxSeconds: number; readonly problem?: undefined } | { readonly problem: TargetProblem };

export interface FoundTarget {
  /** With brackets or dash; UTF-16 offsets into the text that was searched. */
  readonly span: Span;
  readonly parsed: ParsedTarget;
}

/**
 * Finds the target in a heading's plain text: the last bracket that holds a duration and nothing else, else a
 * duration after a dash at the end. A malformed target is found only where there is no good one.
 */
export function findTarget(heading: string): FoundTarget | undefined {
  // Nobody's heading is longer, and then the target stands at its end.
  const before = Math.max(0, heading.length - LONGEST_HEADING);
  const end = heading.slice(before);
  const found = [...bracketed(end).reverse(), ...dashed(end)].map(({ span, parsed }) => ({ span: shiftSpan(span, before), parsed }));
  return found.find(({ parsed }) => parsed.problem === undefined) ?? found[0];
}

/**
 * Reads the words of a target, without brackets. Undefined when the text is about something else; a problem when
 * it is a target that can't be met or understood. Never throws.
 */
export function parseTarget(text: string): ParsedTarget | undefined {
  if (text.length > LONGEST_TARGET || !mayHaveUnit(text)) return undefined;
  const words = readWords(text);
  if (words === undefined) return undefined;
  const meant = words.filter(({ kind }) => kind !== 'filler');
  const qualified = meant.some(({ kind }) => kind === 'about' || kind === 'most' || kind === 'least');
  const amounts = meant.filter(({ kind }) => kind === 'number' || kind === 'unit' || kind === 'range' || kind === 'clock');
  const unit = amounts.some(({ kind }) => kind === 'unit');
  const placeholder = meant.some(({ kind }) => kind === 'placeholder');
  if (placeholder) return unit ? { problem: 'no-number' } : undefined;
  if (!amounts.some(({ kind }) => kind === 'number' || kind === 'clock')) {
    return unit && qualified ? { problem: 'no-number' } : undefined;
  }
  if (!unit && !amounts.some(({ kind }) => kind === 'clock')) return undefined;
  return bounds(amounts, meant);
}

/** UTF-16 units of a heading that is searched for its target, from its end. */
const LONGEST_HEADING = 4_000;
/** `(? s)` and its like are short; a longer bracket is a remark. */
const LONGEST_TARGET = 60;
/** No answer and no interview is planned for longer than a day. */
const LONGEST_SECONDS = 24 * 3600;

/**
 * Whether there may be a unit or a time of day, without which nothing is a target: most brackets are about something else, and
 * to read the words of one takes many times as long. Of what is not ASCII nothing is said.
 */
function mayHaveUnit(text: string): boolean {
  // "10ish min", and what a word is without its ending.
  if (NOT_ASCII.test(text) || /["']|\d:\d|ish/i.test(text)) return true;
  for (const [word] of text.matchAll(/[a-z]+/gi)) {
    const small = word.toLowerCase();
    if (small === 'm' || UNITS.has(small)) return true;
  }
  return false;
}

const NOT_ASCII = /[^\p{ASCII}]/u;

function bracketed(heading: string): FoundTarget[] {
  const found: FoundTarget[] = [];
  for (const match of heading.matchAll(/[([（［【{]([^()[\]（）［］【】{}]{1,60})[)\]）］】}]/g)) {
    const parsed = parseTarget(match[1]!);
    if (parsed !== undefined) found.push({ span: { start: match.index, end: match.index + match[0].length }, parsed });
  }
  return found;
}

function dashed(heading: string): FoundTarget[] {
  const found: FoundTarget[] = [];
  const end = heading.trimEnd().length;
  for (const match of heading.matchAll(/(?:\s[-‐‑‒–—―−|·•]+\s|[—―])\s*/g)) {
    const content = heading.slice(match.index + match[0].length, end);
    if (content.length > LONGEST_TARGET) continue;
    const parsed = parseTarget(content);
    if (parsed !== undefined) found.push({ span: { start: match.index + /^\s*/.exec(match[0])![0].length, end }, parsed });
  }
  return found;
}

type Word =
  | { readonly kind: 'number' | 'unit' | 'clock'; readonly value: number }
  | { readonly kind: 'about' | 'most' | 'least' | 'range' | 'filler' | 'placeholder' };

/** The words of a target, or undefined at the first word that no target has. */
function readWords(text: string): readonly Word[] | undefined {
  const words: Word[] = [];
  const rest = normalise(text);
  const token =
    /\s*(?:(\d{1,3}):(\d{2})(?::(\d{2}))?(?![\d:])|(\d{1,12}(?:[.,]\d{1,6})?)|([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)\.?|(<=|>=|\?+|_+|\.{3}|…|[^\s\p{L}\p{M}\d,;:.]))[,;:.]?/uy;
  while (token.lastIndex < rest.trimEnd().length) {
    const match = token.exec(rest);
    if (match === null) return undefined;
    if (match[1] !== undefined) words.push(clock(match));
    else if (match[4] !== undefined) words.push({ kind: 'number', value: Number(match[4].replace(',', '.')) });
    else if (match[5] !== undefined) {
      const read = readLetters(match[5], words.at(-1));
      if (read === undefined) return undefined;
      words.push(...read);
    } else {
      const sign = classify(match[6]!, words.at(-1));
      if (sign === undefined) return undefined;
      words.push(sign);
    }
  }
  return words;
}

const FRACTIONS: Readonly<Record<string, string>> = { '¼': '.25', '½': '.5', '¾': '.75', '⅓': '.333', '⅔': '.667' };

/** One spelling for digits, spaces, fractions and multi-word phrases. */
function normalise(text: string): string {
  let result = text.replace(/(\d{0,9})\s?([¼½¾⅓⅔])/g, (_, whole: string, part: string) => ` ${whole || '0'}${FRACTIONS[part]!} `);
  result = result
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?!\p{ASCII})\p{Nd}/gu, (digit) => String(digitValue(digit)));
  result = result.replace(/(?:[\u00ad\u200b-\u200f\u202a-\u202e\u2060]|\ufe0e|\ufe0f)/g, '');
  result = result.replace(/[-\s]?ish\b/g, ' ≈ ').replace(/′′|''|”|“/g, '″');
  // "m" is minutes only where seconds follow, or where a sign says that a quantity of time is meant.
  result = result.replace(/(\d)\s*m(?=\s*\d)/g, '$1 min ').replace(/^(\s*[≈~≤<≥>]\s*\d{1,3}(?:\.\d)?)\s*m(\s*)$/, '$1 min$2');
  result = result.replace(/\b(\d)\s*[/⁄]\s*([248])\b/g, (_, above: string, below: string) => String(Number(above) / Number(below)));
  for (const [phrase, meaning] of PHRASES) result = result.replace(phrase, meaning);
  return result;
}

/** What a decimal digit of any script is worth: each script has its ten in order, and those before a digit are its smaller ones. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

function clock(match: RegExpExecArray): Word {
  const [, first, second, third] = match;
  const [a, b, c] = [Number(first), Number(second), third === undefined ? undefined : Number(third)];
  if (b > 59 || (c ?? 0) > 59) return { kind: 'clock', value: Number.NaN };
  return { kind: 'clock', value: c === undefined ? a * 60 + b : a * 3600 + b * 60 + c };
}

function classify(word: string, before: Word | undefined): Word | undefined {
  const amountBefore = before?.kind === 'number' || before?.kind === 'unit' || before?.kind === 'clock';
  // "~", "a" and "to" are also signs of a range, but only between two amounts.
  if (amountBefore && RANGE.has(word)) return { kind: 'range' };
  // Quotation marks are minutes and seconds only behind a number.
  if (/^["'″′]$/.test(word) && before?.kind !== 'number') return undefined;
  const unit = UNITS.get(word);
  if (unit !== undefined && !(before === undefined && FILLERS.has(word))) return { kind: 'unit', value: unit };
  const number = NUMBERS.get(word);
  if (number !== undefined) return { kind: 'number', value: number };
  if (ABOUT.has(word)) return { kind: 'about' };
  if (AT_MOST.has(word)) return { kind: 'most' };
  if (AT_LEAST.has(word)) return { kind: 'least' };
  if (FILLERS.has(word)) return { kind: 'filler' };
  if (PLACEHOLDERS.has(word)) return { kind: 'placeholder' };
  return undefined;
}

/** A run of letters: one word, or several where the script writes no spaces ("约两分钟"). */
function readLetters(run: string, before: Word | undefined): readonly Word[] | undefined {
  const whole = classify(run, before);
  if (whole !== undefined) return [whole];
  if (!/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)) return undefined;
  const words: Word[] = [];
  for (let i = 0; i < run.length;) {
    let length = Math.min(4, run.length - i);
    let word: Word | undefined;
    while (length > 0 && (word = classify(run.slice(i, i + length), words.at(-1) ?? before)) === undefined) length--;
    if (word === undefined) return undefined;
    words.push(word);
    i += length;
  }
  return words;
}

function bounds(amounts: readonly Word[], meant: readonly Word[]): ParsedTarget {
  const split = amounts.findIndex(({ kind }) => kind === 'range');
  const sides = split < 0 ? [amounts] : [amounts.slice(0, split), amounts.slice(split + 1)];
  if (sides.some((side) => side.length === 0)) return { problem: 'no-number' };
  const right = seconds(sides.at(-1)!, undefined);
  const left =
    sides.length === 1
      ? right
      : seconds(
          sides[0]!,
          sides[1]!.find(({ kind }) => kind === 'unit'),
        );
  if (left === undefined || right === undefined) return { problem: 'unreadable' };
  if (Number.isNaN(left) || Number.isNaN(right)) return { problem: 'clock' };
  if (left <= 0 && sides.length === 1) return { problem: 'zero' };
  if (right <= 0) return { problem: 'zero' };
  if (left > right) return { problem: 'reversed' };
  if (right > LONGEST_SECONDS) return { problem: 'too-long' };
  if (meant.some(({ kind }) => kind === 'most')) return { minSeconds: sides.length === 1 ? 0 : left, maxSeconds: right };
  if (meant.some(({ kind }) => kind === 'least')) return { minSeconds: left, maxSeconds: sides.length === 1 ? Infinity : right };
  return { minSeconds: left, maxSeconds: right };
}

/** Seconds of one side of a range: `1 min 30 s`, `1 min 30`, `1:30`, `2 ½ min`; `unit` is the other side's, for a side without one. */
function seconds(side: readonly Word[], unit: Word | undefined): number | undefined {
  let total = 0;
  let pending: number | undefined;
  let last: number | undefined;
  for (const word of side) {
    if (word.kind === 'clock') {
      if (pending !== undefined) return undefined;
      total += word.value;
      last = 60;
    } else if (word.kind === 'number') {
      if (pending !== undefined && word.value >= 1) return undefined;
      pending = (pending ?? 0) + word.value;
    } else if (word.kind === 'unit') {
      if (pending === undefined) {
        // "1:30 min" names the unit again; a unit with no number before it can't be read.
        if (last === undefined) return undefined;
        continue;
      }
      total += pending * word.value;
      last = word.value;
      pending = undefined;
    }
  }
  if (pending === undefined) return total;
  // "1 min 30" goes on in the next smaller unit, "一分半" with half of the same.
  if (last !== undefined && pending < 1) return total + pending * last;
  if (last !== undefined && last >= 60) return total + pending * (last / 60);
  if (unit?.kind === 'unit') return total + pending * unit.value;
  return undefined;
}
