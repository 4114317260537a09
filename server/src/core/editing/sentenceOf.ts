/** The sentence that a place in a file belongs to: what a finding is about, wherever it moves. */

import type { AnalysedAnswer, AnalysedFile } from '../analysis.ts';
import { inFile } from '../answers/parseAnswers.ts';
import { toSource } from '../answers/sourceMap.ts';
import { partitionPoint } from '../text/partitionPoint.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import { tailOf } from '../text/tail.ts';

/** A sentence as it is said, and where it is written, in UTF-16 offsets of the file. */
export interface PlacedSentence {
  readonly text: string;
  readonly span: Span;
}

/** The sentence that a span of the file begins in, as it is said; outside of what is said, the line. White space is folded. */
export function sentenceOf(analysed: SentenceSource, { start }: Span): string {
  const text = sentenceAt(analysed, start)?.text ?? lineAt(analysed.file.text, start);
  return text.replace(/\s+/g, ' ').trim();
}

/** The sentence in which a UTF-16 offset of the file lies; undefined where nothing is said. */
function sentenceAt(analysed: SentenceSource, offset: number): PlacedSentence | undefined {
  const sentence = lastSentenceBefore(analysed, offset);
  return sentence !== undefined && offset < sentence.span.end ? sentence : undefined;
}

/** The last sentence that begins at or before a UTF-16 offset, in the answer that the offset lies in. */
export function lastSentenceBefore({ answers }: SentenceSource, offset: number): PlacedSentence | undefined {
  const own = answerAt(answers, offset);
  if (own === undefined) return undefined;
  const { spoken } = own.answer.content;
  const { sentences } = own.analysis.speech;
  const placed = (index: number): Span => shiftSpan(toSource(spoken.map, sentences[index]!), own.answer.base);
  const last = partitionPoint(sentences.length, (i) => placed(i).start <= offset) - 1;
  if (last < 0) return undefined;
  const { start, end } = sentences[last]!;
  return { text: spoken.text.slice(start, end), span: placed(last) };
}

export type SentenceSource = Pick<AnalysedFile, 'file' | 'answers'>;

/** The answer whose heading or body an offset lies in: the last one that begins before it. */
export function answerAt(answers: readonly AnalysedAnswer[], offset: number): AnalysedAnswer | undefined {
  const after = partitionPoint(answers.length, (i) => {
    const { answer } = answers[i]!;
    return inFile(answer, answer.content.span).start <= offset;
  });
  return answers[after - 1];
}

function lineAt(text: string, offset: number): string {
  const before = tailOf(text.slice(Math.max(0, offset - LONGEST), offset), /[^\r\n]/);
  return before + /^[^\r\n]*/.exec(text.slice(offset, offset + LONGEST))![0];
}

/** Enough to know a line by. */
const LONGEST = 2000;
