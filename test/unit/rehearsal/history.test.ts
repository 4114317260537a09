/** The history: lines in, runs out, whatever the lines are; and answers that are known again. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysEast } from '../../../server/src/core/rehearsal/days.ts';
import { toCsv, toJson } from '../../../server/src/core/rehearsal/exportRuns.ts';
import {
  identifyAnswers,
  parseHistory,
  recordOf,
  runOf,
  withoutAnswer,
  withoutRun,
  type Run,
} from '../../../server/src/core/rehearsal/history.ts';
import { fingerprintOf, identify } from '../../../server/src/core/rehearsal/identity.ts';
import { outcomeOf } from '../../../server/src/core/rehearsal/progress.ts';
import { newSession, planOf } from '../../../server/src/core/rehearsal/sessionState.ts';
import { keptByAnswer, meetsTarget, statisticsOf, streakOf } from '../../../server/src/core/rehearsal/statistics.ts';
import { lineBehind } from '../../../server/src/files/jsonLines.ts';
import { aRun, day, onDay } from '../../support/runs.ts';
import { scriptFrom } from '../../support/scripts.ts';

const lineFor = (run: Run, before = ''): string => lineBehind(before, recordOf(run));
const NEWER = '{"v":2,"id":"x","answer":{"id":"a1"},"feeling":"good"}';

describe('reading', () => {
  const check = (text: string, runs: number, skipped: number, newer: number): void => {
    const history = parseHistory(text);
    expect([history.runs.length, history.skipped, history.newer]).toEqual([runs, skipped, newer]);
  };
  const line = lineFor(aRun());

  test('nothing', () => check('', 0, 0, 0));
  test('a run a line', () => check(line + line, 2, 0, 0));
  test('a torn last line', () => check(line + line.slice(0, 70), 1, 1, 0));
  test('garbage', () => check(`${line}\u0000\u0000\n[]\nnull\n3\n"x"\n${line}`, 2, 5, 0));
  test('a newer version', () => check(`${NEWER}\n${line}`, 1, 0, 1));
  test('a byte order mark and Windows line ends', () => check(`\ufeff${line.replace('\n', '\r\n')}\r\n`, 1, 0, 0));
  test('impossible numbers', () =>
    check(`${line.replace('"seconds":30', '"seconds":-30')}${line.replace('"seconds":30', '"seconds":1e999')}`, 0, 2, 0));
  test('an impossible date', () => check(line.replace('2025-03-01', '2025-99-99'), 0, 1, 0));
  test('fields that are not known yet do no harm', () => check(line.replace('{"v":1', '{"v":1,"mood":"fine"'), 1, 0, 0));

  test('any text is read, and what was written is read again', () => {
    const one = fc.record({
      id: fc.string(),
      title: fc.string({ unit: 'grapheme' }),
      file: fc.string(),
      seconds: fc.double({ min: 0, max: 86_400, noNaN: true }),
      kept: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one), fc.string(), (given, garbage) => {
        const runs = given.map((fields) => aRun(fields));
        let text = garbage;
        for (const run of runs) text += lineFor(run, text);
        expect(parseHistory(text).runs).toEqual(JSON.parse(JSON.stringify(runs)));
      }),
    );
  });

  test('a line after a torn one is a line of its own', () =>
    expect(parseHistory(`{"v":1,"id"${lineFor(aRun(), '{"v":1,"id"')}`)).toMatchObject({ runs: [aRun()], skipped: 1 }));
});

describe('deleting', () => {
  const text = `${lineFor(aRun({ id: 'r1' }))}torn\n${NEWER}\n${lineFor(aRun({ id: 'r2', answerId: 'a2' }))}`;

  test('one run; what is not understood stays', () => {
    const left = withoutRun(text, 'r1');
    expect(parseHistory(left)).toMatchObject({ runs: [{ id: 'r2' }], skipped: 1, newer: 1 });
    expect(left).toContain(`torn\n${NEWER}\n`);
  });
  test('a run that is not there', () => expect(withoutRun(text, 'r9')).toBe(text));
  test('an answer’s runs, those of newer versions too', () =>
    expect(parseHistory(withoutAnswer(text, 'a1'))).toMatchObject({ runs: [{ id: 'r2' }], skipped: 1, newer: 0 }));
  test('another answer’s runs stay', () =>
    expect(parseHistory(withoutAnswer(text, 'a2'))).toMatchObject({ runs: [{ id: 'r1' }], newer: 1 }));
});

describe('a run of a script', () => {
  test('holds numbers and the heading, and no text of the answer', () => {
    const script = scriptFrom('# Why? (30 s)\n\nBecause I secretly care. [pause 2s] Very much.\n');
    const outcome = outcomeOf(newSession(planOf(script)));
    const run = runOf(script, outcome, { id: 'x', now: day(0), file: 'a.md', answerId: 'a1', form: 'full', kept: true });
    expect(run).toMatchObject({
      title: 'Why?',
      at: '2025-03-01T12:00:00.000Z',
      load: { words: 6, plannedSeconds: 2 },
      target: { minSeconds: 30, maxSeconds: 30 },
    });
    expect(lineFor(run)).not.toMatch(/secretly/);
    expect(parseHistory(lineFor(run)).runs).toEqual([run]);
    expect('sentences' in run).toBe(false);
  });
});

describe('export', () => {
  const csv = (given: Partial<Run>): string =>
    toCsv([aRun(given)])
      .split('\r\n')
      .slice(1)
      .join('\r\n');

  test('a line a run, below the names', () => {
    const [names, row, end] = toCsv([aRun()]).split('\r\n');
    expect(names!.split(',').length).toBe(row!.split(',').length);
    expect(row).toMatch(/^2025-03-01T10:00:00\.000Z,answers\.md,Why\?,a1,en,flow,full,30,,0,30,30,30,80,120,,true,r1$/);
    expect(end).toBe('');
  });
  for (const sign of ['=', '+', '-', '@', '\t'])
    test(`no formula by ${JSON.stringify(sign)}`, () => expect(csv({ title: `${sign}1+1` })).toContain(`,'${sign}1+1,`));
  test('a sign inside is none', () => expect(csv({ title: '1+1=2' })).toContain(',1+1=2,'));
  test('commas, quotes and lines', () => expect(csv({ title: 'a,"b"\nc' })).toContain(',"a,""b""\nc",'));
  test('JSON is what was kept', () => expect(JSON.parse(toJson([aRun()]))).toEqual([aRun()]));
});

describe('knowing an answer again', () => {
  const BODY = 'I led the migration of our billing system to Postgres, and it took two quarters because every team had its own schema.';
  const OTHER = 'My greatest weakness is that I say yes too quickly, so I now write every promise down before I make it.';

  /** Whether an answer is the one that was known by these. */
  function check(before: readonly [string, string, string], after: readonly [string, string, string], isSame: boolean): void {
    expect(identify([{ id: 'a1', ...fingerprintOf(...before) }], [fingerprintOf(...after)])).toEqual([isSame ? 'a1' : undefined]);
  }

  test('unchanged', () => check(['Why?', BODY, 'a.md'], ['Why?', BODY, 'a.md'], true));
  test('renamed', () => check(['Why?', BODY, 'a.md'], ['Tell me about a project', BODY, 'a.md'], true));
  test('rewritten', () => check(['Tell me about a project', BODY, 'a.md'], ['Tell me about a project', OTHER, 'a.md'], true));
  test('edited', () => check(['Why?', BODY, 'a.md'], ['How?', BODY.replace('Postgres', 'MySQL').replace('two', 'three'), 'a.md'], true));
  test('in a file of another name', () => check(['Why?', BODY, 'a.md'], ['Why?', BODY, 'b.md'], true));
  test('another answer', () => check(['Why?', BODY, 'a.md'], ['Weakness?', OTHER, 'a.md'], false));
  test('the same question in another file', () => check(['Why us?', BODY, 'a.md'], ['Why us?', OTHER, 'b.md'], false));
  test('a numbered heading', () => check(['1. Why us?', BODY, 'a.md'], ['2. Why us?', OTHER, 'a.md'], true));
  test('nothing written, nothing known', () => check(['', '', 'a.md'], ['', '', 'a.md'], false));
  test('Japanese', () =>
    check(['志望動機', '私は大学で機械学習を研究しました。', 'a.md'], ['なぜ', '私は大学で機械学習を学びました。', 'a.md'], true));

  test('two answers are never one, and the more alike has it', () => {
    const known = [{ id: 'a1', ...fingerprintOf('Why?', BODY, 'a.md') }];
    expect(identify(known, [fingerprintOf('Why?', OTHER, 'a.md'), fingerprintOf('How?', BODY, 'a.md')])).toEqual([undefined, 'a1']);
  });
  test('swapped headings go with the text', () => {
    const known = [
      { id: 'a1', ...fingerprintOf('One', BODY, 'a.md') },
      { id: 'a2', ...fingerprintOf('Two', OTHER, 'a.md') },
    ];
    expect(identify(known, [fingerprintOf('Part B', BODY, 'a.md'), fingerprintOf('Part A', OTHER, 'a.md')])).toEqual(['a1', 'a2']);
  });
  test('by the history, through many small edits', () => {
    let runs: readonly Run[] = [];
    let body = BODY.split(' ');
    for (let i = 0; i < body.length; i++) {
      const script = scriptFrom(`# Why ${'abcdefghijklmnopqrstuvwxyz'[i]!.repeat(3)}?\n\n${body.join(' ')}\n`);
      const [id] = identifyAnswers(runs, [script], 'a.md');
      if (i > 0) expect(id).toBe('a1');
      const outcome = outcomeOf(newSession(planOf(script)));
      runs = [...runs, runOf(script, outcome, { id: `r${i}`, now: day(i), file: 'a.md', answerId: 'a1', form: 'full', kept: true })];
      body = body.with(i, `word${i}`);
    }
  });
});

