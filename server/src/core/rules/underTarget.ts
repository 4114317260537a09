/** Rule `duration/under`: an answer is over well before its target. */

import { setTargetFix } from '../targets/fixes.ts';
import { formatTarget } from '../targets/measure.ts';
import { count, formatSeconds } from '../text/format.ts';
import type { FileRule, Found } from './rule.ts';
import { toleranceSeconds } from './tolerance.ts';

export const underTarget: FileRule<'duration/under'> = {
  id: 'duration/under',
  scope: 'file',
  severity: 'information',
  summary: 'An answer is over well before its target.',
  *check(file, settings): Iterable<Found> {
    for (const measured of file.measured.values()) {
      const { target, estimate, words } = measured;
      const missing = target.minSeconds - estimate.seconds;
      if (missing <= toleranceSeconds(target.minSeconds, settings)) continue;
      const more = Math.max(1, Math.round((missing / estimate.seconds) * words));
      const far = estimate.high < target.minSeconds / 2 ? 'far under' : 'under';
      yield {
        span: measured.reportSpan,
        message:
          `About ${formatSeconds(estimate.seconds)} to say (likely ${formatSeconds(estimate.low)} to ${formatSeconds(estimate.high)}), ` +
          `${far} the target of ${formatTarget(target)} by ${formatSeconds(missing)}: there is room for about ${count(more, 'word')} more.`,
        fixes: [setTargetFix(measured, file.file.text)],
      };
    }
  },
};
