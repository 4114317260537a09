/** Rule `suppression/unknown-rule`: what is silenced is no rule, or a comment says something that is not known. */

import { DIRECTIVES } from '../suppressions/directives.ts';
import { isRuleName, nearestRule } from '../suppressions/ruleNames.ts';
import type { SuppressionName } from '../suppressions/suppress.ts';
import type { Fix, Found, SuppressionOutcome, SuppressionRule } from './rule.ts';

export const suppressionUnknownRule: SuppressionRule<'suppression/unknown-rule'> = {
  id: 'suppression/unknown-rule',
  scope: 'suppressions',
  severity: 'warning',
  summary: 'A rule that is silenced does not exist, or a comment can not be read.',
  *check({ names, rules, file }: SuppressionOutcome): Iterable<Found> {
    for (const one of names) {
      if (one.kind === 'rule' && isRuleName(one.name, rules)) continue;
      const nearest = one.kind === 'rule' ? nearestRule(one.name, rules) : undefined;
      const written = file.file.text.slice(one.span.start, one.span.end);
      const fixes: Fix[] = [];
      if (nearest !== undefined && written.includes(one.name)) {
        // Quotes and the rest of an entry stay.
        const newText = written.replace(one.name, () => nearest);
        fixes.push({ title: `Write "${nearest}"`, isPreferred: true, edits: [{ span: one.span, newText }] });
      }
      if (one.removal !== undefined) fixes.push({ title: 'Remove it', edits: [one.removal] });
      yield { span: one.span, message: messageFor(one, nearest), fixes };
    }
  },
};

function messageFor({ name, kind }: SuppressionName, nearest: string | undefined): string {
  if (kind === 'comment')
    return `"interview-answers-${name}" says nothing. The words are ${DIRECTIVES.map((word) => `interview-answers-${word}`).join(', ')}.`;
  if (kind === 'entry') return 'An entry of "ignored" begins with a rule and the eight digits of a sentence, as its quick fix writes them.';
  return `There is no rule "${name}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`;
}
