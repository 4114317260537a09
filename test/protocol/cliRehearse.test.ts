/** `interview-answers rehearse` as a user runs it: in a terminal, with keys, and with a history that stays. */

import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseHistory } from '../../server/src/core/rehearsal/history.ts';

const CLI = path.join(import.meta.dirname, '../../dist/cli.js');
const TEXT = '# Why us? (5 s)\n\nBecause I care. I built a compiler.\n\n# Weakness?\n\nI say \u001b]0;owned\u0007yes too quickly.\n';

let folder: string;
let answers: string;
let history: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-rehearse-'));
  answers = path.join(folder, 'answers.md');
  history = path.join(folder, 'data', 'history.jsonl');
  writeFileSync(answers, TEXT);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('wrong usage', () => {
  function check(args: readonly string[], expected: RegExp): void {
    const { status, stderr, stdout } = spawnSync(process.execPath, [CLI, 'rehearse', ...args], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
    });
    expect(stderr).toMatch(expected);
    expect([status, stdout]).toEqual([2, '']);
  }

  test('no terminal', () => check(['answers.md'], /needs a terminal/));
  test('no file', () => check([], /takes one file/));
  test('an order that is none', () => check(['answers.md', '--order', 'best'], /--order can't be "best"; it can be given, random, due/));
  test('a countdown that is none', () => check(['answers.md', '--countdown', 'x'], /--countdown can't be "x"; it can be 0 to 60/));
  test('an option that is none', () => check(['answers.md', '--loud'], /Unknown option/));
});

test('says its options', () => {
  const { status, stdout } = spawnSync(process.execPath, [CLI, 'rehearse', '--help'], { encoding: 'utf8' });
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'Usage: interview-answers rehearse [OPTION]… FILE']);
});

/** util-linux's `script` lends a terminal. */
const probe = spawnSync('script', ['--version'], { encoding: 'utf8' });
const hasTerminal = process.platform === 'linux' && probe.status === 0 && probe.stdout.includes('util-linux');

describe.runIf(hasTerminal)('in a terminal', () => {
  let child: ChildProcessWithoutNullStreams;
  let output = '';
  let changed: () => void = () => undefined;

  function start(...args: readonly string[]): void {
    output = '';
    const words = [process.execPath, CLI, 'rehearse', ...args, '--history', history].map((word) => `'${word}'`);
    child = spawn(
      'script',
      ['-qec', `stty rows 24 cols 80; ${words.join(' ')}; status=$?; stty -a | grep -o -- '-\\?icanon'; exit $status`, '/dev/null'],
      { cwd: folder },
    );
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      changed();
    });
  }

  /** Waits until the terminal has shown a text since the last key. */
  async function shown(text: string): Promise<void> {
    while (!plain().includes(text)) await new Promise<void>((resolve) => (changed = resolve));
  }

  function plain(): string {
    return output.replace(/\u001b\[[0-9;?]*[a-zA-Z]/g, '');
  }

  function press(keys: string): void {
    output = '';
    child.stdin.write(keys);
  }

  const ended = (): Promise<number | null> => new Promise((resolve) => child.on('close', resolve));

  afterEach(() => child.kill());

  test('start, pause, go on, end, keep, next, discard: and all is remembered', async () => {
    start('answers.md', '--mode', 'sentence', '--countdown', '0');
    await shown('space start');
    press(' ');
    await shown('space pause');
    press(' ');
    await shown('paused');
    press(' ');
    await shown('space pause');
    press('\u001b[C');
    await shown('space end');
    press('q');
    await shown('k keep · d discard');
    press('k');
    await shown('Kept · n next');
    press('n');
    await shown('Weakness?');
    expect(output).not.toContain('\u001b]0;');
    press(' ');
    await shown('space end');
    press('\r');
    await shown('k keep');
    press('d');
    await shown('Discarded');
    const code = ended();
    press('n');
    expect(await code).toBe(0);
    expect(output).toContain('\u001b[?25h\u001b[?1049l');
    expect(plain()).toMatch(/Why us\?: \d+ s.*\r?\nWeakness\?: \d+ s \(discarded\)/);
    expect(plain()).toMatch(/(?<!-)icanon/);
    const { runs, skipped } = parseHistory(readFileSync(history, 'utf8'));
    expect(skipped).toBe(0);
    expect(runs).toMatchObject([
      { title: 'Why us?', kept: true, mode: 'sentence', target: { minSeconds: 5, maxSeconds: 5 }, load: { words: 7 } },
      { title: 'Weakness?', kept: false },
    ]);
    expect(runs[0]!.answer.id).not.toBe(runs[1]!.answer.id);
  });

  test('Ctrl+C gives the terminal back and keeps nothing', async () => {
    start('answers.md', '--answer', 'weak');
    await shown('space start');
    press(' ');
    await shown('starts in');
    const code = ended();
    press('\u0003');
    expect(await code).toBe(130);
    expect(output).toContain('\u001b[?25h\u001b[?1049l');
    expect(plain()).toMatch(/(?<!-)icanon/);
    expect(existsSync(history)).toBe(false);
  });

  test('a renamed and edited answer is the same in the history', async () => {
    for (const text of [TEXT, TEXT.replace('Why us?', 'What brings you here?').replace('care', 'care a lot')]) {
      writeFileSync(answers, text);
      start('answers.md', '--mode', 'clock', '--countdown', '0');
      await shown('space start');
      press(' ');
      await shown('enter end');
      press('\r');
      await shown('k keep');
      press('k');
      await shown('Kept');
      const code = ended();
      press('q');
      expect(await code).toBe(0);
    }
    const { runs } = parseHistory(readFileSync(history, 'utf8'));
    expect(runs.map(({ title }) => title)).toEqual(['Why us?', 'What brings you here?']);
    expect(runs[1]!.answer.id).toBe(runs[0]!.answer.id);
  });

  test('a heading that is not there', async () => {
    start('answers.md', '--answer', 'strength');
    expect(await ended()).toBe(2);
    expect(plain()).toMatch(/no heading has "strength"; there are:\r?\n {2}Why us\?\r?\n {2}Weakness\?/);
  });
});
