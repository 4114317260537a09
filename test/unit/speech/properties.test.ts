/** What holds of the speech of any text at all. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paceFromSetting } from '../../../server/src/core/speech/pace.ts';
import { speak } from '../../../server/src/core/speech/speak.ts';
import type { Speech, SpeechOptions } from '../../../server/src/core/speech/speech.ts';
import { spokenForm } from '../../../server/src/core/speech/spokenForm.ts';

const options: SpeechOptions = { pace: paceFromSetting('normal'), lexicon: new Map([['GR00T', 'groot']]) };
const english: SpeechOptions = { ...options, language: 'en' };

const piece = fc.oneof(
  fc.constantFrom(
    ...'the model 25B-A3.5B $1.5M 3.2 TB/s e.g. Dr. 2024 1-2 3/4 O(n^2) https://a.b/c x@y.com 你好世界 こんにちは 안녕 Größe 🎉 — … " ( ) , . : ; \n \n\n \u0000 \uD800 \uDC00 \u202E 1e999 5\'10" #1 @a .5 .NET C++ IV ½ 10²'.split(
      ' ',
    ),
  ),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const anyText = fc.array(piece, { maxLength: 30 }).chain((pieces) => fc.constantFrom(pieces.join(' '), pieces.join('')));
const plainWords = fc.array(fc.constantFrom(...'we built a small engine that plans the work of many machines again'.split(' ')), {
  minLength: 1,
  maxLength: 40,
});

test('spans are ordered, inside the text, and do not overlap', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const { start, end } of spokenForm(text, { lexicon: options.lexicon })) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('times run forward, sentences hold their words, and the breakdown adds up', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.array(fc.record({ at: fc.nat(200), seconds: fc.double({ min: 0, max: 5, noNaN: true }) }), { maxLength: 4 }),
      (text, pauses) => {
        const stagePauses = [...pauses].sort((a, b) => a.at - b.at);
        const speech = speak({ text, stagePauses }, options);
        checkTimes(speech);
        const { articulationSeconds, pauseSeconds, stageSeconds } = speech.breakdown;
        expect(articulationSeconds + pauseSeconds + stageSeconds).toBeCloseTo(speech.estimate.seconds, 6);
        expect(stageSeconds).toBeCloseTo(
          stagePauses.reduce((sum, { seconds }) => sum + seconds, 0),
          6,
        );
        expect(speech.estimate.low).toBeLessThanOrEqual(speech.estimate.seconds);
        expect(speech.estimate.high).toBeGreaterThanOrEqual(speech.estimate.seconds);
      },
    ),
  );
});

function checkTimes({ words, sentences, estimate }: Speech): void {
  let time = 0;
  for (const { from, to } of words) {
    expect(from).toBeGreaterThanOrEqual(time - 1e-9);
    expect(to).toBeGreaterThanOrEqual(from);
    time = to;
  }
  expect(time).toBeLessThanOrEqual(estimate.seconds + 1e-9);
  let next = 0;
  for (const { start, end, firstWord, lastWord } of sentences) {
    expect(firstWord).toBe(next);
    expect(lastWord).toBeGreaterThan(firstWord);
    expect(words[firstWord]!.start).toBeGreaterThanOrEqual(start);
    expect(words[lastWord - 1]!.start).toBeLessThan(end);
    next = lastWord;
  }
  expect(next).toBe(words.length);
}

test('one more word never makes a text shorter', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const before = speak({ text, stagePauses: [] }, english).estimate.seconds;
      const after = speak({ text: `${text} indeed`, stagePauses: [] }, english).estimate.seconds;
      expect(after).toBeGreaterThanOrEqual(before - 1e-9);
    }),
  );
});

test('paragraphs take as long together as one by one, but for the pause between them', () => {
  fc.assert(
    fc.property(plainWords, plainWords, (first, second) => {
      const seconds = (text: string): number => speak({ text, stagePauses: [] }, english).estimate.seconds;
      const apart = seconds(first.join(' ')) + seconds(second.join(' '));
      const together = seconds(`${first.join(' ')}.\n\n${second.join(' ')}.`);
      expect(together - apart).toBeGreaterThan(0.3);
      expect(together - apart).toBeLessThan(1.2);
    }),
  );
});

test('a slower pace stretches everything but planned pauses', () => {
  fc.assert(
    fc.property(plainWords, (words) => {
      const utterance = { text: words.join(', '), stagePauses: [{ at: 0, seconds: 2 }] };
      const normal = speak(utterance, english).estimate.seconds;
      const slow = speak(utterance, { ...english, pace: { ...english.pace, factor: 2 } }).estimate.seconds;
      expect(slow - 2).toBeCloseTo(2 * (normal - 2), 6);
    }),
  );
});

/** Words whose reading depends on those around them, at the ends of sentences. */
const beside = fc.constantFrom(
  ...'May 3. 2024 5 p.m. ms. no. St. Dr. 7! $5. million billion. k Q3. US. GPU. IV. Henry – to 9:30 am. 1. version +44 20 error 404. cat 7946? "Yes." e.g. i.e. etc. café (see 2). L. I. A 12. percent'.split(
    ' ',
  ),
);

test.each<[string, [string, string][]]>([
  ['without readings', []],
  [
    'with readings of a word',
    [
      ['GPU', 'g p u'],
      ['cat', 'feline'],
    ],
  ],
  [
    'with readings of several words',
    [
      ['GPU. IV', 'the fourth'],
      ['2024 5', 'then'],
    ],
  ],
])('what is said of a sentence is the same whatever was read before, %s', (_, readings) => {
  const lexicon = new Map(readings);
  fc.assert(
    fc.property(fc.array(fc.tuple(beside, fc.constantFrom(' ', ' ', ' ', '\n', '  ')), { maxLength: 12 }), (words) => {
      const text = words.flat().join('');
      const whole = spokenForm(text, { lexicon }).filter(({ said }) => said !== '');
      const spoken = speak({ text, stagePauses: [] }, { ...english, lexicon }).words;
      expect(spoken.map(({ start, end, said }) => ({ start, end, said }))).toEqual(
        whole.map(({ start, end, said }) => ({ start, end, said })),
      );
    }),
    { numRuns: 600 },
  );
});
