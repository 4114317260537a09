/** Rule `claim/figure-no-source`: a figure stands without a baseline, a period, or how it was measured. */

import { CLAIM_SEVERITIES } from '../claims/claimRules.ts';
import { claimFindings } from '../claims/claimFindings.ts';
import type { AnswerRule } from './rule.ts';

export const claimFigureNoSource: AnswerRule<'claim/figure-no-source'> = {
  id: 'claim/figure-no-source',
  scope: 'answer',
  severity: CLAIM_SEVERITIES['claim/figure-no-source'],
  summary: 'A figure stands without a baseline, a period, or how it was measured.',
  check: (answer, settings) => claimFindings(answer, settings, 'claim/figure-no-source'),
};
