/** From stretches of speech to a run: speech, pauses, holds, and which stretch was which sentence. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Hearing, measureRun, type Stretch } from '../../client/src/rehearsal/voice/timing.ts';

/** Reads `==--===`: a tenth of a second a character, `=` for speech. Spaces are for the eye. */
function heard(picture: string): readonly Stretch[] {
  return [...picture.replaceAll(' ', '').matchAll(/=+/g)].map(({ 0: run, index }) => ({
    start: index / 10,
    end: (index + run.length) / 10,
  }));
}

/** A picture of speech, the planned seconds of the sentences, and where the sentences are found to be; `~` where an end is only reckoned. */
function checkSentences(picture: string, plannedSeconds: readonly number[], expected: string): void {
  const { sentences } = measureRun(heard(picture), { plannedSeconds })!;
  const text = sentences.map(
    ({ index, start, end, isEndHeard }) => `${index}: ${start.toFixed(1)}–${isEndHeard ? '' : '~'}${end.toFixed(1)}`,
  );
  expect(text.join(', ')).toBe(expected);
}

describe('a run', () => {
  test('goes from the first word to the end of the last', () => {
    const run = measureRun(heard('----- ========== ----- ===== ------------'), { plannedSeconds: [] })!;
    expect([run.streamStart, run.seconds, run.speechSeconds, run.pauseSeconds].map((value) => value.toFixed(2))).toEqual([
      '0.50',
      '2.00',
      '1.50',
      '0.50',
    ]);
    expect(run.pauses.map(({ start, end }) => [start.toFixed(1), end.toFixed(1)])).toEqual([['1.0', '1.5']]);
  });

  test('is nothing when nobody spoke', () => {
    expect(measureRun([], { plannedSeconds: [1] })).toBeUndefined();
    expect(measureRun(heard('-=====-'), { plannedSeconds: [1], holds: [{ start: 0, end: 9 }] })).toBeUndefined();
  });

  test('has no pause where the gap is shorter than 0.25 s', () => {
    const { pauses, speechSeconds } = measureRun(heard('=====--====='), { plannedSeconds: [] })!;
    expect(pauses).toEqual([]);
    expect(speechSeconds).toBeCloseTo(1.2);
  });

  test('does not count what happened on hold', () => {
    const holds = [{ start: 2, end: 4.5 }];
    const run = measureRun(heard('---------- =============== -----=====----- ----- ====='), { plannedSeconds: [], holds })!;
    expect([run.streamStart, run.seconds, run.speechSeconds].map((value) => value.toFixed(2))).toEqual(['1.00', '1.50', '1.50']);
  });

  test('knows where in the stream it began, whatever was held before', () => {
    const run = measureRun(heard('---------- ===== ----- ====='), { plannedSeconds: [], holds: [{ start: 0.5, end: 1.8 }] })!;
    expect(run.streamStart.toFixed(1)).toBe('2.0');
  });
});

describe('sentences', () => {
  test('are the stretches where they fit', () => checkSentences('==========-----====================', [1, 2], '0: 0.0–1.0, 1: 1.5–3.5'));
  test('may have a pause within', () => checkSentences('==========---==========----------==========', [2, 1], '0: 0.0–2.3, 1: 3.3–4.3'));
  test('are told from pauses by how long they take', () =>
    checkSentences('==========-----==========-----==========', [1, 2], '0: 0.0–1.0, 1: 1.5–4.0'));
  test('may follow one another without a pause', () =>
    checkSentences('==============================-----==========', [1, 2, 1], '0: 0.0–~1.0, 1: 1.0–3.0, 2: 3.5–4.5'));
  test('may all be said in one go', () =>
    checkSentences(
      '==============================',
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      '0: 0.0–~0.5, 1: 0.5–~1.0, 2: 1.0–~1.5, 3: 1.5–~2.0, 4: 2.0–~2.5, 5: 2.5–3.0',
    ));
  test('are found by a speaker of any pace', () =>
    checkSentences('====================-----========================================', [1.5, 3], '0: 0.0–2.0, 1: 2.5–6.5'));
  test('that were not said any more are missing', () =>
    checkSentences('==========-----====================', [1, 2, 3, 4], '0: 0.0–1.0, 1: 1.5–3.5'));
  test('need a plan', () => checkSentences('=====', [], ''));
});

test('silence counts from the last word, and not while somebody speaks', () => {
  const hearing = new Hearing();
  expect(hearing.silence(3)).toBeUndefined();
  hearing.take({ type: 'speechStart', time: 3 });
  expect(hearing.silence(5)).toBeUndefined();
  hearing.take({ type: 'speechEnd', time: 5 });
  expect(hearing.silence(7)).toBe(2);
  expect(hearing.silence(7, 6)).toBeUndefined();
});

test('a noise that was taken back was never speech', () => {
  const hearing = new Hearing();
  hearing.take({ type: 'speechStart', time: 3 });
  hearing.take({ type: 'speechEnd', time: 3 });
  expect(hearing.stretches(9)).toEqual([]);
});

const anyStretches = fc
  .array(fc.tuple(fc.double({ min: 0.01, max: 5, noNaN: true }), fc.double({ min: 0.01, max: 9, noNaN: true })), {
    minLength: 1,
    maxLength: 25,
  })
  .map((pairs) => {
    let at = 0;
    return pairs.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });

const anyHolds = anyStretches.chain((holds) => fc.subarray([...holds]));

test('speech and pauses make up the run, and nothing is held in it', () => {
  fc.assert(
    fc.property(anyStretches, anyHolds, (stretches, holds) => {
      const run = measureRun(stretches, { plannedSeconds: [], holds });
      if (run === undefined) return;
      expect(run.speechSeconds + run.pauseSeconds).toBeCloseTo(run.seconds, 6);
      expect(run.seconds).toBeLessThanOrEqual(stretches.at(-1)!.end - stretches[0]!.start + 1e-6);
      for (const { seconds } of run.pauses) expect(seconds).toBeGreaterThanOrEqual(0.25 - 1e-9);
    }),
  );
});

test('sentences lie in order within the run, and their speech adds up', () => {
  const plans = fc.array(fc.constantFrom(0, 0.5, 1, 3, 10, Infinity, NaN), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(anyStretches, plans, (stretches, plannedSeconds) => {
      const { sentences, seconds, speechSeconds } = measureRun(stretches, { plannedSeconds })!;
      expect(sentences.length).toBeGreaterThan(0);
      let last = 0;
      sentences.forEach(({ index, start, end }, i) => {
        expect(index).toBe(i);
        expect(start).toBeGreaterThanOrEqual(last - 1e-6);
        expect(end).toBeGreaterThanOrEqual(start);
        last = end;
      });
      expect(last).toBeLessThanOrEqual(seconds + 1e-6);
      expect(sentences.reduce((sum, sentence) => sum + sentence.speechSeconds, 0)).toBeCloseTo(speechSeconds, 4);
    }),
  );
});
