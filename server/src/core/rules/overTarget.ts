/** Rule `duration/over`: an answer takes longer to say than its target allows. */

import { setTargetFix } from '../targets/fixes.ts';
import { formatTarget, wordReachedAt } from '../targets/measure.ts';
import { count, formatSeconds } from '../text/format.ts';
import type { FileRule, Found } from './rule.ts';
import { toleranceSeconds } from './tolerance.ts';

export const overTarget: FileRule<'duration/over'> = {
  id: 'duration/over',
  scope: 'file',
  severity: 'warning',
  summary: 'An answer takes longer to say than its target.',
  *check(file, settings): Iterable<Found> {
    for (const measured of file.measured.values()) {
      const { target, estimate, words } = measured;
      const excess = estimate.seconds - target.maxSeconds;
      if (excess <= toleranceSeconds(target.maxSeconds, settings)) continue;
      const reached = wordReachedAt(measured, target.maxSeconds);
      const cut = Math.max(1, Math.round((excess / estimate.seconds) * words));
      yield {
        span: measured.reportSpan,
        message:
          `About ${formatSeconds(estimate.seconds)} to say (likely ${formatSeconds(estimate.low)} to ${formatSeconds(estimate.high)}), ` +
          `${formatSeconds(excess)} over the target of ${formatTarget(target)}: cut about ${count(cut, 'word')}.`,
        related: reached === undefined ? [] : [{ span: reached.span, message: `The target is reached at "${reached.text}".` }],
        fixes: [setTargetFix(measured, file.file.text)],
      };
    }
  },
};
