/** What a run has shown: differences, overruns, cuts, and the target it suggests. */

import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../server/src/core/rehearsal/report.ts';
import { setTargetToRun } from '../../../server/src/core/rehearsal/setTarget.ts';
import type { Outcome } from '../../../server/src/core/rehearsal/progress.ts';
import { analysisOf, scriptFrom } from '../../support/scripts.ts';

const NOTHING: Outcome = {
  mode: 'sentence',
  seconds: 0,
  spokenSeconds: null,
  silentSeconds: null,
  pausedSeconds: 0,
  longestPause: null,
  sentences: [],
  flaws: [],
};

/** A report on sentences that took so many seconds. */
function report(text: string, sentences: readonly (number | null)[], more: Partial<Outcome> = {}) {
  const seconds = sentences.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return reportOf(scriptFrom(text), { ...NOTHING, seconds, sentences, ...more });
}

const TEXT = '# Why? (10 s)\n\nBecause I care. I built a compiler. Then I taught it to two teams in Berlin.\n';

describe('against the target', () => {
  const check = (target: string, seconds: number, off: number | null): void =>
    expect(report(`# Why? ${target}\n\nBecause.\n`, [seconds]).offTarget).toBe(off);

  test('over', () => check('(10 s)', 12, 2));
  test('under', () => check('(10 s)', 7, -3));
  test('within a range', () => check('(10 to 20 s)', 15, 0));
  test('an open end', () => check('(at least 10 s)', 99, 0));
  test('no target', () => check('', 9, null));
});

describe('against the estimate', () => {
  test('the pace of the run beside the planned one', () => {
    const { pace, estimate, offEstimate, isAsEstimated } = report(TEXT, [4, 4, 4]);
    expect(pace.wordsPerMinute).toBe(80);
    expect(pace.plannedWordsPerMinute).toBe(Math.round((16 / estimate.seconds) * 60));
    expect(offEstimate).toBeCloseTo(12 - estimate.seconds, 6);
    expect(isAsEstimated).toBe(12 <= estimate.high);
  });
  test('a run without time harms nothing', () => expect(report(TEXT, []).pace.wordsPerMinute).toBe(0));
});

describe('sentences', () => {
  test('planned times add up to the estimate', () => {
    const { sentences, estimate } = report(TEXT, [1, 2, 3]);
    expect(sentences.reduce((sum, { planned }) => sum + planned, 0)).toBeCloseTo(estimate.seconds, 6);
  });
  test('the worst overrun comes first', () =>
    expect(report(TEXT, [4, 9, 2]).overruns.map(({ text }) => text)).toEqual(['I built a compiler.', 'Because I care.']));
  test('what was not measured overran nothing', () => expect(report(TEXT, [null, null, null], { seconds: 30 }).overruns).toEqual([]));
  test('the longest pause is after its sentence', () =>
    expect(report(TEXT, [4, 4, 4], { longestPause: { seconds: 2, sentence: 1 } }).longestPause).toMatchObject({
      text: 'I built a compiler.',
      seconds: 2,
    }));
});

describe('what to cut', () => {
  const check = (sentences: readonly (number | null)[], expected: readonly string[], seconds?: number): void =>
    expect(report(TEXT, sentences, seconds === undefined ? {} : { seconds }).trims.map(({ text }) => text.split(' ')[0])).toEqual(expected);

  test('the shortest sentence that is enough', () => check([4, 3, 5], ['I']));
  test('a longer one where the short is not enough', () => check([4, 3, 7], ['Then']));
  test('just enough', () => check([4, 6, 7], ['Then']));
  test('several', () => check([8, 6, 7], ['I', 'Then']));
  test('nothing where no cut is enough', () => check([20, 6, 7], []));
  test('nothing on target', () => check([2, 3, 4], []));
  test('the opening is never cut', () => check([9.2, 1, 0.5], ['I']));
  test('where nothing was measured, by the plan', () => check([null, null, null], ['I'], 11));
});

describe('the target of a run', () => {
  /** The heading after the edit. */
  function check(heading: string, seconds: number, expected: string): void {
    const text = `${heading}\n\nBecause I care.\n`;
    const { edits } = setTargetToRun(analysisOf(text), 0, seconds)!;
    const { span, newText } = edits[0]!;
    expect(`${text.slice(0, span.start)}${newText}${text.slice(span.end)}`.split('\n')[0]).toBe(expected);
  }

  test('replaces the target in its words', () => check('# Why? (≈ 30 seconds)', 41.3, '# Why? (≈ 40 seconds)'));
  test('adds one', () => check('# Why?', 41.3, '# Why? (≈ 40 s)'));
  test('never none', () => check('# Why?', 0.2, '# Why? (≈ 5 s)'));
  test('takes the place of one that cannot be read', () => check('# Why? (? s)', 14, '# Why? (≈ 15 s)'));
  test('no answer, no edit', () => expect(setTargetToRun(analysisOf(''), 0, 10)).toBeUndefined());
  test('no time, no edit', () => expect(setTargetToRun(analysisOf('# A\n\nB.\n'), 0, NaN)).toBeUndefined());
});
