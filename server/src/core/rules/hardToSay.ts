/** Rule `speech/hard-to-say`: a run of words over which the tongue trips. */

import { toSource } from '../answers/sourceMap.ts';
import { phrase, t } from '../locale/locale.ts';
import { hardRuns, type HardRun } from '../speech/tongueTwisters.ts';
import type { AnswerRule, Found } from './rule.ts';

export const hardToSay: AnswerRule<'speech/hard-to-say'> = {
  id: 'speech/hard-to-say',
  scope: 'answer',
  severity: 'hint',
  summary: 'A run of words is hard to say: long words in a row, or the same sounds too close together.',
  *check({ content, speech, language }): Iterable<Found> {
    // The sounds are those of English.
    if (language !== 'en') return;
    for (const { firstWord, lastWord } of speech.sentences) {
      for (const { kind, span } of hardRuns(content.spoken.text, speech.words.slice(firstWord, lastWord))) {
        yield { span: toSource(content.spoken.map, span), message: t(MESSAGES[kind]) };
      }
    }
  },
};

const MESSAGES: Readonly<Record<HardRun['kind'], string>> = {
  sibilants: phrase('So many hissing sounds in a row are easy to trip over. Swap one of the words.'),
  alliteration: phrase('So many words that begin with the same sound are easy to trip over. Swap one of them.'),
  'long words': phrase('Long words in a row are hard to say in one go. Put a short word between them, or use shorter ones.'),
};
