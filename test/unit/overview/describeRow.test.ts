/** How the tree and the overview put an answer's standing into words. */

import { describe, expect, test } from 'vitest';
import type { AnswerRow, FindingCounts, Totals } from '../../../server/src/protocol/overview.ts';
import { findingsOf, shortTimeOf, timeOf } from '../../../client/src/overview/describeRow.ts';
import { formatRange, formatShortfalls } from '../../../server/src/core/text/format.ts';

const NONE: FindingCounts = { error: 0, warning: 0, information: 0, hint: 0 };
const TOTALS: Totals = { seconds: 125, low: 100, high: 150, words: 300, answers: 3, unwritten: 0, over: 0, under: 0, findings: NONE };

function row(more: Partial<AnswerRow>): AnswerRow {
  return {
    title: 'A',
    line: 0,
    endLine: 1,
    level: 1,
    kind: 'answer',
    seconds: 41,
    low: 30,
    high: 50,
    ownSeconds: 41,
    words: 100,
    findings: NONE,
    ...more,
  };
}

describe('the time of', () => {
  test.each([
    ['an answer', row({}), '41 s'],
    ['an answer with a target', row({ target: { min: 30, max: 30 } }), '41 s of 30 s'],
    ['an answer with an open target', row({ target: { min: 30, max: null } }), '41 s of at least 30 s'],
    ['an answer that is not written', row({ words: 0, target: { min: 30, max: 60 } }), 'not written, target 30 s to 1 min'],
    ['a heading that says nothing', row({ words: 0 }), 'not written'],
    ['a section', row({ kind: 'section', words: 0, total: TOTALS }), '2 min 5 s'],
    [
      'a section with targets',
      row({ kind: 'section', words: 0, total: { ...TOTALS, target: { min: 120, max: 120 } } }),
      '2 min 5 s of 2 min',
    ],
    ['an empty section', row({ kind: 'section', words: 0, total: { ...TOTALS, words: 0 } }), ''],
  ])('%s', (_, one, expected) => expect(timeOf(one)).toBe(expected));

  test('an answer in few letters', () => {
    expect(shortTimeOf(row({ target: { min: 30, max: 30 } }))).toBe('41 of 30 s');
    expect(shortTimeOf(row({ seconds: 100, target: { min: 30, max: 30 } }))).toBe('1 min 40 s of 30 s');
  });
});

test('findings and shortfalls are counted, and nothing is said of none', () => {
  expect(findingsOf({ error: 0, warning: 2, information: 1, hint: 0 })).toBe('2 warnings, 1 note');
  expect(findingsOf(NONE)).toBe('');
  expect(formatShortfalls({ ...TOTALS, over: 2, unwritten: 1 })).toBe('2 over, 1 not written');
  expect(formatShortfalls(TOTALS)).toBe('');
});

test.each([
  [30, 30, '30 s'],
  [0, 90, 'at most 1 min 30 s'],
  [60, 120, '1 min to 2 min'],
  [45, Infinity, 'at least 45 s'],
  [45, null, 'at least 45 s'],
])('a target from %s to %s is written as %s', (min, max, expected) => expect(formatRange(min, max)).toBe(expected));
