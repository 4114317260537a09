/** Rule `speech/fillers`: filler words are written into the answer too often. */

import { t } from '../locale/locale.ts';
import { fillersIn } from '../speech/proseDensity.ts';
import type { AnswerRule } from './rule.ts';
import { tooMany, type Tiring } from './tooMany.ts';

export const fillers: AnswerRule<'speech/fillers'> = {
  id: 'speech/fillers',
  scope: 'answer',
  severity: 'hint',
  summary: 'Filler words are written into the answer too often.',
  check: (answer) => tooMany(answer, FILLERS),
};

const FILLERS: Tiring = {
  find: fillersIn,
  fewest: 3,
  // Prepared speech has fewer than one filler in fifty words.
  per100Words: 2,
  message: (count, words, quoted) =>
    t('{0} fillers in {1} words: {2}. You will add some when you speak; leave them out here.', count, words, quoted),
  another: () => t('Another filler.'),
};
