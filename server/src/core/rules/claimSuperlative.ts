/** Rule `claim/superlative`: something is called the best, the first or the only one without a scope or a source. */

import { CLAIM_SEVERITIES } from '../claims/claimRules.ts';
import { claimFindings } from '../claims/claimFindings.ts';
import type { AnswerRule } from './rule.ts';

export const claimSuperlative: AnswerRule<'claim/superlative'> = {
  id: 'claim/superlative',
  scope: 'answer',
  severity: CLAIM_SEVERITIES['claim/superlative'],
  summary: 'Something is called the best, the first or the only one without a scope or a source.',
  check: (answer, settings) => claimFindings(answer, settings, 'claim/superlative'),
};
