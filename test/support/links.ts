/** Transcripts with «…» around what a term is found as, for tests of links. */

import { expect } from 'vitest';
import { findTerm, type TermKnowledge } from '../../server/src/core/links/find.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';
import type { Match } from '../../server/src/core/links/match.ts';
import { placeInCue } from '../../server/src/core/transcripts/transcript.ts';
import { mark, unmark } from './marked.ts';

const URI = 'talk.md';

/** An index of one transcript. */
export function indexOf(text: string, uri = URI): TranscriptIndex {
  const index = new TranscriptIndex();
  index.addText(uri, text);
  return index;
}

/**
 * Looks for a term in a transcript, and compares with the marks in it and with the tiers, in order and separated by blanks; one tier
 * stands for all. A transcript without marks doesn't talk about the term.
 */
export function checkLinks(term: string, marked: string, tiers = '', knowledge?: TermKnowledge): void {
  const { text } = unmark(marked);
  const matches = findTerm(term, indexOf(text), knowledge);
  expect(
    mark(
      text,
      matches.map((match) => rangeOf(match, text)),
    ),
  ).toBe(marked);
  const expected = tiers.split(' ').filter(Boolean);
  expect(matches.map(({ tier }) => tier)).toEqual(expected.length === 1 ? matches.map(() => expected[0]) : expected);
}

/** UTF-16 offsets of a match in its file. */
function rangeOf({ shard, from, to }: Match, text: string): { start: number; end: number } {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  const offsetOf = (token: number, side: 'start' | 'end'): number => {
    const cue = shard.cueOf(token);
    const word = shard.wordsIn(cue)[token - shard.data.cueTokens[cue]!]!;
    const { line, character } = placeInCue(shard.cue(cue), side === 'start' ? word.start : word.end - 1);
    return starts[line]! + character + (side === 'start' ? 0 : 1);
  };
  return { start: offsetOf(from, 'start'), end: offsetOf(to - 1, 'end') };
}
