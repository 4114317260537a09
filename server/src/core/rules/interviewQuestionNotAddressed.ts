/** Rule `interview/question-not-addressed`: hardly any key word of the question comes up in the answer. */

import { stemOf } from '../claims/evidence.ts';
import { questionOf } from '../interview/question.ts';
import { listed } from '../text/format.ts';
import type { AnswerRule, Found } from './rule.ts';
import { t } from '../locale/locale.ts';

export const interviewQuestionNotAddressed: AnswerRule<'interview/question-not-addressed'> = {
  id: 'interview/question-not-addressed',
  scope: 'answer',
  severity: 'hint',
  summary: 'Hardly any key word of the question comes up in the answer.',
  *check({ content, speech, language }): Iterable<Found> {
    if (language !== 'en' || speech.words.length < SHORTEST_ANSWER_WORDS) return;
    const question = questionOf(content.title);
    if (question === undefined || question.keyWords.length < FEWEST_KEY_WORDS) return;
    const said = new Set<string>();
    for (const [word] of content.spoken.text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’+#-]*/gu)) {
      said.add(stemOf(word));
      for (const part of word.split('-')) said.add(stemOf(part));
    }
    // "Why Corvid Systems?" is answered with "you": the listener's name need not be said to them.
    const isTheirs = /\byour?s?\b/i.test(content.spoken.text);
    const keyWords = question.keyWords.filter(({ word }) => !isTheirs || !/^\p{Lu}\p{Ll}/u.test(word));
    if (keyWords.length < FEWEST_KEY_WORDS) return;
    const missing = keyWords.filter(({ stem }) => !said.has(stem));
    if (keyWords.length - missing.length >= keyWords.length / 3) return;
    const words = missing.slice(0, SHOWN_WORDS).map(({ word }) => t('“{0}”', word));
    yield {
      span: { start: content.headingSpan.start, end: content.headingTextEnd },
      message: t('The answer never comes back to {0}. Name what was asked, so that the listener hears it answered.', listed(words)),
    };
  },
};

/** A shorter answer takes its words from the question. */
const SHORTEST_ANSWER_WORDS = 20;
const FEWEST_KEY_WORDS = 2;
const SHOWN_WORDS = 4;
