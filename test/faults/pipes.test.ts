/** The command line among pipes, devices and folders that are gone: what never ends is refused, and what never comes is not waited for after Ctrl+C. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, closeSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CLI } from '../support/commandLine.ts';
import { words } from '../support/words.ts';

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-pipes-'));
  writeFileSync(at('a.md'), `# Why us (10 s)\n\n${words(60)}.\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PATIENCE = 120_000;

describe.skipIf(!existsSync('/dev/zero'))('what never ends', { timeout: PATIENCE }, () => {
  const cases: readonly (readonly [name: string, args: readonly string[], said: string])[] = [
    ['an answers file', ['check', '/dev/zero'], `can't read "/dev/zero": it is too large`],
    ['answers on standard input', ['check', '-'], `can't read "<stdin>": it is too large`],
    ['texts on standard input', ['estimate'], `can't read standard input: it is too large`],
    ['runs to learn from', ['estimate', '--calibrate', '/dev/zero'], `can't read "/dev/zero": it is too large`],
    ['a transcript', ['links', '--transcripts', '/dev/zero', '--', 'term'], `/dev/zero:1: it is too large`],
    [
      'a glossary',
      ['links', '--transcripts', 'a.md', '--glossary', '/dev/zero', '--', 'term'],
      `can't read the glossary "/dev/zero": it is too large`,
    ],
    ['terms', ['links', '--transcripts', 'a.md', '--terms', '/dev/zero'], `can't read the terms in "/dev/zero": it is too large`],
    ['evidence', ['check', '--evidence', '/dev/zero', 'a.md'], `can't read the evidence "/dev/zero": it is too large`],
    ['a baseline', ['check', '--baseline', '/dev/zero', 'a.md'], `can't read the baseline "/dev/zero": it is too large`],
    ['a history', ['check', '--history', '/dev/zero', 'a.md'], `can't read the history "/dev/zero": it is too large`],
  ];
  test.each(cases)('%s', (_, args, said) => {
    const zero = openSync('/dev/zero', 'r');
    const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: [zero, 'pipe', 'pipe'],
    });
    closeSync(zero);
    expect({ status, stderr }).toEqual({ status: 2, stderr: `interview-answers: ${said}\n` });
  });
});

describe.skipIf(process.platform !== 'linux')('Ctrl+C while something never comes', { timeout: PATIENCE }, () => {
  beforeEach(() => void spawnSync('mkfifo', [at('pipe')]));

  /** Sends a check these signals, once it has come behind a file that can't be read; what it has ended by. */
  async function interrupted(
    args: readonly string[],
    signals: readonly NodeJS.Signals[],
  ): Promise<{ code: number | null; signal: string | null; said: string }> {
    writeFileSync(at('0.md'), Uint8Array.of(0x80, 0xff, 0x00, 0xc3, 0x28));
    const child = spawn(process.execPath, [CLI, 'check', '0.md', ...args], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      if (said === '') for (const signal of signals) child.kill(signal);
      said += data.toString();
    });
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.on('close', (...by) => resolve(by)));
    return { code, signal, said: said.replace(/.*\n/, '') };
  }

  test('standard input: it ends in order', async () =>
    expect(await interrupted(['-'], ['SIGINT'])).toEqual({
      code: 130,
      signal: null,
      said: expect.stringMatching(/interrupted after [01] of 2 files\n$/) as string,
    }));

  // Node can't leave by itself while a pipe is being opened, but may be told to before that: to a shell it is one exit code.
  test.each([
    ['a pipe', ['pipe']],
    ['a pipe in one of several threads', ['--threads', '2', 'pipe', 'a.md']],
  ])('%s: it ends all the same', async (_, args) => {
    const { code, signal } = await interrupted(args, ['SIGINT']);
    expect(signal === 'SIGINT' ? 128 + os.constants.signals.SIGINT : code).toBe(130);
  });

  test('a report that can’t be ended: nothing of it is left', async () => {
    await interrupted(['--output', 'report.txt', 'pipe'], ['SIGINT']);
    expect(readdirSync(folder).sort()).toEqual(['0.md', 'a.md', 'pipe']);
  });

  // Two signals of one kind could be taken for one.
  test('the second ends it, too', async () =>
    expect([null, 130, 143]).toContain((await interrupted(['pipe'], ['SIGINT', 'SIGTERM'])).code));
});

test.skipIf(!existsSync('/dev/full'))('standard output that is full is said', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'check', 'a.md'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "interview-answers: can't write to standard output: the disk is full (no space left)\n",
  });
});

test.skipIf(process.platform === 'win32')('a current folder that is gone is said', () => {
  const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"';
  const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', process.execPath, CLI, 'check'], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 2, stderr: "interview-answers: can't find the current folder: it does not exist\n" });
});

test('a file that is named in several ways is checked once', () => {
  const { stdout } = spawnSync(process.execPath, [CLI, 'check', 'a.md', './a.md', at('a.md'), '.'], { cwd: folder, encoding: 'utf8' });
  expect(stdout).toMatch(/^(?:a\.md:\d.*\n)+1 answer in 1 file,/);
});
