/** Rule `suppression/unused`: a comment or an entry in the front matter no longer silences anything. */

import { t } from '../locale/locale.ts';
import { namesRule } from '../suppressions/ruleNames.ts';
import type { Found, SuppressionOutcome, SuppressionRule } from './rule.ts';

export const suppressionUnused: SuppressionRule<'suppression/unused'> = {
  id: 'suppression/unused',
  scope: 'suppressions',
  severity: 'hint',
  summary: 'A comment or an entry in the front matter no longer silences anything.',
  *check({ unused, rules, isOn, file }: SuppressionOutcome): Iterable<Found> {
    if (unused.length === 0) return;
    // Without transcripts and evidence nothing is ever contradicted.
    const hasContext = file.answers.some(({ analysis }) => analysis.claimContext !== undefined);
    const reporting = rules.map(({ id }) => id).filter((id) => isOn(id) && (id !== 'claim/contradicted' || hasContext));
    for (const { rule, place, removal } of unused) {
      // Who turns a rule off for a while keeps the suppressions; a name that means nothing is another rule's business.
      if (!reporting.some((id) => namesRule(rule, id))) continue;
      yield {
        span: place,
        message:
          rule === undefined
            ? t('This no longer silences anything; it can go.')
            : t('This no longer silences anything of {0}; it can go.', rule),
        ...(removal !== undefined && { fixes: [{ title: t('Remove it'), isPreferred: true, isSafe: true, edits: [removal] }] }),
      };
    }
  },
};
