/** The rehearsal in a terminal: keys and times in, screens and runs out. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecallForm } from '../../../server/src/core/rehearsal/recall.ts';
import { step } from '../../../server/src/core/rehearsal/session.ts';
import { newSession, planOf, type SessionOptions } from '../../../server/src/core/rehearsal/sessionState.ts';
import { rehearseAnswer, type FinishedRun } from '../../../server/src/cli/rehearsal/rehearseAnswer.ts';
import { clean, rehearsalScreen, widthOf } from '../../../server/src/cli/rehearsal/screen.ts';
import { keysOf, type TerminalIo } from '../../../server/src/cli/rehearsal/terminal.ts';
import { markdown } from '../../support/markdownArbitrary.ts';
import { analysisOf, scriptFrom } from '../../support/scripts.ts';
import { scriptOf } from '../../../server/src/core/rehearsal/script.ts';

const TEXT = '# Why us? (10 s)\n\nBecause I care. [smile] I built a compiler.\n\nThen I taught it.\n';

/** A screen without its styles. */
function plain(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/\u001b\[\d+m/g, '')).join('\n');
}

function screen(
  seconds: number,
  options: SessionOptions = {},
  form: RecallForm = 'full',
  size = { columns: 60, rows: 14 },
): readonly string[] {
  let session = newSession(planOf(scriptFrom(TEXT)), options);
  if (seconds > 0) {
    session = step(step(session, { type: 'start' }, 0), { type: 'hidden' }, 0);
    session = step(session, { type: 'tick' }, seconds * 1000);
  }
  return rehearsalScreen(scriptFrom(TEXT), session, size, { hasColours: true, form });
}

