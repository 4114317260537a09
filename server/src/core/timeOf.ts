/** The time of whatever the writer points at: the answer at the cursor, or a selection. */

import type { AnalysedAnswer, Analysis } from './analysis.ts';
import { inFile } from './answers/parseAnswers.ts';
import { toSource } from './answers/sourceMap.ts';
import type { Settings } from './settings.ts';
import type { Estimate } from './speech/speech.ts';
import { estimateTogether, formatTarget, type Measured } from './targets/measure.ts';
import { verdictOf, type Verdict } from './targets/verdict.ts';
import type { Span } from './text/span.ts';

export interface Time extends Estimate {
  /** The answer's heading; absent for a selection. */
  readonly title?: string;
  readonly words: number;
  readonly target?: { readonly text: string; readonly verdict: Verdict };
}

/** The time of the answer that a UTF-16 offset stands in; undefined outside every answer and where nothing is said. */
export function timeOfAnswerAt(analysis: Analysis, offset: number, settings: Settings): Time | undefined {
  const index = analysis.answers.findLastIndex(({ answer }) => inFile(answer, answer.content.span).start <= offset);
  const answer = analysis.answers[index];
  if (answer === undefined) return undefined;
  const { title } = answer.answer.content;
  const measured = analysis.measured.get(answer);
  if (measured !== undefined) return { title, words: measured.words, ...measured.estimate, target: targetOf(measured, settings) };
  const { words, estimate } = answer.analysis.speech;
  return words.length === 0 ? undefined : { title, words: words.length, ...estimate };
}

/** The time of the words that a span of the file touches; undefined where it touches none. */
export function timeOfSpan(analysis: Analysis, span: Span): Time | undefined {
  let words = 0;
  let seconds = 0;
  const parts: AnalysedAnswer[] = [];
  for (const answer of analysis.answers) {
    const place = inFile(answer.answer, answer.answer.content.span);
    if (place.end <= span.start || place.start >= span.end) continue;
    const touched = touchedWords(answer, span);
    if (touched.words > 0) parts.push(answer);
    words += touched.words;
    seconds += touched.seconds;
  }
  return words === 0 ? undefined : { words, ...estimateTogether(parts, seconds) };
}

/** Words touched, and seconds from the first one's start to the last one's end. */
function touchedWords({ answer, analysis }: AnalysedAnswer, span: Span): { words: number; seconds: number } {
  const { map } = answer.content.spoken;
  const touched = analysis.speech.words.filter((word) => {
    const source = inFile(answer, toSource(map, word));
    return source.start < span.end && span.start < source.end;
  });
  return { words: touched.length, seconds: touched.length === 0 ? 0 : touched.at(-1)!.to - touched[0]!.from };
}

function targetOf(measured: Measured, settings: Settings): NonNullable<Time['target']> {
  return { text: formatTarget(measured.target), verdict: verdictOf(measured, settings) };
}
