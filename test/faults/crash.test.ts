/** An error of the product itself over one file of many: that file is named, the others are reported, and the exit code says that something is missing. */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BREAKS, brokenCli } from '../support/brokenCli.ts';
import { words } from '../support/words.ts';

const MINUTE = 60_000;
const FILES = 12;

let modules: string;
let cli: string;
beforeAll(async () => {
  modules = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-broken-'));
  cli = await brokenCli(modules);
});
afterAll(() => rmSync(modules, { recursive: true, force: true }));

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-crash-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nameOf = (number: number): string => `${String(number).padStart(2, '0')}.md`;
const answers = (what = ''): string => `# Why us (10 s)\n\nIn order to win, ${words(50)}. ${what}\n`;

/** Checks twelve files of which some break; answers the exit code, which files were reported, and what was complained about. */
async function check(breaks: Readonly<Record<number, string>>, ...args: readonly string[]) {
  for (let i = 0; i < FILES; i++) writeFileSync(path.join(folder, nameOf(i)), answers(breaks[i]));
  const child = spawn(process.execPath, ['--max-old-space-size=100', cli, 'check', ...args, '.'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, reported: [...new Set(stdout.match(/\d\d\.md/g))].map((name) => Number.parseInt(name, 10)), stdout, complaints: stderr };
}

const but = (...broken: readonly number[]): readonly number[] =>
  Array.from({ length: FILES }, (_, i) => i).filter((i) => !broken.includes(i));

describe.each(['1', '3'])('with %s threads', (threads) => {
  test(
    'an error over some files',
    async () => {
      const broken = [0, 1, 5, 11];
      const { status, reported, complaints } = await check(Object.fromEntries(broken.map((i) => [i, BREAKS.throws])), '--threads', threads);
      expect({ status, reported }).toEqual({ status: 2, reported: but(...broken) });
      const named = [...complaints.matchAll(/^interview-answers: can't check "(.*)": an error in interview-answers itself.*out of luck/gm)];
      expect(named.map(([, name]) => name)).toEqual(broken.map(nameOf));
    },
    MINUTE,
  );

  test(
    '--fix mends the others, and leaves that one alone',
    async () => {
      const { status } = await check({ 3: BREAKS.throws }, '--threads', threads, '--fix');
      expect(status).toBe(2);
      for (let i = 0; i < FILES; i++) {
        const after = readFileSync(path.join(folder, nameOf(i)), 'utf8');
        if (i === 3) expect(after).toBe(answers(BREAKS.throws));
        else expect(after).toContain('To win');
      }
    },
    MINUTE,
  );
});

describe('a thread that dies', () => {
  test.each([
    ['by ending itself', BREAKS.exits, 'the thread has ended'],
    ['for want of memory', BREAKS.fills, 'out of memory'],
  ])(
    '%s costs the file that it was at',
    async (_, breaks, reason) => {
      const { status, reported, complaints } = await check({ 0: breaks, 6: breaks, 11: breaks }, '--threads', '2');
      expect({ status, reported }).toEqual({ status: 2, reported: but(0, 6, 11) });
      for (const i of [0, 6, 11])
        expect(complaints).toMatch(new RegExp(`can't check "${nameOf(i)}": an error in interview-answers itself[^\\n]*${reason}`));
    },
    2 * MINUTE,
  );

  test(
    'leaves a report in a file whole',
    async () => {
      const { status } = await check({ 4: BREAKS.exits }, '--threads', '2', '--format', 'json', '--output', 'report.json');
      expect(status).toBe(2);
      const { files } = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as { files: readonly { path: string }[] };
      expect(files.map(({ path: name }) => name)).toEqual(but(4).map(nameOf));
    },
    MINUTE,
  );
});
