/** Rule `speech/passive`: so many sentences are in the passive that nobody seems to act. */

import { toSource } from '../answers/sourceMap.ts';
import { t } from '../locale/locale.ts';
import { passiveIn } from '../speech/proseDensity.ts';
import { shiftSpan } from '../text/span.ts';
import type { AnswerRule, Found } from './rule.ts';

export const passive: AnswerRule<'speech/passive'> = {
  id: 'speech/passive',
  scope: 'answer',
  severity: 'hint',
  summary: 'So many sentences are in the passive that nobody seems to act.',
  *check({ content, speech, language }): Iterable<Found> {
    if (language !== 'en' || speech.sentences.length < FEWEST_SENTENCES) return;
    const { text, map } = content.spoken;
    const found = speech.sentences.flatMap(({ start, end }) => {
      const place = passiveIn(text.slice(start, end));
      return place === undefined ? [] : [shiftSpan(place, start)];
    });
    if (found.length <= speech.sentences.length * MOST) return;
    yield {
      span: toSource(map, found[0]!),
      message: t(
        '{0} of {1} sentences are in the passive. Say who did it, above all where it was you.',
        found.length,
        speech.sentences.length,
      ),
      related: found.slice(1).map((span) => ({ span: toSource(map, span), message: t('Also in the passive.') })),
    };
  },
};

const FEWEST_SENTENCES = 4;
/** The share of sentences above which the passive sets the tone. */
const MOST = 0.3;
