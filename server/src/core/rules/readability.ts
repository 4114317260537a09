/** Rule `speech/readability`: retext-readability on what is said, at the age the listener should need. */

import { retext } from 'retext';
import retextEnglish from 'retext-english';
import retextReadability from 'retext-readability';
import { toSource } from '../answers/sourceMap.ts';
import type { AnswerRule, Found } from './rule.ts';

export const readability: AnswerRule<'speech/readability'> = {
  id: 'speech/readability',
  scope: 'answer',
  severity: 'hint',
  summary: 'A sentence is hard to follow by ear, by the measures of retext-readability.',
  *check({ content, speech, language }, settings): Iterable<Found> {
    // The formulas are made for English.
    if (speech.words.length === 0 || language !== 'en') return;
    const { text, map } = content.spoken;
    for (const message of processorFor(settings.readability.age).processSync(text).messages) {
      const place = message.place;
      if (place === undefined || !('start' in place) || place.start.offset === undefined || place.end.offset === undefined) continue;
      yield {
        span: toSource(map, { start: place.start.offset, end: place.end.offset }),
        message: `This sentence is hard to follow by ear: ${agreement(message.reason)}. Say it in shorter words or split it.`,
      };
    }
  },
};

type Processor = ReturnType<typeof makeProcessor>;
let cached: { readonly age: number; readonly processor: Processor } | undefined;

/** Building a processor costs more than a sentence, and the age hardly ever changes. */
function processorFor(age: number): Processor {
  if (cached?.age !== age) cached = { age, processor: makeProcessor(age) };
  return cached.processor;
}

function makeProcessor(age: number) {
  return retext().use(retextEnglish).use(retextReadability, { age, minWords: SHORTEST_SENTENCE_WORDS }).freeze();
}

/** The formulas rate a short sentence by one long word; by ear it is no burden. */
const SHORTEST_SENTENCE_WORDS = 10;

/** "5 of 7 formulas agree", out of the library's own sentence. */
function agreement(reason: string): string {
  const [, some, all] = /(\d+) out of (\d+)/.exec(reason) ?? [];
  return some === undefined ? 'all readability formulas agree' : `${some} of ${all} readability formulas agree`;
}
