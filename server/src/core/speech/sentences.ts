/** Finds where sentences end, for pauses and for breath. */

import type { Span } from '../text/span.ts';
import { finish } from '../text/steps.ts';
import { isAbbreviated, isTitle } from './abbreviations.ts';

/**
 * UTF-16 units of the longest sentence that is judged by its words: two minutes without a full stop are no sentence, and
 * what weighs the words of one against each other takes time with their square.
 */
export const LONGEST_JUDGED_SENTENCE = 2_000;

/** The sentences of a text in order, without the white space between them; each line of a list is one at least. */
export function sentencesOf(text: string): readonly Span[] {
  return finish(sentencesInSteps(text));
}

/** The same, some hundred sentences at a time, so that the caller can do something else in between. */
export function* sentencesInSteps(text: string): Generator<void, readonly Span[]> {
  const sentences: Span[] = [];
  let start = 0;
  let marks = 0;
  for (const match of text.matchAll(MARKS)) {
    if (++marks % MARKS_OF_A_STEP === 0) yield;
    const [mark] = match;
    const end = mark.includes('\n') ? match.index : endOfSentence(text, match.index, match.index + mark.length);
    if (end !== undefined && end > start) start = push(end);
  }
  push(text.length);
  return sentences;

  function push(to: number): number {
    const piece = text.slice(start, to);
    const from = start + (piece.length - piece.trimStart().length);
    const until = start + piece.trimEnd().length;
    if (from < until) sentences.push({ start: from, end: until });
    return to;
  }
}

/** A millisecond of work. */
const MARKS_OF_A_STEP = 500;

const MARKS = /[.!?…。！？]+|\n+/g;
const CLOSERS = /^["'”’»)\]」』）*_]{0,4}/;

/** Where the sentence with these marks ends, its closing quotes and brackets included; undefined when it goes on. */
function endOfSentence(text: string, mark: number, after: number): number | undefined {
  const end = after + CLOSERS.exec(text.slice(after, after + 4))![0].length;
  if (/[。！？]/.test(text[after - 1]!)) return end;
  const rest = text.slice(end, end + 24);
  if (!/^(?:\s|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u.test(rest)) return undefined;
  if (rest.trim() === '' && end + rest.length === text.length) return end;
  const next = /^\s*["'“‘«([{*_]*(\S*)/u.exec(rest)![1]!;
  const marks = text.slice(mark, after);
  // An ellipsis, or a question within a sentence, before a small letter.
  if (marks !== '.') return /^\p{Ll}/u.test(next) && (/^(?:\.\.+|…+)$/.test(marks) || end > after) ? undefined : end;
  return isDotOfWord(text, mark, next) ? undefined : end;
}

/** "e.g. this", "Dr. Smith", "J. Smith", "the U.S. army", "1. First": the dot belongs to the word. */
function isDotOfWord(text: string, dot: number, next: string): boolean {
  const before = text.slice(Math.max(0, dot - 14), dot);
  // eslint-disable-next-line regexp/no-super-linear-move -- For fourteen units.
  const word = /[\p{L}.]*$/u.exec(before)![0];
  // eslint-disable-next-line regexp/no-super-linear-move -- For fourteen units.
  if (word === '') return /(?:^|\n)\s*\d{1,3}$/.test(before);
  if (/^no$/i.test(word)) return /^\d/.test(next);
  if (/^\p{Lu}$/u.test(word)) return word !== 'I' && !STARTERS.has(next);
  if (!isAbbreviated(word)) return false;
  if (isTitle(word) && /^(?:\p{Lu}|\p{L}+\.?)/u.test(word)) return !/^(?:gen|rep|sec|st)$/.test(word);
  return /^(?:\p{Ll}|\d)/u.test(next) || (word.includes('.') && !STARTERS.has(next));
}

/** Words that begin sentences far more often than names. */
const STARTERS: ReadonlySet<string> = new Set(
  'The It We I They He She This That These Those There But And In So Then My Our You If When What As At For A An On After Now Here Also'.split(
    ' ',
  ),
);
