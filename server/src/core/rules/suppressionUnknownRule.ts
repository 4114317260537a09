/** Rule `suppression/unknown-rule`: what is silenced is no rule, or a comment says something that is not known. */

import { t } from '../locale/locale.ts';
import { DIRECTIVES } from '../suppressions/directives.ts';
import { isRuleName, nearestRule } from '../suppressions/ruleNames.ts';
import type { SuppressionName } from '../suppressions/suppress.ts';
import { listed } from '../text/format.ts';
import type { Fix, Found, SuppressionOutcome, SuppressionRule } from './rule.ts';

export const suppressionUnknownRule: SuppressionRule<'suppression/unknown-rule'> = {
  id: 'suppression/unknown-rule',
  scope: 'suppressions',
  severity: 'warning',
  summary: "A rule that is silenced does not exist, or a comment can't be read.",
  *check({ names, rules, file }: SuppressionOutcome): Iterable<Found> {
    for (const one of names) {
      if (one.kind === 'rule' && isRuleName(one.name, rules)) continue;
      const nearest = one.kind === 'rule' ? nearestRule(one.name, rules) : undefined;
      const written = file.file.text.slice(one.span.start, one.span.end);
      const fixes: Fix[] = [];
      if (nearest !== undefined && written.includes(one.name)) {
        // Quotes and the rest of an entry stay.
        const newText = written.replace(one.name, () => nearest);
        fixes.push({ title: t('Write "{0}"', nearest), isPreferred: true, edits: [{ span: one.span, newText }] });
      }
      if (one.removal !== undefined) fixes.push({ title: t('Remove it'), edits: [one.removal] });
      yield { span: one.span, message: messageFor(one, nearest), fixes };
    }
  },
};

function messageFor({ name, kind }: SuppressionName, nearest: string | undefined): string {
  if (kind === 'comment')
    return t(
      '"{0}" says nothing. The words are {1}.',
      `interview-answers-${name}`,
      listed(DIRECTIVES.map((word) => `interview-answers-${word}`)),
    );
  if (kind === 'entry')
    return t('An entry of "ignored" begins with a rule and the eight digits of a sentence, as its quick fix writes them.');
  return nearest === undefined ? t('There is no rule "{0}".', name) : t('There is no rule "{0}". Did you mean "{1}"?', name, nearest);
}
