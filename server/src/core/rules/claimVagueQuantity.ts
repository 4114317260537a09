/** Rule `claim/vague-quantity`: a quantity is called large where a number would say more. */

import { CLAIM_SEVERITIES } from '../claims/claimRules.ts';
import { claimFindings } from '../claims/claimFindings.ts';
import type { AnswerRule } from './rule.ts';

export const claimVagueQuantity: AnswerRule<'claim/vague-quantity'> = {
  id: 'claim/vague-quantity',
  scope: 'answer',
  severity: CLAIM_SEVERITIES['claim/vague-quantity'],
  summary: 'A quantity is called large where a number would say more.',
  check: (answer, settings) => claimFindings(answer, settings, 'claim/vague-quantity'),
};
