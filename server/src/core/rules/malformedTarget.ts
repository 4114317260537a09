/** Rule `duration/malformed-target`: something is written as a target but can't be read as one. */

import { inFile } from '../answers/parseAnswers.ts';
import type { TargetProblem } from '../answers/target.ts';
import type { FileRule, Found } from './rule.ts';

export const malformedTarget: FileRule<'duration/malformed-target'> = {
  id: 'duration/malformed-target',
  scope: 'file',
  severity: 'warning',
  summary: 'Something is written as a target but can not be read as one.',
  *check({ file, answers }): Iterable<Found> {
    for (const problem of file.frontMatter.problems) {
      if (problem.kind === 'target') yield { span: problem.span, message: MESSAGES[problem.problem] };
      else if (problem.kind === 'syntax')
        yield { span: problem.span, message: `The front matter can't be read from here on: ${problem.message}` };
    }
    for (const { answer } of answers) {
      const { malformedTarget: malformed } = answer.content;
      if (malformed !== undefined) yield { span: inFile(answer, malformed.span), message: MESSAGES[malformed.problem] };
    }
  },
};

const MESSAGES: Readonly<Record<TargetProblem, string>> = {
  'no-number': 'This target has no number. Write it like (≈ 30 seconds) or (1–2 min).',
  zero: 'A target of zero seconds can not be met.',
  reversed: 'The range of this target ends before it begins.',
  clock: 'A clock has at most 59 seconds after the colon. Write the target like (1:30).',
  'too-long': 'This target is longer than a day.',
  unreadable: 'This target can not be read. Write it like 30 s, 1–2 min or 1:30.',
};
