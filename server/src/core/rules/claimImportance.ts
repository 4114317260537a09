/** Rule `claim/importance`: something is called critical or essential without the reason or the consequence. */

import { CLAIM_SEVERITIES } from '../claims/claimRules.ts';
import { claimFindings } from '../claims/claimFindings.ts';
import type { AnswerRule } from './rule.ts';

export const claimImportance: AnswerRule<'claim/importance'> = {
  id: 'claim/importance',
  scope: 'answer',
  severity: CLAIM_SEVERITIES['claim/importance'],
  summary: 'Something is called critical or essential without the reason or the consequence.',
  check: (answer, settings) => claimFindings(answer, settings, 'claim/importance'),
};
