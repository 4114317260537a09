/** Rule `duration/missing-target`: an answer has no target although others of its file have. */

import { inFile } from '../answers/parseAnswers.ts';
import { t } from '../locale/locale.ts';
import { addTargetFix, roundToTarget } from '../targets/fixes.ts';
import { withoutTarget } from '../targets/measure.ts';
import { FoundByAnswer } from './foundByAnswer.ts';
import type { FileRule, FoundInAnswer } from './rule.ts';

export const missingTarget: FileRule<'duration/missing-target'> = {
  id: 'duration/missing-target',
  scope: 'file',
  severity: 'hint',
  summary: 'An answer has no target although other answers of the file have one.',
  *check(file): Iterable<FoundInAnswer> {
    if (!file.answers.some(({ answer }) => answer.content.target !== undefined)) return;
    for (const analysed of withoutTarget(file)) {
      if (analysed.analysis.speech.words.length === 0) continue;
      const { answer, analysis } = analysed;
      yield missingTargets.in(analysed, [], () => [
        {
          span: inFile(answer, answer.content.headingSpan),
          message: t('This answer has no target, but others in this file do.'),
          fixes: [addTargetFix(analysed, roundToTarget(analysis.speech.estimate.seconds))],
        },
      ]);
    }
  },
};

const missingTargets = new FoundByAnswer();
