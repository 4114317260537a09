/** Rule `claim/contradicted`: a figure differs from what your evidence or a transcript says. */

import { CLAIM_SEVERITIES } from '../claims/claimRules.ts';
import { claimFindings } from '../claims/claimFindings.ts';
import type { AnswerRule } from './rule.ts';

export const claimContradicted: AnswerRule<'claim/contradicted'> = {
  id: 'claim/contradicted',
  scope: 'answer',
  severity: CLAIM_SEVERITIES['claim/contradicted'],
  summary: 'A figure differs from what your evidence or a transcript says.',
  check: (answer, settings) => claimFindings(answer, settings, 'claim/contradicted'),
};
