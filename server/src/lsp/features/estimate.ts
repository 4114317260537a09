/** interviewAnswers/estimate: the time of the answer at the cursor, or of a selection. */

import { timeOfAnswerAt, timeOfSpan } from '../../core/timeOf.ts';
import type { EstimateParams, EstimateResult } from '../../protocol/index.ts';
import type { Snapshot } from '../analyses.ts';
import { toOffset } from '../convert.ts';

export function estimate({ analysis, lines, settings }: Snapshot, { range }: EstimateParams): EstimateResult | null {
  const span = { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
  const time = span.start === span.end ? timeOfAnswerAt(analysis, span.start, settings) : timeOfSpan(analysis, span);
  return time ?? null;
}
