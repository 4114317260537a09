/** interviewAnswers/reading: how the word at a position is read. */

import { readingAt } from '../../core/readings.ts';
import type { ReadingParams, ReadingResult } from '../../protocol/index.ts';
import type { Snapshot } from '../analyses.ts';
import { toOffset, toRange } from '../convert.ts';

export function reading({ analysis, lines }: Snapshot, { position }: ReadingParams): ReadingResult | null {
  const found = readingAt(analysis, toOffset(lines, position));
  return found === undefined ? null : { range: toRange(lines, found.span), written: found.written, said: found.said };
}
