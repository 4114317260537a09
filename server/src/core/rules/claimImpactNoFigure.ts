/** Rule `claim/impact-no-figure`: an improvement is claimed, and nothing near it says by how much. */

import { CLAIM_SEVERITIES } from '../claims/claimRules.ts';
import { claimFindings } from '../claims/claimFindings.ts';
import type { AnswerRule } from './rule.ts';

export const claimImpactNoFigure: AnswerRule<'claim/impact-no-figure'> = {
  id: 'claim/impact-no-figure',
  scope: 'answer',
  severity: CLAIM_SEVERITIES['claim/impact-no-figure'],
  summary: 'An improvement is claimed, and nothing near it says by how much.',
  check: (answer, settings) => claimFindings(answer, settings, 'claim/impact-no-figure'),
};
