/** Rule `speech/fillers`: filler words are written into the answer in numbers. */

import { toSource } from '../answers/sourceMap.ts';
import { t } from '../locale/locale.ts';
import { fillersIn } from '../speech/proseDensity.ts';
import { quoteWords } from '../text/format.ts';
import type { AnswerRule, Found } from './rule.ts';

export const fillers: AnswerRule<'speech/fillers'> = {
  id: 'speech/fillers',
  scope: 'answer',
  severity: 'hint',
  summary: 'Filler words are written into the answer in numbers.',
  *check({ content, speech, language }): Iterable<Found> {
    if (language !== 'en') return;
    const { text, map } = content.spoken;
    const found = fillersIn(text);
    if (found.length < FEWEST || found.length * 100 <= PER_100_WORDS * speech.words.length) return;
    yield {
      span: toSource(map, found[0]!),
      message: t(
        '{0} fillers in {1} words: {2}. You will add some when you speak; leave them out here.',
        found.length,
        speech.words.length,
        quoteWords(text, found),
      ),
      related: found.slice(1).map((span) => ({ span: toSource(map, span), message: t('Another filler.') })),
    };
  },
};

const FEWEST = 3;
/** Prepared speech has fewer than one filler in fifty words. */
const PER_100_WORDS = 2;
