/** Rule `interview/no-first-person-action`: the answer to a behavioural question never says what the speaker did. */

import { toSource } from '../answers/sourceMap.ts';
import { questionOf } from '../interview/question.ts';
import { tellsAction } from '../interview/star.ts';
import type { AnswerRule, Found } from './rule.ts';
import { t } from '../locale/locale.ts';

export const interviewNoFirstPersonAction: AnswerRule<'interview/no-first-person-action'> = {
  id: 'interview/no-first-person-action',
  scope: 'answer',
  severity: 'hint',
  summary: 'The answer to a behavioural question never says what you yourself did.',
  *check({ content, speech, language }): Iterable<Found> {
    if (language !== 'en' || speech.words.length < SHORTEST_STORY_WORDS) return;
    if (questionOf(content.title)?.kind !== 'behavioural' || tellsAction(content.spoken.text)) return;
    const we = /\bwe\b/i.exec(content.spoken.text);
    const first = speech.words[0]!;
    const place = we === null ? { start: first.start, end: first.end } : { start: we.index, end: we.index + we[0].length };
    yield {
      span: toSource(content.spoken.map, place),
      message:
        we === null
          ? t('Nothing here says what you did. Tell at least one step as “I …”.')
          : t('This answer says “we” and never what you did. Tell your own part as “I …”.'),
    };
  },
};

/** Shorter answers are notes. */
const SHORTEST_STORY_WORDS = 20;
