/** Rule `claim/causal`: one thing is said to have led to another, without a measurement or the way it worked. */

import { CLAIM_SEVERITIES } from '../claims/claimRules.ts';
import { claimFindings } from '../claims/claimFindings.ts';
import type { AnswerRule } from './rule.ts';

export const claimCausal: AnswerRule<'claim/causal'> = {
  id: 'claim/causal',
  scope: 'answer',
  severity: CLAIM_SEVERITIES['claim/causal'],
  summary: 'One thing is said to have led to another, without a measurement or the way it worked.',
  check: (answer, settings) => claimFindings(answer, settings, 'claim/causal'),
};
