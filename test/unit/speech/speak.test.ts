/** The times of a text: words, pauses, sentences, planned pauses; and the lengths of words. */

import { describe, expect, test } from 'vitest';
import { estimateLine } from '../../../server/src/core/speech/estimateLine.ts';
import { lettersToSounds } from '../../../server/src/core/speech/letterToSound.ts';
import { MODEL } from '../../../server/src/core/speech/model.ts';
import { paceFromSetting } from '../../../server/src/core/speech/pace.ts';
import { lengthOfSaid } from '../../../server/src/core/speech/pronunciation.ts';
import { speak } from '../../../server/src/core/speech/speak.ts';
import type { Speech, StagePause } from '../../../server/src/core/speech/speech.ts';

function spoken(text: string, stagePauses: readonly StagePause[] = []): Speech {
  return speak({ text, stagePauses }, { pace: paceFromSetting('normal'), language: 'en', lexicon: new Map() });
}

/** Seconds between the end of the word before and the start of the word. */
function pauseBefore(speech: Speech, index: number): number {
  return speech.words[index]!.from - speech.words[index - 1]!.to;
}

describe('pauses', () => {
  test.each([
    ['one two', 0],
    ['one, two', MODEL.clauseSeconds],
    ['one — two', MODEL.clauseSeconds],
    ['one (two)', MODEL.clauseSeconds],
    ['one; two', MODEL.colonSeconds],
    ['One. Two', MODEL.sentenceSeconds],
    ['one\ntwo', MODEL.sentenceSeconds],
    ['One.\n\nTwo', MODEL.paragraphSeconds],
    ['one-two three', 0],
    ['one 🎉 two', 0],
    ['e.g. two', 0],
  ])('%j', (text, seconds) => {
    expect(pauseBefore(spoken(text), 1)).toBeCloseTo(seconds, 9);
  });

  test('no pause before the first word and after the last', () => {
    const { words, estimate } = spoken('… One. Two!');
    expect(words[0]!.from).toBe(0);
    expect(words.at(-1)!.to).toBe(estimate.seconds);
  });

  test('a planned pause takes the place of the natural one, and may stand at the ends', () => {
    const text = 'One. Two';
    const speech = spoken(text, [
      { at: 0, seconds: 1 },
      { at: 5, seconds: 2 },
      { at: 8, seconds: 3 },
    ]);
    expect(speech.words[0]!.from).toBe(1);
    expect(pauseBefore(speech, 1)).toBeCloseTo(2, 9);
    expect(speech.breakdown.stageSeconds).toBe(6);
    expect(speech.breakdown.pauseSeconds).toBe(0);
    expect(speech.estimate.seconds - speech.words[1]!.to).toBeCloseTo(3, 9);
  });

  test('a text without words takes only its planned pauses', () => {
    expect(spoken('').estimate).toEqual({ seconds: 0, low: 0, high: 0 });
    expect(spoken('—', [{ at: 0, seconds: 2 }]).estimate).toEqual({ seconds: 2, low: 2, high: 2 });
  });
});

describe('lengths of words', () => {
  test.each([
    ['through', 3, 1],
    ['strengths', 7, 1],
    ['scheduler', 7, 3],
    ['schedulers', 8, 3],
    ['boxes', 6, 2],
    ['wanted', 6, 2],
    ["engineer's", 8, 3],
    ['twenty five b', 11, 4],
    ["g p u's", 7, 3],
    ['w', 7, 3],
    ['café', 4, 2],
    ['', 0, 0],
    ['—', 0, 0],
  ])('%s', (said, phones, syllables) => {
    expect(lengthOfSaid(said)).toEqual({ phones, syllables });
  });

  test('unknown words are read by their letters', () => {
    expect(lettersToSounds('groot').join(' ')).toBe('G R UW T');
    expect(lettersToSounds('')).toEqual([]);
    expect(lengthOfSaid('flumtorp').syllables).toBe(2);
  });
});

test('one line is estimated by itself', () => {
  const { seconds, low, high, words, phones, spoken: said } = estimateLine('We trained a 25B-A3.5B model.');
  expect(said).toBe('We trained a twenty five b a three point five b model');
  expect(words).toBe(5);
  expect(phones).toBe(lengthOfSaid(said).phones);
  expect(low).toBeLessThan(seconds);
  expect(high).toBeGreaterThan(seconds);
  expect(estimateLine('').seconds).toBe(0);
  expect(estimateLine('Wir haben es gebaut, und es war gut.', { language: 'de', pace: paceFromSetting('slow') }).seconds).toBeGreaterThan(
    2,
  );
});
