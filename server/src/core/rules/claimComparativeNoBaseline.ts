/** Rule `claim/comparative-no-baseline`: something is called better, and nothing near it says compared with what, or by how much. */

import { CLAIM_SEVERITIES } from '../claims/claimRules.ts';
import { claimFindings } from '../claims/claimFindings.ts';
import type { AnswerRule } from './rule.ts';

export const claimComparativeNoBaseline: AnswerRule<'claim/comparative-no-baseline'> = {
  id: 'claim/comparative-no-baseline',
  scope: 'answer',
  severity: CLAIM_SEVERITIES['claim/comparative-no-baseline'],
  summary: 'Something is called better, and nothing near it says compared with what, or by how much.',
  check: (answer, settings) => claimFindings(answer, settings, 'claim/comparative-no-baseline'),
};
