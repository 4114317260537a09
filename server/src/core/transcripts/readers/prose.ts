/** Reads plain prose: sentence by sentence, over the ends of lines. */

import { sentencesOf } from '../../speech/sentences.ts';
import { CueText } from '../cueText.ts';
import { LINES_OF_STEP } from '../lines.ts';
import type { Cue } from '../transcript.ts';

/** A stretch of one source line that is part of a paragraph. */
export interface SourceStretch {
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** The cues of a whole file of prose; Markdown headings and list items stand for themselves. Yields every few milliseconds. */
export function* readProse(lines: readonly string[], from = 0): Generator<void, readonly Cue[]> {
  const cues: Cue[] = [];
  let paragraph: SourceStretch[] = [];
  const flush = function* (): Generator<void> {
    // A file can be one paragraph of a million sentences.
    for (const cue of sentenceCues(paragraph, {})) {
      cues.push(cue);
      if (cues.length % LINES_OF_STEP === 0) yield;
    }
    paragraph = [];
  };
  for (let line = from; line < lines.length; line++) {
    if (line % LINES_OF_STEP === 0) yield;
    const text = lines[line]!;
    if (text.trim() === '' || /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(text)) {
      yield* flush();
      continue;
    }
    const marker = /^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)/.exec(text)?.[0] ?? '';
    if (marker !== '') yield* flush();
    paragraph.push({ line, character: marker.length, text: text.slice(marker.length) });
    if (marker.includes('#')) yield* flush();
  }
  yield* flush();
  return cues;
}

/** One cue for each sentence of a paragraph. */
export function* sentenceCues(
  paragraph: readonly SourceStretch[],
  rest: Pick<Partial<Cue>, 'seconds' | 'speaker' | 'isHead'>,
): Generator<Cue> {
  const whole = paragraph.map(({ text }) => text).join(' ');
  // Where each stretch begins in the joined text.
  const starts: number[] = [];
  let length = 0;
  for (const { text } of paragraph) {
    starts.push(length);
    length += text.length + 1;
  }
  let first = 0;
  for (const { start, end } of sentencesOf(whole)) {
    const cueText = new CueText();
    while (first + 1 < starts.length && starts[first + 1]! <= start) first++;
    for (let i = first; i < paragraph.length && starts[i]! < end; i++) {
      const { line, character, text } = paragraph[i]!;
      const from = Math.max(0, start - starts[i]!);
      const to = Math.min(text.length, end - starts[i]!);
      cueText.addMarkup(text.slice(from, to), line, character + from);
      cueText.breakLine();
    }
    const cue = cueText.finish(rest);
    if (cue !== undefined) yield cue;
  }
}
