/** Rule `speech/hedges`: so many hedges that the answer sounds unsure. */

import { t } from '../locale/locale.ts';
import { hedgesIn } from '../speech/proseDensity.ts';
import type { AnswerRule } from './rule.ts';
import { tooMany, type Tiring } from './tooMany.ts';

export const hedges: AnswerRule<'speech/hedges'> = {
  id: 'speech/hedges',
  scope: 'answer',
  severity: 'hint',
  summary: 'So many hedges that the answer sounds unsure.',
  check: (answer) => tooMany(answer, HEDGES),
};

const HEDGES: Tiring = {
  find: hedgesIn,
  fewest: 4,
  // One hedge in every other sentence, at sentences of about fifteen words.
  per100Words: 4,
  message: (count, words, quoted) =>
    t('{0} hedges in {1} words: {2}. One or two are honest; keep those that mean something.', count, words, quoted),
  another: () => t('Another hedge.'),
};
