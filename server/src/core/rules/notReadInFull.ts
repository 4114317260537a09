/** Rule `file/not-read-in-full`: a part of the file would take seconds, so it was read by its lines alone or left unjudged. */

import { inFile, LONGEST_JUDGED_ANSWER } from '../answers/parseAnswers.ts';
import type { FileRule, Found } from './rule.ts';

export const notReadInFull: FileRule<'file/not-read-in-full'> = {
  id: 'file/not-read-in-full',
  scope: 'file',
  severity: 'information',
  summary: 'A part of the file is too long or too full of marks to be looked at in full.',
  *check({ file, answers }): Iterable<Found> {
    for (const span of file.rough) {
      const message =
        'From here to the next heading there are so many Markdown marks that only the lines were read: links, lists and emphasis are taken as text.';
      yield { span, message };
    }
    for (const { answer } of answers) {
      if (answer.content.spoken.text.length <= LONGEST_JUDGED_ANSWER) continue;
      const message = `This answer is longer than ${LONGEST_JUDGED_ANSWER.toLocaleString('en')} characters. Only its time is estimated.`;
      yield { span: inFile(answer, answer.content.headingSpan), message };
    }
  },
};
