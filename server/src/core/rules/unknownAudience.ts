/** Rule `jargon/unknown-audience`: something is written as an audience but is not one. */

import { AUDIENCES } from '../jargon/audience.ts';
import { inFile } from '../answers/parseAnswers.ts';
import { listed } from '../text/format.ts';
import type { FileRule, Found } from './rule.ts';
import { t } from '../locale/locale.ts';

export const unknownAudience: FileRule<'jargon/unknown-audience'> = {
  id: 'jargon/unknown-audience',
  scope: 'file',
  severity: 'warning',
  summary: 'Something is written as an audience but is not one.',
  *check({ file, answers }): Iterable<Found> {
    const message = t('The audience is one of {0}.', listed(AUDIENCES));
    for (const problem of file.frontMatter.problems) {
      if (problem.kind !== 'audience') continue;
      const fixes = AUDIENCES.map((audience) => ({ title: t('Set {0}', audience), edits: [file.frontMatter.setAudience(audience)] }));
      yield { span: problem.span, message, fixes };
    }
    for (const { answer } of answers) {
      const stated = answer.content.audience;
      if (stated === undefined || stated.audience !== undefined) continue;
      const span = inFile(answer, stated.span);
      const fixes = AUDIENCES.map((audience) => ({
        title: t('Set {0}', audience),
        edits: [{ span, newText: `<!-- audience: ${audience} -->` }],
      }));
      yield { span, message, fixes };
    }
  },
};
