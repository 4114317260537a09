/** Says in words how an answer stands, the same in the tree and in the overview. */

import type { AnswerRow, FindingCounts, Totals, Verdict } from '../../../server/src/protocol/overview.ts';
import { formatRange, formatSeconds, listed } from '../../../server/src/core/text/format.ts';
import { phrase, plural, t } from '../../../server/src/core/locale/locale.ts';

/** Every verdict has a word (to be translated) and a shape, so that no colour is needed to read it. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { met: phrase('on target'), under: phrase('under'), over: phrase('over') };

/** "41 s of 30 s", "not written", "2 min 10 s"; empty for a section that says nothing. */
export function timeOf(row: AnswerRow): string {
  if (row.kind === 'section') return row.total === undefined || row.total.words === 0 ? '' : timeOfAll(row.total);
  const { words, seconds, target } = row;
  if (target === undefined) return words === 0 ? t('not written') : formatSeconds(seconds);
  return words === 0
    ? t('not written, target {0}', formatRange(target.min, target.max))
    : t('{0} of {1}', formatSeconds(seconds), formatRange(target.min, target.max));
}

/** As `timeOf`, for a narrow column: "41 of 30 s". */
export function shortTimeOf(row: AnswerRow): string {
  const { words, seconds, target } = row.kind === 'section' && row.total !== undefined ? row.total : row;
  const isPlain = words > 0 && target !== undefined && target.min === target.max;
  if (!isPlain || !isInSeconds(seconds) || !isInSeconds(target.min)) return timeOf(row);
  return t('{0} of {1}', Math.round(seconds), formatSeconds(target.min));
}

/** "7 min 10 s of 8 min". */
export function timeOfAll({ seconds, target }: Totals): string {
  return target === undefined ? formatSeconds(seconds) : t('{0} of {1}', formatSeconds(seconds), formatRange(target.min, target.max));
}

/** "2 warnings, 1 hint"; empty without any. */
export function findingsOf(counts: FindingCounts): string {
  const { error, warning, information, hint } = counts;
  return listed([
    ...(error > 0 ? [plural(error, '{0} error', '{0} errors')] : []),
    ...(warning > 0 ? [plural(warning, '{0} warning', '{0} warnings')] : []),
    ...(information > 0 ? [plural(information, '{0} note', '{0} notes')] : []),
    ...(hint > 0 ? [plural(hint, '{0} hint', '{0} hints')] : []),
  ]);
}

/** Whether `formatSeconds` writes it without minutes. */
function isInSeconds(seconds: number): boolean {
  const whole = Math.round(seconds);
  return whole < 90 && whole !== 60;
}
