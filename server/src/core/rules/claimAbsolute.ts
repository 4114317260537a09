/** Rule `claim/absolute`: a system or an outcome is said to hold without exception, and nothing says over how long or where. */

import { CLAIM_SEVERITIES } from '../claims/claimRules.ts';
import { claimFindings } from '../claims/claimFindings.ts';
import type { AnswerRule } from './rule.ts';

export const claimAbsolute: AnswerRule<'claim/absolute'> = {
  id: 'claim/absolute',
  scope: 'answer',
  severity: CLAIM_SEVERITIES['claim/absolute'],
  summary: 'A system or an outcome is said to hold without exception, and nothing says over how long or where.',
  check: (answer, settings) => claimFindings(answer, settings, 'claim/absolute'),
};
