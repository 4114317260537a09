/** Rule `duration/under`: an answer is over well before its target. */

import { plural } from '../locale/locale.ts';
import { setTargetFix } from '../targets/fixes.ts';
import { formatTarget, type Measured } from '../targets/measure.ts';
import { formatSeconds } from '../text/format.ts';
import { FoundByAnswer } from './foundByAnswer.ts';
import type { FileRule, FoundInAnswer } from './rule.ts';
import { toleranceSeconds } from './tolerance.ts';

export const underTarget: FileRule<'duration/under'> = {
  id: 'duration/under',
  scope: 'file',
  severity: 'information',
  summary: 'An answer is over well before its target.',
  *check(file, settings): Iterable<FoundInAnswer> {
    for (const measured of file.measured.values()) {
      const { target, estimate, words } = measured;
      const missing = target.minSeconds - estimate.seconds;
      if (missing <= toleranceSeconds(target.minSeconds, settings)) continue;
      // The estimate of one answer is the same object as long as it says the same.
      yield underTargets.in(measured.answer, [estimate, target.minSeconds, target.maxSeconds], () => {
        const more = Math.max(1, Math.round((missing / estimate.seconds) * words));
        return [
          { span: measured.reportSpan, message: messageFor(measured, missing, more), fixes: [setTargetFix(measured, file.file.text)] },
        ];
      });
    }
  },
};

const underTargets = new FoundByAnswer();

function messageFor({ target, estimate }: Measured, missing: number, more: number): string {
  const { seconds, low, high } = estimate;
  const values = [formatSeconds(seconds), formatSeconds(low), formatSeconds(high), formatTarget(target), formatSeconds(missing)];
  return high < target.minSeconds / 2
    ? plural(
        more,
        'About {1} to say (likely {2} to {3}), far under the target of {4} by {5}: there is room for about {0} word more.',
        'About {1} to say (likely {2} to {3}), far under the target of {4} by {5}: there is room for about {0} words more.',
        ...values,
      )
    : plural(
        more,
        'About {1} to say (likely {2} to {3}), under the target of {4} by {5}: there is room for about {0} word more.',
        'About {1} to say (likely {2} to {3}), under the target of {4} by {5}: there is room for about {0} words more.',
        ...values,
      );
}
