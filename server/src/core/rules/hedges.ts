/** Rule `speech/hedges`: so many hedges that the answer sounds unsure. */

import { toSource } from '../answers/sourceMap.ts';
import { t } from '../locale/locale.ts';
import { hedgesIn } from '../speech/proseDensity.ts';
import { quoteWords } from '../text/format.ts';
import type { AnswerRule, Found } from './rule.ts';

export const hedges: AnswerRule<'speech/hedges'> = {
  id: 'speech/hedges',
  scope: 'answer',
  severity: 'hint',
  summary: 'So many hedges that the answer sounds unsure.',
  *check({ content, speech, language }): Iterable<Found> {
    if (language !== 'en') return;
    const { text, map } = content.spoken;
    const found = hedgesIn(text);
    if (found.length < FEWEST || found.length * 100 <= PER_100_WORDS * speech.words.length) return;
    yield {
      span: toSource(map, found[0]!),
      message: t(
        '{0} hedges in {1} words: {2}. One or two are honest; keep those that mean something.',
        found.length,
        speech.words.length,
        quoteWords(text, found),
      ),
      related: found.slice(1).map((span) => ({ span: toSource(map, span), message: t('Another hedge.') })),
    };
  },
};

const FEWEST = 4;
/** One hedge in every other sentence, at sentences of about fifteen words. */
const PER_100_WORDS = 4;
