/** How far each heading of a file reaches. */

import type { Span } from '../text/span.ts';
import { inFile, type AnswersFile } from './parseAnswers.ts';

/** For each answer, the stretch from its heading to the next heading that is not below it. */
export function sectionSpans({ answers, text }: Pick<AnswersFile, 'answers' | 'text'>): readonly Span[] {
  const starts = answers.map((answer) => inFile(answer, answer.content.span).start);
  const ends = answers.map(() => text.length);
  const open: number[] = [];
  answers.forEach(({ content: { level } }, i) => {
    while (open.length > 0 && answers[open.at(-1)!]!.content.level >= level) ends[open.pop()!] = starts[i]!;
    open.push(i);
  });
  return starts.map((start, i) => ({ start, end: ends[i]! }));
}
