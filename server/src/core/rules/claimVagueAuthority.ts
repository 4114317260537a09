/** Rule `claim/vague-authority`: studies, experts or everyone are cited without a name. */

import { CLAIM_SEVERITIES } from '../claims/claimRules.ts';
import { claimFindings } from '../claims/claimFindings.ts';
import type { AnswerRule } from './rule.ts';

export const claimVagueAuthority: AnswerRule<'claim/vague-authority'> = {
  id: 'claim/vague-authority',
  scope: 'answer',
  severity: CLAIM_SEVERITIES['claim/vague-authority'],
  summary: 'Studies, experts or everyone are cited without a name.',
  check: (answer, settings) => claimFindings(answer, settings, 'claim/vague-authority'),
};
