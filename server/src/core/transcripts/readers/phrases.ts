/** Reads transcripts that put every phrase into a `<b>` element, several to a line. */

import { CueText } from '../cueText.ts';
import { LINES_OF_STEP } from '../lines.ts';
import type { Cue } from '../transcript.ts';

/** The zero-based line on which the first phrase stands; undefined when the file isn't of this shape. */
export function firstPhraseLine(lines: readonly string[]): number | undefined {
  const counted = lines.slice(0, 400);
  const first = counted.findIndex((line) => PHRASE.test(line));
  if (first < 0) return undefined;
  const written = counted.slice(first).filter((line) => line.trim() !== '');
  const phrases = written.filter((line) => PHRASE.test(line)).length;
  return phrases >= 2 && phrases >= written.length / 2 ? first : undefined;
}

/** One cue for each phrase, and one for what stands between phrases. Yields every few milliseconds. */
export function* readPhrases(lines: readonly string[], from: number): Generator<void, readonly Cue[]> {
  const cues: Cue[] = [];
  for (let line = from; line < lines.length; line++) {
    if (line % LINES_OF_STEP === 0) yield;
    const source = lines[line]!;
    let at = 0;
    for (const match of source.matchAll(PHRASES)) {
      add(source.slice(at, match.index), line, at);
      at = match.index + match[0].length;
      add(match[1]!, line, match.index + match[0].indexOf('>') + 1);
    }
    add(source.slice(at), line, at);
  }
  return cues;

  function add(text: string, line: number, character: number): void {
    const cueText = new CueText();
    cueText.addMarkup(text, line, character);
    const cue = cueText.finish({});
    if (cue !== undefined) cues.push(cue);
  }
}

const PHRASE = /<(?:b|strong)>[^<]/i;
const PHRASES = /<(?:b|strong)>([^<]*(?:<(?!\/?(?:b|strong)>)[^<]*)*)<\/(?:b|strong)>/gi;
