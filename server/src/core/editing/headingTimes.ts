/** The time that each heading shows beside or above itself, and whether it meets the target. */

import type { Analysis } from '../analysis.ts';
import { inFile } from '../answers/parseAnswers.ts';
import { summarise } from '../describe.ts';
import type { Span } from '../text/span.ts';

export interface HeadingTime {
  /** Index into the analysis's answers. */
  readonly index: number;
  /** The heading in the file. */
  readonly heading: Span;
  /** UTF-16 offset behind the heading's text and before closing marks. */
  readonly textEnd: number;
  /** "27 s of 30 s", or "27 s" without a target. */
  readonly text: string;
}

/** The headings that have a time, in the order of the file; sections show what they take together. */
export function headingTimes(analysis: Analysis): readonly HeadingTime[] {
  return analysis.answers.flatMap(({ answer }, index) => {
    const { detail } = summarise(analysis, index);
    if (detail === '') return [];
    const { headingSpan, headingTextEnd } = answer.content;
    return [{ index, heading: inFile(answer, headingSpan), textEnd: answer.base + headingTextEnd, text: detail }];
  });
}
