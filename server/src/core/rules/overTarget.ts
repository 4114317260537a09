/** Rule `duration/over`: an answer takes longer to say than its target allows. */

import { plural, t } from '../locale/locale.ts';
import { setTargetFix } from '../targets/fixes.ts';
import { formatTarget, wordReachedAt } from '../targets/measure.ts';
import { formatSeconds } from '../text/format.ts';
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
        message: plural(
          cut,
          'About {1} to say (likely {2} to {3}), {4} over the target of {5}: cut about {0} word.',
          'About {1} to say (likely {2} to {3}), {4} over the target of {5}: cut about {0} words.',
          formatSeconds(estimate.seconds),
          formatSeconds(estimate.low),
          formatSeconds(estimate.high),
          formatSeconds(excess),
          formatTarget(target),
        ),
        related: reached === undefined ? [] : [{ span: reached.span, message: t('The target is reached at "{0}".', reached.text) }],
        fixes: [setTargetFix(measured, file.file.text)],
      };
    }
  },
};
