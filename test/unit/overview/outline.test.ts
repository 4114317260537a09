/** The outline of a file: times, verdicts, findings and totals, heading by heading. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/core/analysis.ts';
import { outlineOf, type Outline } from '../../../server/src/core/overview/outline.ts';
import { plainTextOf } from '../../../server/src/core/overview/saidText.ts';
import { axisOf } from '../../../server/src/core/overview/scale.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/core/settings.ts';
import { markdown } from '../../support/markdownArbitrary.ts';
import { words } from '../../support/words.ts';

function outline(text: string, settings = DEFAULT_SETTINGS): Outline {
  return outlineOf(analyse(text, { settings, isListed: false }), settings);
}

/** Each heading as "title: verdict". */
function check(text: string, expected: readonly string[]): void {
  expect(outline(text).rows.map(({ title, verdict = 'none' }) => `${title}: ${verdict}`)).toEqual(expected);
}

/** About 27 s to say. */
const LONG = `${words(70)}.`;

describe('a verdict', () => {
  test('says over, under, or met', () => {
    check(`# A (10 s)\n\n${LONG}\n\n# B (5 min)\n\n${LONG}\n\n# C (10 s – 60 s)\n\n${LONG}`, ['A: over', 'B: under', 'C: met']);
  });
  test('agrees with the rules: within the tolerance it is met', () => {
    const { rows } = outline(`# A (60 s)\n\n${LONG}`);
    const seconds = Math.round(rows[0]!.estimate.seconds);
    check(`# A (${seconds - 1} s)\n\n${LONG}`, ['A: met']);
    check(`# A (${seconds + 1} s)\n\n${LONG}`, ['A: met']);
  });
  test('needs a target and something said', () => {
    check(`# A (10 s)\n\n# B\n\n${LONG}`, ['A: none', 'B: none']);
  });
  test('stands at the heading whose target covers the parts', () => {
    check(`# A (10 s)\n\n## B\n\n${LONG}\n\n## C\n\n${LONG}`, ['A: over', 'B: none', 'C: none']);
  });
});

describe('totals', () => {
  test('add up what is said, once', () => {
    const { rows, total } = outline(`# A (10 s)\n\n## B\n\n${LONG}\n\n## C\n\n${LONG}\n`);
    expect(rows[0]!.total!.seconds).toBeCloseTo(rows[1]!.estimate.seconds + rows[2]!.estimate.seconds);
    expect(rows[0]!.estimate.seconds).toBeCloseTo(total.seconds);
    expect(rows.map(({ kind }) => kind)).toEqual(['answer', 'part', 'part']);
    expect(total).toMatchObject({ answers: 1, unwritten: 0, over: 1, under: 0, words: 140, target: { minSeconds: 10, maxSeconds: 10 } });
  });
  test('add up targets where all that is said has one', () => {
    expect(outline(`# S\n\n## A (10 s)\n\nYes.\n\n## B (20 s – 30 s)\n`).rows[0]!.total!.target).toEqual({
      minSeconds: 30,
      maxSeconds: 40,
    });
    expect(outline(`# S\n\n## A (10 s)\n\nYes.\n\n## B\n\nNo.\n`).rows[0]!.total!.target).toBeUndefined();
    expect(outline(`# S\n\n## A (10 s)\n\nYes.\n\n## B\n`).rows[0]!.total!.target).toEqual({ minSeconds: 10, maxSeconds: 10 });
  });
  test('count what is not written', () => {
    expect(outline('# S\n\n## A (10 s)\n\n## B\n').total).toMatchObject({ answers: 2, unwritten: 2, seconds: 0 });
  });
  test('of a heading without others below it are not given', () => {
    expect(outline('# A (10 s)\n').rows[0]!.total).toBeUndefined();
  });
});

test('findings belong to the heading above them', () => {
  const { rows, total } = outline(`# A (10 s)\n\n${words(70)}\n\n# B (10 s)\n\nYes.\n`);
  expect(rows[0]!.findings.warning).toBeGreaterThan(0);
  expect(rows[1]!.findings).toEqual({ error: 0, warning: 0, information: 1, hint: 0 });
  expect(total.findings.information).toBe(1);
});

test('key points are those of paragraphs, or of sentences where there is one paragraph', () => {
  expect(outline('# A (10 s)\n\nWe lost data. It hurt.\n\nWe wrote tests.\n').rows[0]!.keyPoints).toEqual(['lost data', 'wrote tests']);
  expect(outline('# A (10 s)\n\nWe lost data. We wrote tests.\n').rows[0]!.keyPoints).toEqual(['lost data', 'wrote tests']);
  expect(outline('# A (10 s)\n').rows[0]!.keyPoints).toEqual([]);
});

test('other Markdown has headings and nothing else', () => {
  expect(outline('# Notes\n\nText.\n')).toMatchObject({
    isAnswersFile: false,
    rows: [{ title: 'Notes', words: 0 }],
    total: { answers: 0 },
  });
});

test('what is said below every heading adds up to the total, in any file', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const { rows, total } = outline(`---\ninterviewAnswers: true\n---\n${text}`);
      expect(rows.reduce((sum, { ownSeconds }) => sum + ownSeconds, 0)).toBeCloseTo(total.seconds);
      for (const row of rows) expect(row.section.start).toBe(row.heading.start);
    }),
  );
});

describe('the axis', () => {
  test('has round marks and holds everything', () => {
    const { rows } = outline(`# A (at least 3 min)\n\n${LONG}`);
    const { max, ticks } = axisOf(rows, [100]);
    expect(max).toBeGreaterThanOrEqual(180);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBe(max);
    expect(ticks.every((tick) => tick % 5 === 0)).toBe(true);
  });
  test('of nothing, and of days', () => {
    expect(axisOf([])).toEqual({ max: 5, ticks: [0, 5] });
    expect(axisOf([], [400_000]).max).toBeGreaterThanOrEqual(400_000);
    expect(axisOf([], [400_000]).ticks.length).toBeLessThan(12);
  });
});

describe('plain text', () => {
  const file = analyse('# S\n\n## A (10 s)\n\nA *b* `c` [d](e). [pause 1s]\n\n- one\n- two\n\n# T\n', {
    settings: DEFAULT_SETTINGS,
    isListed: false,
  });
  test('is what is said, with titles', () => expect(plainTextOf(file, 1)).toBe('A\n\nA b c d.\n\none\ntwo'));
  test('holds what is below', () => expect(plainTextOf(file, 0)).toBe('S\n\nA\n\nA b c d.\n\none\ntwo'));
  test('is empty where there is no heading', () => expect(plainTextOf(file, 9)).toBe(''));
});
