/** How words are read that are not said as they are written, and the edit that has one said differently. */

import type { AnalysedAnswer, Analysis } from './analysis.ts';
import { inFile } from './answers/parseAnswers.ts';
import { toSource } from './answers/sourceMap.ts';
import { t } from './locale/locale.ts';
import type { Fix } from './rules/rule.ts';
import type { SpokenWord } from './speech/speech.ts';
import { touches, type Span } from './text/span.ts';
import { withoutTail } from './text/tail.ts';

/** A word of the text and what is said for it. */
export interface Reading {
  /** UTF-16 offsets in the file. */
  readonly span: Span;
  /** Without the punctuation around it. */
  readonly written: string;
  readonly said: string;
}

/** The words of an answer that are not said as they are written, in order; each spelling once. */
export function unusualReadings(answer: AnalysedAnswer): readonly Reading[] {
  const readings = new Map<string, Reading>();
  for (const word of answer.analysis.speech.words) {
    const reading = readingOf(answer, word);
    if (isUnusual(reading) && !readings.has(reading.written)) readings.set(reading.written, reading);
  }
  return [...readings.values()];
}

/** The word at a UTF-16 offset of the file and how it is read; undefined where nothing is said. */
export function readingAt(analysis: Analysis, offset: number): Reading | undefined {
  const answer = analysis.answers.findLast(({ answer: candidate }) => inFile(candidate, candidate.content.span).start <= offset);
  if (answer === undefined) return undefined;
  const word = answer.analysis.speech.words.find((candidate) => touches(sourceOf(answer, candidate), offset));
  return word === undefined ? undefined : readingOf(answer, word);
}

/** Writes the reading of an unusual word into the front matter, to be changed there; undefined for ordinary words. */
export function sayDifferentlyFix(analysis: Analysis, offset: number): Fix | undefined {
  const reading = readingAt(analysis, offset);
  if (reading === undefined || !isUnusual(reading)) return undefined;
  return {
    title: t('Say "{0}" differently (now "{1}")', reading.written, reading.said),
    edits: [analysis.file.frontMatter.addPronunciation(reading.written, reading.said)],
  };
}

/** Whether what is said for a word is something else than what is written. */
export function isReadDifferently(written: string, said: string): boolean {
  return said !== '' && simplify(written) !== simplify(said);
}

function readingOf(answer: AnalysedAnswer, word: SpokenWord): Reading {
  const text = answer.answer.content.spoken.text.slice(word.start, word.end);
  return { span: sourceOf(answer, word), written: bare(text), said: word.said };
}

function sourceOf({ answer }: AnalysedAnswer, word: SpokenWord): Span {
  return inFile(answer, toSource(answer.content.spoken.map, word));
}

function isUnusual({ written, said }: Reading): boolean {
  return isReadDifferently(written, said);
}

function bare(text: string): string {
  return withoutTail(text, /[\s"'“”‘’«»)\]}>*_.,;:!?…]/).replace(/^[\s"'“”‘’«»([{<*_]+/u, '');
}

/** Hyphens, apostrophes and capitals make no reading unusual; letters said one by one do. */
function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[-‐‑–—/\s]+/gu, ' ')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();
}
