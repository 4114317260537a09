/** Rule `speech/breath`: a sentence can't be said in one breath because nothing in it invites a pause. */

import { toSource } from '../answers/sourceMap.ts';
import { t } from '../locale/locale.ts';
import type { Speech, SpokenSentence } from '../speech/speech.ts';
import { formatSeconds } from '../text/format.ts';
import type { AnswerRule, Found } from './rule.ts';

export const breath: AnswerRule<'speech/breath'> = {
  id: 'speech/breath',
  scope: 'answer',
  severity: 'warning',
  summary: 'A sentence has a stretch without a pause that is too long for one breath.',
  *check({ content, speech }, settings): Iterable<Found> {
    const limit = settings.breath.seconds;
    for (const sentence of speech.sentences) {
      const stretch = longestStretch(speech, sentence);
      if (stretch.seconds <= limit) continue;
      const said = content.spoken;
      const start = speech.words[stretch.firstWord]!;
      const end = speech.words[stretch.lastWord - 1]!;
      yield {
        span: toSource(said.map, { start: start.start, end: end.end }),
        message: t(
          '{0} without a pause is too long for one breath (the limit is {1}). Split the sentence, or give it a comma where you would breathe.',
          formatSeconds(stretch.seconds),
          formatSeconds(limit),
        ),
      };
    }
  },
};

interface Stretch {
  readonly firstWord: number;
  /** End exclusive. */
  readonly lastWord: number;
  readonly seconds: number;
}

/** The longest run of words of a sentence with no pause between them. */
function longestStretch(speech: Speech, { firstWord, lastWord }: SpokenSentence): Stretch {
  let longest: Stretch = { firstWord, lastWord: firstWord, seconds: 0 };
  let start = firstWord;
  for (let i = firstWord; i < lastWord; i++) {
    const isLast = i + 1 === lastWord;
    if (!isLast && speech.words[i + 1]!.from - speech.words[i]!.to < SHORTEST_BREATH_SECONDS) continue;
    const seconds = speech.words[i]!.to - speech.words[start]!.from;
    if (seconds > longest.seconds) longest = { firstWord: start, lastWord: i + 1, seconds };
    start = i + 1;
  }
  return longest;
}

/** Pauses between words are either planned (a comma's, about 0.3 s) or none; anything clearly above zero counts. */
const SHORTEST_BREATH_SECONDS = 0.05;
