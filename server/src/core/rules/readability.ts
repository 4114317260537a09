/** Rule `speech/readability`: retext-readability on what is said, at the age the listener should need. */

import { daleChall } from 'dale-chall';
import { retext } from 'retext';
import retextEnglish from 'retext-english';
import retextReadability from 'retext-readability';
import { spache } from 'spache';
import { toSource } from '../answers/sourceMap.ts';
import { LONGEST_JUDGED_SENTENCE } from '../speech/sentences.ts';
import type { AnswerRule, Found } from './rule.ts';
import { ownString } from '../text/ownString.ts';
import { t } from '../locale/locale.ts';

export const readability: AnswerRule<'speech/readability'> = {
  id: 'speech/readability',
  scope: 'answer',
  severity: 'hint',
  summary: 'A sentence is hard to follow by ear, by the measures of retext-readability.',
  *check({ content, speech, language }, settings): Iterable<Found> {
    // The formulas are made for English.
    if (speech.words.length === 0 || language !== 'en') return;
    const { text, map } = content.spoken;
    for (const span of speech.sentences) {
      if (span.end - span.start > LONGEST_JUDGED_SENTENCE) continue;
      const reason = reasonOf(text.slice(span.start, span.end), settings.readability.age);
      if (reason === undefined) continue;
      yield {
        span: toSource(map, span),
        message: messageFor(reason),
      };
    }
  },
};

/** What the library says of a sentence; undefined when it is easy, or too short for the formulas. */
function reasonOf(sentence: string, age: number): string | undefined {
  // The formulas look every word up in long lists: most sentences of an answer are out of their reach anyway.
  if (!canBeHard(sentence, age)) return undefined;
  const key = `${age} ${sentence}`;
  let reason = known.get(key);
  if (reason === undefined) {
    reason = processorFor(age).processSync(sentence).messages[0]?.reason ?? '';
    // Typing changes one sentence of an answer; the others are as they were.
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(ownString(key), reason);
  }
  return reason === '' ? undefined : reason;
}

const known = new Map<string, string>();
const MOST_KNOWN = 2000;

/**
 * Whether four of the seven formulas can ask for more than an age. Two of them depend on letters and words alone; Spache's has
 * its worst case with no familiar word at all, SMOG's as it is used there never gets as far, and of the other three the worst
 * is taken. The constants are those of the formulas: ARI 4.71, 0.5 and 21.43, Coleman and Liau 0.0588, 0.296 and 15.8, Spache
 * 0.121, 0.082 and 0.659; a school year comes five years after birth.
 */
function canBeHard(sentence: string, age: number): boolean {
  const words = sentence.match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu) ?? [];
  const count = words.length;
  if (count < SHORTEST_SENTENCE_WORDS - WORDS_IN_DOUBT) return false;
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const exceeds = (grade: number): number => Number(grade + 5 + GRADES_IN_DOUBT > age);
  const automated = exceeds((4.71 * letters) / count + 0.5 * count - 21.43);
  const colemanLiau = exceeds((5.88 * letters) / count - 29.6 / count - 15.8);
  const spache = exceeds(0.121 * count + 8.2 + 0.659);
  return automated + colemanLiau + spache + 3 >= 4;
}

/** The library cuts words in its own way: it may see a few more or fewer, and rounds. */
const WORDS_IN_DOUBT = 2;
const GRADES_IN_DOUBT = 0.5;

type Processor = ReturnType<typeof makeProcessor>;
let cached: { readonly age: number; readonly processor: Processor } | undefined;

/** Building a processor costs more than a sentence, and the age hardly ever changes. */
function processorFor(age: number): Processor {
  if (cached?.age !== age) cached = { age, processor: makeProcessor(age) };
  return cached.processor;
}

function makeProcessor(age: number) {
  // The library goes through both lists for every word, four thousand words: two thirds of its time. These sets answer for them.
  for (const list of [daleChall, spache]) {
    const words = new Set(list);
    list.includes = (word) => words.has(word);
  }
  return retext().use(retextEnglish).use(retextReadability, { age, minWords: SHORTEST_SENTENCE_WORDS }).freeze();
}

/** The formulas rate a short sentence by one long word; by ear it is no burden. */
const SHORTEST_SENTENCE_WORDS = 10;

/** How many formulas agree, out of the library's own sentence. */
function messageFor(reason: string): string {
  const [, some, all] = /(\d{1,3}) out of (\d{1,3})/.exec(reason) ?? [];
  if (some === undefined || all === undefined)
    return t('This sentence is hard to follow by ear: all readability formulas agree. Say it in shorter words or split it.');
  return t(
    'This sentence is hard to follow by ear: {0} of {1} readability formulas agree. Say it in shorter words or split it.',
    some,
    all,
  );
}
