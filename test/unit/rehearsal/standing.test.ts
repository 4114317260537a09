/** How the answers of a file stand: which are rehearsed by themselves, which answer of the history each is, and its best run. */

import { describe, expect, test } from 'vitest';
import { LearnedPaces } from '../../../server/src/core/rehearsal/calibration.ts';
import { NO_HISTORY, paceReset, parseHistory, recordOf, type Run } from '../../../server/src/core/rehearsal/history.ts';
import { answersIn, type Scope } from '../../../server/src/core/rehearsal/script.ts';
import { rehearsablesOf, standingOf } from '../../../server/src/core/rehearsal/standing.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../../server/src/core/settings.ts';
import { aRun, day, onDay } from '../../support/runs.ts';
import { analysisOf } from '../../support/scripts.ts';

describe('what is rehearsed one after the other', () => {
  const text = `# Interview

## Motivation (60 s)

I want this.

### Why now

It is time.

### Why not (10 s)

It is far.

## Empty

## Skills

### Depth

I know compilers.
`;
  const check = (scope: Scope, expected: readonly string[]): void => {
    const analysis = analysisOf(text);
    expect(answersIn(analysis, scope).map((index) => analysis.answers[index]!.answer.content.title)).toEqual(expected);
  };
  const file: Scope = { kind: 'file', title: '' };

  test('in a file: what a target covers goes with its heading', () => check(file, ['Motivation', 'Why not', 'Depth']));
  test('in a section', () => check({ kind: 'section', index: 5 }, ['Depth']));
  test('in a section with a target', () => check({ kind: 'section', index: 1 }, ['Motivation', 'Why not']));
  test('an answer', () => check({ kind: 'answer', index: 2 }, ['Why now']));
  test('a section as one answer', () => check({ kind: 'answer', index: 0 }, ['Interview']));
  test('nothing of nothing', () => check({ kind: 'answer', index: 4 }, []));
  test('nothing of a heading that is not there', () => check({ kind: 'section', index: 99 }, []));
});

describe('which answer it is', () => {
  const text = '# All\n\n## Why us\n\nBecause you build what I have used for years.\n\n## Weakness\n\nI say yes too quickly.\n';

  test('nobody knows at first', () =>
    expect(rehearsablesOf(analysisOf(text), [], 'a.md').map(({ identity }) => identity)).toEqual([undefined, undefined, undefined]));

  test('the run of a section is not one of its answers', () => {
    const analysis = analysisOf(text);
    const [section] = rehearsablesOf(analysis, [], 'a.md');
    const words = section!.script.sentences.map((sentence) => sentence.text).join(' ');
    expect(words).toContain('years');
    const found = rehearsablesOf(analysis, [aRun({ answerId: 'weak', title: 'Weakness', file: 'a.md' })], 'a.md');
    expect(found.map(({ identity }) => identity)).toEqual([undefined, undefined, 'weak']);
  });
});

describe('the best run', () => {
  const check = (seconds: readonly number[], target: Parameters<typeof standingOf>[1], expected: number | undefined, more = {}): void =>
    expect(
      standingOf(
        seconds.map((one, i) => onDay(i, { seconds: one, ...more })),
        target,
        day(9),
      ).best,
    ).toBe(expected);

  test('is nearest to the target', () => check([20, 28, 36], { minSeconds: 30, maxSeconds: 30 }, 28));
  test('is any within it, the shortest first', () => check([50, 40, 70], { minSeconds: 30, maxSeconds: 60 }, 40));
  test('without an upper end is above the lower one', () => check([50, 200], { minSeconds: 60, maxSeconds: null }, 200));
  test('is the shortest without a target', () => check([50, 40, 70], null, 40));
  test('is none that was not said to the end', () => check([50, 40], null, undefined, { flaws: ['unfinished'] }));
  test('is none without runs', () => check([], null, undefined));

  test('the latest is the latest', () => {
    const { latest, count, due } = standingOf([onDay(1), onDay(3)], null, day(4));
    expect([latest?.id, count, due.state]).toEqual(['r3', 2, 'later']);
  });
});

describe('a reset of the pace', () => {
  const slow = [0, 1, 2].map((days) => recordOf(onDay(days, { seconds: 40 })));
  const check = (lines: readonly string[], expected: number | undefined): void => {
    const history = parseHistory(lines.join('\n'));
    expect(history.skipped).toBe(0);
    const source = new LearnedPaces(history, day(4)).for(DEFAULT_SETTINGS).get('en')?.source;
    expect(source?.kind === 'rehearsals' ? source.count : undefined).toBe(expected);
  };

  test('none', () => check(slow, 3));
  test('forgets what was before', () => check([...slow, recordOf(paceReset(day(3)))], undefined));
  test('leaves what came after', () => check([slow[0]!, slow[1]!, recordOf(paceReset(day(1))), slow[2]!], 1));
  test('the last holds', () => check([recordOf(paceReset(day(0))), slow[0]!, recordOf(paceReset(day(3))), ...slow.slice(1)], 2));
  test.each(['{"v":1,"reset":"pace"}', '{"v":1,"reset":"pace","at":"soon"}', '{"v":1,"reset":"all","at":"2025-03-01T10:00:00.000Z"}'])(
    '%s is none',
    (line) => expect(parseHistory(line)).toMatchObject({ forgotten: 0, skipped: 1 }),
  );
});

describe('learned paces', () => {
  const runs: readonly Run[] = [onDay(0), onDay(1, { language: 'de', seconds: 40 })];
  const paces = new LearnedPaces({ ...NO_HISTORY, runs }, day(2));

  test('are the same object for the same settings', () => expect(paces.for(DEFAULT_SETTINGS)).toBe(paces.for(DEFAULT_SETTINGS)));
  test('begin at the pace of the settings', () =>
    expect(paces.for(readSettings({ pace: 'slow' }).settings).get('en')!.factor).toBeGreaterThan(
      paces.for(DEFAULT_SETTINGS).get('en')!.factor,
    ));
  test('are each language’s own', () => {
    const both = paces.for(DEFAULT_SETTINGS);
    expect([...both.keys()]).toEqual(['de', 'en']);
    expect(both.get('de')!.factor).toBeGreaterThan(both.get('en')!.factor);
  });
  test('are none when they are off', () => expect(paces.for(readSettings({ rehearsal: { calibrate: false } }).settings).size).toBe(0));
});
