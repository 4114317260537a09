/** Says in words how an answer stands, the same in the tree and in the overview. */

import type { AnswerRow, FindingCounts, Totals, Verdict } from '../../../server/src/protocol/overview.ts';
import { clock, clockRange } from '../clock.ts';

/** Every verdict has a word and a shape, so that no colour is needed to read it. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { met: 'on target', under: 'under', over: 'over' };

/** "41 s of 30 s", "not written", "2 min 10 s"; empty for a section that says nothing. */
export function timeOf(row: AnswerRow): string {
  if (row.kind === 'section') return row.total === undefined || row.total.words === 0 ? '' : timeOfAll(row.total);
  const time = row.words === 0 ? 'not written' : clock(row.seconds);
  return row.target === undefined
    ? time
    : row.words === 0
      ? `${time}, target ${clockRange(row.target)}`
      : `${time} of ${clockRange(row.target)}`;
}

/** As `timeOf`, for a narrow column: "41 of 30 s". */
export function shortTimeOf(row: AnswerRow): string {
  return timeOf(row).replace(/^(\d+) s of (\d+ s)$/, '$1 of $2');
}

/** "7 min 10 s of 8 min". */
export function timeOfAll({ seconds, target }: Totals): string {
  return target === undefined ? clock(seconds) : `${clock(seconds)} of ${clockRange(target)}`;
}

/** "2 over, 1 under, 3 not written"; empty where all is well. */
export function shortfalls({ over, under, unwritten }: Totals): string {
  return [
    ...(over > 0 ? [`${over} over`] : []),
    ...(under > 0 ? [`${under} under`] : []),
    ...(unwritten > 0 ? [`${unwritten} not written`] : []),
  ].join(', ');
}

/** "2 warnings, 1 hint"; empty without any. */
export function findingsOf(counts: FindingCounts): string {
  return (['error', 'warning', 'information', 'hint'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity === 'information' ? 'note' : severity))
    .join(', ');
}

/** "1 answer", "2 answers". */
export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
