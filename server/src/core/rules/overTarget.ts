/** Rule `duration/over`: an answer takes longer to say than its target allows. */

import { plural, t } from '../locale/locale.ts';
import { setTargetFix } from '../targets/fixes.ts';
import { formatTarget, wordReachedAt } from '../targets/measure.ts';
import { formatSeconds } from '../text/format.ts';
import { FoundByAnswer } from './foundByAnswer.ts';
import type { FileRule, Found, FoundInAnswer } from './rule.ts';
import { toleranceSeconds } from './tolerance.ts';

export const overTarget: FileRule<'duration/over'> = {
  id: 'duration/over',
  scope: 'file',
  severity: 'warning',
  summary: 'An answer takes longer to say than its target.',
  *check(file, settings): Iterable<FoundInAnswer> {
    for (const measured of file.measured.values()) {
      const { target, estimate, words } = measured;
      const excess = estimate.seconds - target.maxSeconds;
      if (excess <= toleranceSeconds(target.maxSeconds, settings)) continue;
      // The estimate of one answer is the same object as long as it says the same; that of several is made anew with them.
      // What is said under a heading may have moved although the heading has not.
      const distance = measured.parts[0]!.answer.base - measured.answer.answer.base;
      yield overTargets.in(measured.answer, [estimate, target.minSeconds, target.maxSeconds, distance], () => {
        const reached = wordReachedAt(measured, target.maxSeconds);
        const cut = Math.max(1, Math.round((excess / estimate.seconds) * words));
        const found: Found = {
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
        return [found];
      });
    }
  },
};

const overTargets = new FoundByAnswer();
