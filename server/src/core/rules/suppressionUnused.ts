/** Rule `suppression/unused`: a comment or an entry of the front matter silences nothing any more. */

import { namesRule } from '../suppressions/ruleNames.ts';
import type { Suppression } from '../suppressions/suppress.ts';
import type { Found, SuppressionOutcome, SuppressionRule } from './rule.ts';

export const suppressionUnused: SuppressionRule<'suppression/unused'> = {
  id: 'suppression/unused',
  scope: 'suppressions',
  severity: 'hint',
  summary: 'A comment or an entry of the front matter silences nothing any more.',
  *check(outcome): Iterable<Found> {
    for (const one of outcome.unused) {
      if (!couldReport(outcome, one)) continue;
      const { rule, place, removal } = one;
      yield {
        span: place,
        message: `This silences nothing${rule === undefined ? '' : ` of ${rule}`} any more; it can go.`,
        ...(removal !== undefined && { fixes: [{ title: 'Remove it', isPreferred: true, isSafe: true, edits: [removal] }] }),
      };
    }
  },
};

/** Who turns a rule off for a while keeps the suppressions; a name that means nothing is another rule's business. */
function couldReport({ rules, isOn, file }: SuppressionOutcome, { rule }: Suppression): boolean {
  // Without transcripts and evidence nothing is ever contradicted.
  const hasContext = file.answers.some(({ analysis }) => analysis.claimContext !== undefined);
  if (rule?.startsWith('suppression/')) return true;
  return rules.some(({ id }) => namesRule(rule, id) && isOn(id) && (id !== 'claim/contradicted' || hasContext));
}