describe('statistics', () => {
  test('of the kept runs only', () => {
    const runs = [onDay(2, { seconds: 50 }), onDay(0, { seconds: 40 }), onDay(1, { seconds: 30 }), onDay(3, { seconds: 999, kept: false })];
    expect(statisticsOf(runs)).toMatchObject({ count: 3, latest: { id: 'r2' }, median: 40, mean: 40, shortest: 30, longest: 50, trend: 5 });
    expect(
      keptByAnswer(runs)
        .get('a1')!
        .map(({ id }) => id),
    ).toEqual(['r0', 'r1', 'r2']);
  });
  test('of no run', () => expect(statisticsOf([aRun({ kept: false })])).toBeUndefined());
  test('one odd run turns no trend', () =>
    expect(statisticsOf([40, 39, 38, 300, 36, 35].map((seconds, i) => onDay(i, { seconds })))!.trend).toBe(-1));
  test('two runs are no trend', () => expect(statisticsOf([onDay(0), onDay(1)])!.trend).toBeNull());
  test('the pace is of runs with the text in view', () => {
    expect(statisticsOf([onDay(0, { seconds: 40 }), onDay(1, { seconds: 10, form: 'hidden' })])!.wordsPerMinute).toBe(120);
    expect(statisticsOf([onDay(1, { form: 'hidden' })])!.wordsPerMinute).toBeNull();
  });
  test('the latest on target', () => expect(statisticsOf([30, 45, 29, 30].map((seconds, i) => onDay(i, { seconds })))!.onTarget).toBe(2));

  const meets = (seconds: number, given: Partial<Run> = {}): boolean => meetsTarget(aRun({ seconds, ...given }));
  test('what meets a target', () => expect([meets(30), meets(27.5), meets(26), meets(31)]).toEqual([true, true, false, false]));
  test('no target and no whole run meet none', () =>
    expect([meets(30, { target: null }), meets(30, { flaws: ['skipped'] })]).toEqual([false, false]));

  const streak = (days: readonly number[], minutesEast = 0): number =>
    streakOf(
      days.map((one) => onDay(one)),
      day(10),
      daysEast(minutesEast),
    );
  test('days in a row up to today', () => expect(streak([10, 9, 9, 8, 6])).toBe(3));
  test('or yesterday', () => expect(streak([9, 8])).toBe(2));
  test('and no further back', () => expect(streak([8, 7])).toBe(0));
  test('a day ends at the user’s midnight', () => {
    const late = [aRun({ at: '2025-03-10T23:30:00Z' })];
    expect([streakOf(late, Date.UTC(2025, 2, 12, 0, 30), daysEast(0)), streakOf(late, Date.UTC(2025, 2, 12, 0, 30), daysEast(60))]).toEqual(
      [0, 1],
    );
  });
});
