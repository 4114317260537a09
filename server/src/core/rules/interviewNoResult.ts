/** Rule `interview/no-result`: the answer to a behavioural question doesn't say how it ended. */

import { toSource } from '../answers/sourceMap.ts';
import { questionOf } from '../interview/question.ts';
import { starOf } from '../interview/star.ts';
import type { AnswerRule, Found } from './rule.ts';
import { t } from '../locale/locale.ts';

export const interviewNoResult: AnswerRule<'interview/no-result'> = {
  id: 'interview/no-result',
  scope: 'answer',
  severity: 'hint',
  summary: 'The answer to a behavioural question does not say how it ended.',
  *check({ content, speech, language }): Iterable<Found> {
    if (language !== 'en' || speech.words.length < SHORTEST_STORY_WORDS) return;
    if (questionOf(content.title)?.kind !== 'behavioural') return;
    if (starOf({ text: content.spoken.text, sentences: speech.sentences }).result !== undefined) return;
    const last = speech.words.at(-1)!;
    yield {
      span: toSource(content.spoken.map, { start: last.start, end: last.end }),
      message: t('The story ends without a result. Say what came of it: what changed, what others said, or what you learned.'),
    };
  },
};

/** Shorter answers are notes. */
const SHORTEST_STORY_WORDS = 20;
