/** The sentence that a place in a file belongs to: what a finding is about, wherever it moves. */

import type { Analysis } from '../analysis.ts';
import { inFile } from '../answers/parseAnswers.ts';
import { toSource } from '../answers/sourceMap.ts';
import { shiftSpan, type Span } from '../text/span.ts';

/** The sentence that a span of the file begins in, as it is said; outside of what is said, the line. White space is folded. */
export function sentenceOf({ file, answers }: Analysis, { start }: Span): string {
  const own = answers.findLast(({ answer }) => inFile(answer, answer.content.span).start <= start);
  const sentence = own?.analysis.speech.sentences.find((one) => {
    const written = shiftSpan(toSource(own.answer.content.spoken.map, one), own.answer.base);
    return written.start <= start && start < written.end;
  });
  const text = sentence === undefined ? lineAt(file.text, start) : own!.answer.content.spoken.text.slice(sentence.start, sentence.end);
  return text.replace(/\s+/g, ' ').trim();
}

function lineAt(text: string, offset: number): string {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - LONGEST), offset))![0];
  return before + /^[^\r\n]*/.exec(text.slice(offset, offset + LONGEST))![0];
}

/** Enough to know a line by. */
const LONGEST = 2000;
