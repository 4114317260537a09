/** Finds where sentences end, for pauses and for breath. */

import type { Span } from '../text/span.ts';

/** The sentences of a text in order, without the white space between them; each line of a list is one at least. */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  const end = /[.!?…。！？]+["'”’»)\]]*(?=\s|$)|[。！？]+|\n+/gu;
  let start = 0;
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    if (!match[0].startsWith('\n') && isAbbreviation(text, match.index, match.index + match[0].length)) continue;
    push(match.index + match[0].length);
  }
  push(text.length);
  return sentences;

  function push(to: number): void {
    const piece = text.slice(start, to);
    const from = start + (piece.length - piece.trimStart().length);
    const until = start + piece.trimEnd().length;
    if (from < until) sentences.push({ start: from, end: until });
    start = to;
  }
}

/** "e.g. this", "Dr. Smith", "J. Smith". */
function isAbbreviation(text: string, dot: number, after: number): boolean {
  if (text[dot] !== '.' || text[dot + 1] === '.') return false;
  const word = /[\p{L}.]*$/u.exec(text.slice(Math.max(0, dot - 12), dot))![0].toLowerCase();
  return (ABBREVIATIONS.has(word) || /^\p{L}$/u.test(word)) && /\S/.test(text.slice(after, after + 3));
}

const ABBREVIATIONS: ReadonlySet<string> = new Set('dr mr mrs ms prof st vs e.g i.e eg ie cf approx no fig inc'.split(' '));
