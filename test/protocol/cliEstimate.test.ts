/** `interview-answers estimate` as a user runs it: lines in, lines out. */

import { describe, expect, test } from 'vitest';
import { runCliSync, type Ran } from '../support/commandLine.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { words } from '../support/words.ts';

interface Line {
  readonly id: unknown;
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
  readonly words: number;
  readonly phones: number;
  readonly spoken: string;
}

const folder = temporaryFolder('estimate');

const run = (input: string, args: readonly string[] = []): Ran => runCliSync(['estimate', ...args], folder.path, input);

function estimate(input: string, args: readonly string[] = []): readonly Line[] {
  const { stdout } = run(input, args);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

test('JSON Lines: one line out for each, in order, with its id', () => {
  const lines = estimate(`{"id": "a", "text": "We trained a 25B-A3.5B model."}\n\n{"id": 2, "text": "${words(50)}."}\r\n`);
  expect(lines.map(({ id }) => id)).toEqual(['a', 2]);
  expect(lines[0]!.spoken).toContain('twenty five b a three point five b');
  expect(lines[0]!.words).toBe(5);
  for (const { seconds, low, high, phones } of lines) {
    expect(low).toBeLessThan(seconds);
    expect(high).toBeGreaterThan(seconds);
    expect(phones).toBeGreaterThan(10);
  }
});

test('plain text is one text', () => {
  const [line, ...others] = estimate('Hello there.\n\nThis is all one text.\n');
  expect(others).toEqual([]);
  expect(line).toMatchObject({ id: null, words: 7 });
});

test('empty input gives nothing', () => expect(run('')).toMatchObject({ status: 0, stdout: '' }));

test('the pace: slow takes longer than fast, and words per minute are kept', () => {
  const input = JSON.stringify({ id: 1, text: `${words(100)}.` });
  const [slow, normal, fast] = ['slow', 'normal', 'fast'].map((pace) => estimate(input, ['--pace', pace])[0]!.seconds) as [
    number,
    number,
    number,
  ];
  expect(slow).toBeGreaterThan(normal);
  expect(normal).toBeGreaterThan(fast);
  const [at120, at240] = ['120', '240'].map((pace) => estimate(input, ['--pace', pace])[0]!.seconds) as [number, number];
  expect(at120 / at240).toBeCloseTo(2, 1);
});

test('calibration learns from timed texts, and narrows the interval', () => {
  const text = `${words(60)}.`;
  const [before] = estimate(JSON.stringify({ id: 1, text })) as [Line];
  const runs = Array.from({ length: 5 }, () => JSON.stringify({ text, seconds: before.seconds * 1.3 }));
  folder.write('runs.jsonl', runs.join('\n'));
  const [after] = estimate(JSON.stringify({ id: 1, text }), ['--calibrate', 'runs.jsonl']) as [Line];
  expect(after.seconds / before.seconds).toBeGreaterThan(1.2);
  expect(after.high / after.low).toBeLessThan(before.high / before.low);
});

test('a language that writes no spaces is not counted in words', () => {
  const [line] = estimate(JSON.stringify({ id: 1, text: '我们用了三个月的时间重新设计了整个系统。' })) as [Line];
  expect(line.seconds).toBeGreaterThan(2.5);
  expect(line.seconds).toBeLessThan(8);
});

describe('wrong usage and unreadable input', () => {
  test.each([
    ['a pace that is none', ['--pace', 'breakneck'], 'x', '--pace'],
    ['a pace out of range', ['--pace', '5'], 'x', '--pace'],
    ['an unknown option', ['--speed'], 'x', '--speed'],
    ['a file that does not exist', ['--calibrate', 'gone.jsonl'], 'x', 'gone.jsonl'],
    ['a line that is no JSON', [], '{"id": 1, "text": "One."}\nnot json\n', 'line 2'],
    ['a line without a text', [], '{"id": 1}', 'line 1'],
  ])('%s', (_, args, input, message) => {
    const { status, stderr } = run(input, args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a bad line of calibration is named with file and line', () => {
    folder.write('runs.jsonl', '{"text": "One.", "seconds": 1}\n{"text": "Two."}\n');
    expect(run('x', ['--calibrate', 'runs.jsonl'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('runs.jsonl:2') as unknown,
    });
  });

  test('the good lines are estimated all the same', () => {
    expect(estimate('{"id": 1, "text": "One."}\nnot json\n{"id": 3, "text": "Three."}').map(({ id }) => id)).toEqual([1, 3]);
  });
});