describe('the screen', () => {
  test('before the start', () => {
    const { estimate } = scriptFrom(TEXT);
    expect(plain(screen(0)).split('\n')).toEqual([
      'Why us?',
      `target 10 s, estimate ${Math.round(estimate.seconds)} s`,
      '0:00   0:10 left   ● on track',
      '',
      'Because I care. [smile] I built a compiler. ',
      '',
      'Then I taught it. ',
      '',
      'space start · q quit',
    ]);
  });
  test('the verdict by word, shape and colour', () => {
    expect(screen(9.5)[2]).toContain('\u001b[33m▲ nearly over\u001b[39m');
    expect(screen(12)[2]).toContain('\u001b[31m■ over\u001b[39m');
    expect(plain(screen(12))).toContain('0:12   0:02 over');
  });
  test('the word of the moment stands out', () => expect(screen(0.1)[4]).toContain('\u001b[7mBecause\u001b[27m'));
  test('the countdown', () => expect(plain(screen(1.2, { countdownSeconds: 3 }))).toContain('starts in 2'));
  test('the clock alone', () => expect(plain(screen(1, { mode: 'clock' }))).not.toContain('Because'));
  test('first letters', () => expect(plain(screen(0, {}, 'firstLetters'))).toContain('B__ I c__. [smile] I b__ a c__.'));
  test('key points', () => expect(plain(screen(0, {}, 'keyPoints'))).toContain('• built compiler\n• taught'));
  test('hidden', () => expect(plain(screen(0, {}, 'hidden'))).not.toContain('care'));

  test('fits, and has no control character but its own styles', () => {
    fc.assert(
      fc.property(
        markdown,
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom<RecallForm>('full', 'firstLetters', 'keyPoints'),
        (text, columns, rows, form) => {
          const script = scriptOf(analysisOf(`# \u001b]0;x\u0007 \u009b2J\n\nA\u001b[2Jb.\n\n${text}`), {
            kind: 'file',
            title: 'a\u001bb',
          })!;
          const lines = rehearsalScreen(script, newSession(planOf(script)), { columns, rows }, { hasColours: false, form });
          expect(lines.length).toBeLessThanOrEqual(rows);
          expect(plain(lines).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
          for (const line of plain(lines).split('\n').slice(4)) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('text as data', () => {
  const check = (text: string, expected: string): void => expect(clean(text)).toBe(expected);

  test('escape sequences', () => check('a\u001b[31mb\u009b', 'a␛[31mb\ufffd'));
  test('line ends', () => check('a\r\n\tb', 'a   b'));
  test('what turns the direction', () => check('a\u202eb\u2066c', 'abc'));
  test('ordinary text', () => check('naïve 日本 😀', 'naïve 日本 😀'));
  test('widths', () => expect([widthOf('abc'), widthOf('日本'), widthOf('e\u0301'), widthOf('😀')]).toEqual([3, 4, 1, 2]));
});

test('keys', () => {
  expect(keysOf(' \r\u001b[C\u001bOD\u001b[A\u001b[1;5Bq\u0003é\u001b')).toEqual([
    'space',
    'enter',
    'right',
    'left',
    'up',
    '\u001b[1;5B',
    'q',
    'interrupt',
    'é',
    '\u001b',
  ]);
});

describe('an answer', () => {
  /** Plays "0 space, 4 right": seconds and key. Returns how it ended, the runs, and the last screen. */
  async function play(keys: string, session: SessionOptions = { mode: 'sentence' }, form: RecallForm = 'full') {
    const script = scriptFrom(TEXT);
    const runs: FinishedRun[] = [];
    const events = keys.split(', ').map((one) => one.split(' ') as [string, string]);
    let now = 0;
    let last = '';
    const io: TerminalIo = {
      now: () => now,
      size: () => ({ columns: 80, rows: 24 }),
      draw: (lines) => (last = plain(lines)),
      next() {
        const [seconds, key] = events.shift() ?? ['0', 'interrupt'];
        now = Number(seconds) * 1000;
        return Promise.resolve(key);
      },
    };
    const end = await rehearseAnswer(script, io, {
      session,
      form,
      hasColours: false,
      record(run) {
        runs.push(run);
        return Promise.resolve('Kept');
      },
    });
    return { end, runs, last };
  }

  test('by keys to the end, kept', async () => {
    const { end, runs, last } = await play('0 space, 3 right, 7 enter, 9 enter, 10 k, 11 n');
    expect(end).toBe('next');
    expect(runs).toMatchObject([{ isKept: true, outcome: { seconds: 9, sentences: [3, 4, 2], flaws: [] } }]);
    expect(last).toContain('Kept · n next');
  });
  test('discarded, and again', async () => {
    const { end, runs } = await play('0 space, 3 q, 4 d, 5 r, 6 space, 8 q, 9 k, 9 q');
    expect(end).toBe('quit');
    expect(runs.map(({ isKept, outcome }) => [isKept, outcome.seconds])).toEqual([
      [false, 3],
      [true, 2],
    ]);
  });
  test('paused time is not counted', async () =>
    expect((await play('0 space, 3 space, 9 space, 10 q, 10 k, 10 q')).runs[0]!.outcome).toMatchObject({ seconds: 4, pausedSeconds: 6 }));
  test('nobody leaves without a decision by mistake', async () => {
    const { runs, last } = await play('0 space, 3 q, 4 q, 5 n');
    expect(runs).toEqual([]);
    expect(last).toContain('First: k keep · d discard');
  });
  test('Ctrl+C leaves at once', async () => expect(await play('0 space, 3 interrupt')).toMatchObject({ end: 'interrupted', runs: [] }));
  test('q before the start leaves', async () => expect((await play('0 q')).end).toBe('quit'));
  test('enter ends the clock', async () =>
    expect((await play('0 enter, 5 enter, 6 k, 6 n', { mode: 'clock' })).runs[0]!.outcome.seconds).toBe(5));
  test('a hidden answer that was looked at was not by heart', async () =>
    expect((await play('0 space, 3 s, 5 q, 6 k, 6 n', {}, 'hidden')).runs[0]!.form).toBe('full'));
  test('the report says what to cut', async () => {
    const { last } = await play('0 space, 3 right, 12 right, 14 right, 15 x');
    expect(last).toContain('0:14  ■ over');
    expect(last).toContain('4 s over the target.');
    expect(last).toMatch(/To be on target, cut:\n {2}9 s {2}I built a compiler\./);
  });
});
