/** What is learned from the history: the speaker's pace, and what to rehearse next. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibratedLanguages, calibrates, calibrationFor, describeCalibration } from '../../../server/src/core/rehearsal/calibration.ts';
import { daysEast } from '../../../server/src/core/rehearsal/days.ts';
import type { Run } from '../../../server/src/core/rehearsal/history.ts';
import { dueOf, gradeOf, questionOrder } from '../../../server/src/core/rehearsal/schedule.ts';
import { paceFromSetting } from '../../../server/src/core/speech/pace.ts';
import { aRun, day, onDay } from '../../support/runs.ts';

const prior = paceFromSetting('normal');
const slow = (days: number, given: Partial<Run> = {}): Run => onDay(days, { seconds: 36, ...given });
const week = [0, 1, 2, 3, 4, 5, 6];

describe('the pace', () => {
  /** The factor to two digits, and how many runs it comes from. */
  function check(runs: readonly Run[], expected: string, more: { isOn?: boolean; language?: string } = {}): void {
    const { language = 'en', ...options } = more;
    const { pace, count } = calibrationFor(runs, language, { now: day(6), prior, ...options });
    expect(`${pace.factor.toFixed(1)} ${count} ${pace.source.kind}`).toBe(expected);
  }
  const slowWeek = week.map((one) => slow(one));

  test('follows the runs', () => check(slowWeek, '1.2 7 rehearsals'));
  test('is the setting’s without any', () => check([], '1.0 0 setting'));
  test('is each language’s own', () => check([...slowWeek, onDay(6, { language: 'de' })], '1.0 1 rehearsals', { language: 'de' }));
  test('leaves discarded runs out', () =>
    check(
      week.map((one) => slow(one, { kept: false })),
      '1.0 0 setting',
    ));
  test('leaves runs out that were not said from start to end', () =>
    check(
      week.map((one) => slow(one, { flaws: ['skipped'] })),
      '1.0 0 setting',
    ));
  test('leaves runs out that had no text in view', () =>
    check(
      week.map((one) => slow(one, { form: 'hidden' })),
      '1.0 0 setting',
    ));
  test('takes planned pauses out', () =>
    check(
      week.map((one) => slow(one, { seconds: 46, load: { ...aRun().load, plannedSeconds: 10 } })),
      '1.2 7 rehearsals',
    ));
  test('can be off', () => check(slowWeek, '1.0 0 setting', { isOn: false }));
  test('is not turned by a clock that was left running', () =>
    check([...slowWeek, onDay(6, { seconds: 3000 }), onDay(6, { seconds: 65 })], '1.2 8 rehearsals'));

  test('surer with every run', () => {
    const sigmas = [1, 3, 7].map((n) => calibrationFor(slowWeek.slice(-n), 'en', { now: day(6), prior }).pace.sigma);
    expect(sigmas).toEqual(sigmas.toSorted((a, b) => b - a));
    expect(sigmas[0]).toBeLessThan(prior.sigma);
  });

  test('is a number, whatever was kept', () => {
    const one = fc.record({
      seconds: fc.double({ min: 0, max: 86_400, noNaN: true }),
      modelSeconds: fc.double({ min: 0, max: 86_400, noNaN: true }),
      planned: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (runs) => {
        const history = runs.map(({ seconds, modelSeconds, planned }) =>
          aRun({ seconds, load: { words: 1, syllables: 1, modelSeconds, plannedSeconds: planned } }),
        );
        const { pace } = calibrationFor(history, 'en', { now: day(1), prior });
        expect(pace.factor).toBeGreaterThan(0.3);
        expect(pace.factor).toBeLessThan(3);
        expect(pace.sigma).toBeGreaterThan(0);
      }),
    );
  });

  test('says which languages it knows', () =>
    expect(calibratedLanguages([aRun({ language: 'ja' }), aRun(), aRun({ language: 'fr', kept: false })])).toEqual(['en', 'ja']));
  test('no pace from a word or two', () => expect(calibrates(aRun({ seconds: 2, load: { ...aRun().load, modelSeconds: 2 } }))).toBe(false));
});

describe('its description', () => {
  const check = (days: readonly number[], expected: string | undefined): void =>
    expect(
      describeCalibration(
        calibrationFor(
          days.map((one) => slow(one)),
          'en',
          { now: day(6), prior },
        ),
        day(6),
        daysEast(0),
      ),
    ).toBe(expected);

  test('today', () => check(week, 'from 7 rehearsals, latest today'));
  test('yesterday', () => check([5], 'from 1 rehearsal, latest yesterday'));
  test('days ago', () => check([0, 2], 'from 2 rehearsals, latest 4 days ago'));
  test('months ago', () => check([-90], 'from 1 rehearsal, latest 3 months ago'));
  test('none', () => check([], undefined));
});

describe('grades', () => {
  const check = (given: Partial<Run>, expected: number | undefined): void => expect(gradeOf(aRun(given))).toBe(expected);

  test('on target is good', () => check({}, 3));
  test('without a target, too', () => check({ target: null }, 3));
  test('by heart is easy', () => check({ form: 'hidden' }, 4));
  test('over is hard', () => check({ seconds: 40 }, 2));
  test('a little over is not', () => check({ seconds: 32 }, 3));
  test('going back is hard', () => check({ flaws: ['repeated'] }, 2));
  test('not finished is not known', () => check({ flaws: ['unfinished'] }, 1));
  test('discarded is none', () => check({ kept: false }, undefined));
});

describe('what comes next', () => {
  const order = (histories: readonly (readonly Run[])[], by: 'given' | 'random' | 'due', random = () => 0): readonly number[] =>
    questionOrder(histories, { order: by, now: day(30), random });

  test('as given', () => expect(order([[], [onDay(29)], []], 'given')).toEqual([0, 1, 2]));
  test('due ones, new ones, then by day', () =>
    expect(order([[], [onDay(29), onDay(30)], [onDay(0)], [onDay(30)], []], 'due')).toEqual([2, 0, 4, 3, 1]));
  test('of the due ones, what is nearly forgotten', () => expect(order([[onDay(20)], [onDay(0)]], 'due')).toEqual([1, 0]));
  test('what went wrong comes back sooner', () =>
    expect(dueOf([onDay(0, { flaws: ['unfinished'] })], day(0)).at).toBeLessThan(dueOf([onDay(0)], day(0)).at!));
  test('new', () => expect(dueOf([], day(0))).toEqual({ state: 'new', at: null, retrievability: 0 }));
  test('discarded runs leave it new', () => expect(dueOf([onDay(0, { kept: false })], day(0)).state).toBe('new'));
  test('later today, due next month', () =>
    expect([dueOf([onDay(0)], day(0)).state, dueOf([onDay(0)], day(30)).state]).toEqual(['later', 'due']));
  test('a clock that was set back harms nothing', () => expect(dueOf([onDay(5)], day(0))).toMatchObject({ state: 'later' }));

  test('a random order has each once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 20, maxLength: 20 }),
        (count, numbers) => {
          let i = 0;
          const shuffled = order(
            Array.from({ length: count }, () => []),
            'random',
            () => numbers[i++]!,
          );
          expect(shuffled.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
        },
      ),
    );
  });
  test('another chance, another order', () =>
    expect(order([[], [], []], 'random', () => 0)).not.toEqual(order([[], [], []], 'random', () => 0.99)));
});
