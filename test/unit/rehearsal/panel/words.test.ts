/** What the panel's clock says, and what a screen reader is told. */

import { describe, expect, test } from 'vitest';
import {
  announcementFor,
  clockText,
  differenceText,
  estimateText,
  paceText,
  phaseText,
  remainingText,
  targetText,
} from '../../../../client/src/rehearsal/view/words.ts';
import type { Progress } from '../../../../server/src/core/rehearsal/progress.ts';

const RUNNING: Progress = {
  phase: 'running',
  mode: 'flow',
  countdownSeconds: 0,
  elapsedSeconds: 10,
  remainingSeconds: 20,
  verdict: 'onTrack',
  aheadSeconds: 0,
  projectedSeconds: 30,
  word: 3,
  sentence: 0,
  isAtEnd: false,
};

test.each([
  [0, '0:00'],
  [7.9, '0:07'],
  [60, '1:00'],
  [725, '12:05'],
  [-1, '0:00'],
])('the clock shows %s seconds as %s', (seconds, shown) => {
  expect(clockText(seconds)).toBe(shown);
});

test.each([
  [23, '0:23 left'],
  [22.4, '0:23 left'],
  [0, '0:00 left'],
  [-0.5, '0:00 over'],
  [-4.2, '0:04 over'],
])('%s seconds remaining are %s', (seconds, shown) => {
  expect(remainingText(seconds)).toBe(shown);
});

test('elapsed and remaining time add up to the target at every moment', () => {
  const toSeconds = (shown: string): number => {
    const [minutes, seconds] = shown.split(' ')[0]!.split(':').map(Number);
    return minutes! * 60 + seconds!;
  };
  for (let elapsed = 0; elapsed <= 30; elapsed += 1 / 16) {
    expect(toSeconds(clockText(elapsed)) + toSeconds(remainingText(30 - elapsed))).toBe(30);
  }
});

test.each([
  [null, ''],
  [0.9, 'on pace'],
  [-0.9, 'on pace'],
  [3, '3 s ahead'],
  [-3, '3 s behind'],
])('a pace of %s is %s', (ahead, shown) => {
  expect(paceText(ahead)).toBe(shown);
});

test.each([
  [{ minSeconds: 30, maxSeconds: 30 }, '30 s'],
  [{ minSeconds: 0, maxSeconds: 90 }, '1 min 30 s'],
  [{ minSeconds: 45, maxSeconds: 60 }, '45 s to 1 min'],
  [{ minSeconds: 120, maxSeconds: null }, 'at least 2 min'],
])('the target %o is %s', (target, shown) => {
  expect(targetText(target)).toBe(shown);
});

test.each([
  [0.4, 'as long as the target'],
  [4, '4 s over the target'],
  [-4, '4 s under the target'],
])('a difference of %s is %s', (seconds, shown) => {
  expect(differenceText(seconds, 'target')).toBe(shown);
});

test.each([
  [43.4, 47.6, true, '43 s: 5 s over the estimate, as expected'],
  [43.4, 43.6, true, '43 s: 1 s over the estimate, as expected'],
  [43.4, 42.6, true, '43 s: as long as the estimate, as expected'],
  [43.4, 20, false, '43 s: 23 s under the estimate'],
])('an estimate of %s and a run of %s are %s', (estimate, seconds, isAsEstimated, shown) => {
  expect(estimateText(estimate, seconds, isAsEstimated)).toBe(shown);
});

test.each([
  [{ phase: 'ready' }, 'Ready'],
  [{ phase: 'countdown', countdownSeconds: 2.1 }, 'Starts in 3'],
  [{ phase: 'running' }, ''],
  [{ phase: 'running', isAtEnd: true }, 'End of the text'],
  [{ phase: 'paused' }, 'Paused'],
] satisfies [Partial<Progress>, string][])('%o is shown as "%s"', (change, shown) => {
  expect(phaseText({ ...RUNNING, ...change })).toBe(shown);
});

describe('a screen reader', () => {
  test.each([
    [{ phase: 'ready' }, {}, 'Started.'],
    [{ phase: 'paused' }, {}, 'Resumed.'],
    [{}, { phase: 'paused' }, 'Paused at 10 s.'],
    [{}, { phase: 'ended' }, 'Ended after 10 s.'],
    [{ phase: 'ready' }, { phase: 'countdown', countdownSeconds: 3 }, 'Starts in 3 seconds.'],
    [{}, { verdict: 'warning', remainingSeconds: 3 }, 'Nearly over. 3 seconds left.'],
    [{ verdict: 'warning' }, { verdict: 'over' }, 'Over the target.'],
    [{}, { isAtEnd: true }, 'End of the text.'],
  ] satisfies [Partial<Progress>, Partial<Progress>, string][])('hears of %o to %o: %s', (before, after, said) => {
    expect(announcementFor({ ...RUNNING, ...before }, { ...RUNNING, ...after })).toBe(said);
  });

  test.each([
    [{}, { elapsedSeconds: 11, remainingSeconds: 19 }],
    [{}, { word: 4, sentence: 1 }],
    [{}, { aheadSeconds: -5 }],
    [{ verdict: 'over' }, { verdict: 'over', elapsedSeconds: 40 }],
    [{ phase: 'paused' }, { phase: 'paused', verdict: 'over' }],
    [{ mode: 'sentence' }, { mode: 'sentence', isAtEnd: true }],
  ] satisfies [Partial<Progress>, Partial<Progress>][])('hears nothing of %o to %o', (before, after) => {
    expect(announcementFor({ ...RUNNING, ...before }, { ...RUNNING, ...after })).toBeNull();
  });

  test('hears nothing of the first moment', () => {
    expect(announcementFor(undefined, RUNNING)).toBeNull();
  });
});
