/** Rule `jargon/redundant-acronym`: an acronym is followed by a word that it already contains, as in "ATM machine". */

import { jargonOfFile, factsOf, placeInFile, spokenOf } from '../jargon/ofFile.ts';
import type { FileRule, Found } from './rule.ts';
import { t } from '../locale/locale.ts';

export const redundantAcronym: FileRule<'jargon/redundant-acronym'> = {
  id: 'jargon/redundant-acronym',
  scope: 'file',
  severity: 'hint',
  summary: 'An acronym is followed by a word that it already contains.',
  *check(file, settings): Iterable<Found> {
    for (const answer of jargonOfFile(file, settings).answers) {
      const text = spokenOf(answer);
      for (const { span, short, head } of factsOf(answer).redundant) {
        const noun = text.slice(head.start, head.end);
        const isPlural = noun.endsWith('s') && !noun.endsWith('ss');
        const written = text.slice(short.span.start, short.span.end);
        const alone = isPlural && !written.endsWith('s') ? `${written}s` : written;
        const place = placeInFile(answer, span);
        yield {
          span: place,
          message: t('"{0}" already says "{1}".', short.name, noun),
          fixes: [{ title: t('Say "{0}"', alone), isPreferred: true, isSafe: true, edits: [{ span: place, newText: alone }] }],
        };
      }
    }
  },
};
