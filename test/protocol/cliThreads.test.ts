/** `interview-answers check` with several threads: the same bytes as with one, whatever is in the way, and nothing half written. */

import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { CLI, runCli, type Ran } from '../support/commandLine.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { words } from '../support/words.ts';

const FILES = 30;
const MINUTE = 60_000;

const folder = temporaryFolder('threads');

beforeEach(() => {
  for (let i = 0; i < FILES; i++) folder.write(`answers/${i % 3}/${i}.md`, answers(i));
});

/** Files of different lengths, each with findings of its own, one of which has a safe fix. */
function answers(number: number): string {
  return `# Why ${number} (10 s)\n\nWe met at the gate ${number}. In order to go on, ${words(20 + (number % 7) * 9)}.\n`;
}

/** Not synchronous, so that the runner of the tests hears from this process meanwhile. */
const run = (...args: readonly string[]): Promise<Ran> => runCli(['check', ...args], { cwd: folder.path });

function ended(child: ChildProcessByStdio<null, Readable, Readable>, onError: () => void = () => undefined): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (data: string) => (stdout += data));
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    if (stderr === '') onError();
    stderr += data;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}

/** Everything in the folder, by path. */
function contents(): Readonly<Record<string, string>> {
  const found = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    found.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder.path, file), readFileSync(file, 'utf8')];
    }),
  );
}

/** Runs with one thread and with three, and holds one against the other. */
async function checkSame(...args: readonly string[]): Promise<Ran> {
  const before = contents();
  const one = await run('--threads', '1', ...args);
  const after = contents();
  rmSync(folder.path, { recursive: true });
  for (const [name, text] of Object.entries(before)) folder.write(name, text);
  expect(await run('--threads', '3', ...args)).toEqual(one);
  expect(contents()).toEqual(after);
  return one;
}

describe('the same with one thread and with three', { timeout: MINUTE }, () => {
  test.each(['text', 'json', 'sarif', 'github'])('as %s', async (format) => {
    const { status, stdout, stderr } = await checkSame('--format', format, '--hints', 'answers');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const order = [...stdout.matchAll(/answers\/(\d\/\d+)\.md/g)].map(([, name]) => name!);
    expect([...new Set(order)]).toHaveLength(FILES);
    expect([...new Set(order)]).toEqual([...new Set(order)].toSorted());
  });

  test('with a file that is no text, and config files that say nonsense', async () => {
    folder.write('answers/1/binary.md', Uint8Array.of(0x80, 0xff, 0x00, 0xc3, 0x28));
    folder.write('answers/0/.interview-answers.json', '{"pace": "slowly"}');
    folder.write('answers/2/.interview-answers.json', '{"pace": "brisk"}');
    const before = contents();
    delete (before as Record<string, string>)['answers/1/binary.md'];
    const [one, three] = await Promise.all(['1', '3'].map((threads) => run('--threads', threads, 'answers')));
    expect(three).toEqual(one);
    expect(one!.status).toBe(2);
    expect(one!.stderr.split('\n')).toEqual([
      expect.stringContaining('slowly'),
      expect.stringMatching(/can't read "answers\/1\/binary\.md": it is not UTF-8 text/),
      expect.stringContaining('brisk'),
      '',
    ]);
    expect(one!.stdout).toMatch(/answers in 30 files/);
  });

  test('with a config file that is no JSON: it is said once, and the files of other folders are checked', async () => {
    folder.write('answers/1/.interview-answers.json', '{\n  "pace": 3,,\n}');
    const { status, stdout, stderr } = await checkSame('answers');
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^interview-answers: .*1.\.interview-answers\.json:2:13: This is not JSON: .*\(the files that it is for are not checked\)\n$/,
    );
    expect(stdout).toMatch(/answers in 20 files/);
    expect(contents()['answers/1/.interview-answers.json']).toBe('{\n  "pace": 3,,\n}');
  });

  test('--fix-dry-run', async () => expect((await checkSame('--fix-dry-run', 'answers')).stdout).toMatch(/in 30 files can be fixed\n$/));

  test('--fix', async () => {
    const { stderr } = await checkSame('--fix', 'answers');
    expect(stderr.match(/fixed$/gm)).toHaveLength(FILES);
    expect(Object.values(contents()).join()).not.toContain('In order to');
  });

  test('a baseline, written and held against', async () => {
    expect((await checkSame('--write-baseline', 'known.json', 'answers')).stdout).toMatch(/findings of 30 files written to known\.json\n$/);
    folder.write('answers/0/0.md', answers(97));
    const { stdout, stderr } = await checkSame('--baseline', 'known.json', 'answers');
    expect(stdout).toMatch(/^answers\/0\/0\.md.*\n/);
    expect(stderr).toContain('no longer there');
  });

  test('transcripts, a glossary and evidence', async () => {
    folder.write('talk.md', '# Talk\n\n[00:04] Our SLO was met in 2021, by ninety percent of the teams.\n');
    folder.write('glossary.md', '# Glossary\n\n## SLO\n\nService level objective.\n');
    folder.write('evidence.md', '# Evidence\n\n- The gate opened in 2019.\n');
    folder.write(
      'answers/0/0.md',
      `# Why (10 s)\n\nWe met the SLO with eighty percent of the teams in 2021, and the gate opened in 2018.\n`,
    );
    const sources = ['--transcripts', 'talk.md', '--glossary', 'glossary.md', '--evidence', 'evidence.md'];
    expect((await checkSame(...sources, 'answers')).stdout).not.toBe((await run('--threads', '1', 'answers')).stdout);
  });
});

test('links that go in a circle are no way into a folder, and no file', { timeout: MINUTE }, async () => {
  symlinkSync('..', folder.at('answers/0/up'));
  symlinkSync('b.md', folder.at('a.md'));
  symlinkSync('a.md', folder.at('b.md'));
  for (const threads of ['1', '2']) {
    const { status, stdout, stderr } = await run('--threads', threads, 'answers', 'a.md');
    expect(stdout).toMatch(/answers in 30 files/);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `interview-answers: can't read "a.md": its symbolic links go in a circle\n`,
    });
  }
});

test('--fix writes a file of two names once', { timeout: MINUTE }, async () => {
  symlinkSync('0.md', folder.at('answers/0/other.md'));
  for (const threads of ['1', '2']) {
    folder.write('answers/0/0.md', answers(0));
    const { status, stderr } = await run('--threads', threads, '--fix', '--fail-on', 'never', 'answers/0/0.md', 'answers/0/other.md');
    expect({ status, fixed: stderr.match(/fixed$/gm)?.length }).toEqual({ status: 0, fixed: 1 });
  }
});

describe('--output', { timeout: MINUTE }, () => {
  test('has what standard output would have', async () => {
    const { stdout } = await run('--format', 'json', 'answers');
    const { status, stdout: nothing } = await run('--format', 'json', '--output', 'report.json', '--threads', '2', 'answers');
    expect({ status, nothing }).toEqual({ status: 1, nothing: '' });
    expect(contents()['report.json']).toBe(stdout);
  });
  test('in a folder that is not there is an error before anything is checked', async () =>
    expect(await run('--output', 'no/report.txt', 'answers')).toEqual({
      status: 2,
      stdout: '',
      stderr: `interview-answers: can't write the report "no/report.txt": it does not exist\n`,
    }));
});

test.each([['0'], ['-1'], ['1.5'], ['many'], ['65']])('--threads %s is wrong usage', async (threads) => {
  const { status, stderr } = await run(`--threads=${threads}`, 'answers');
  expect({ status, stderr }).toEqual({ status: 2, stderr: `interview-answers: --threads can't be "${threads}"; it can be 1 to 64\n` });
});

describe.skipIf(process.platform === 'win32')('Ctrl+C', { timeout: MINUTE }, () => {
  /** Interrupts as soon as something is written: the first file is unreadable, which is said at once. */
  function interrupted(...args: readonly string[]): Promise<Ran> {
    folder.write('answers/0/00.md', Uint8Array.of(0x80, 0xff, 0x00, 0xc3, 0x28));
    for (let i = FILES; i < 600; i++) folder.write(`answers/${i % 3}/${i}.md`, answers(i));
    const child = spawn(process.execPath, [CLI, 'check', ...args, 'answers'], { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] });
    return ended(child, () => child.kill('SIGINT'));
  }

  test.each(['1', '3'])('with %s threads: the report is not half a report', async (threads) => {
    folder.write('report.json', 'old');
    const { status, stdout, stderr } = await interrupted('--threads', threads, '--format', 'json', '--output', 'report.json');
    expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
    expect(stderr).toMatch(/interrupted after \d+ of 601 files\n$/);
    expect(contents()['report.json']).toBe('old');
    expect(Object.keys(contents()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('JSON on standard output is whole or nothing', async () =>
    expect(await interrupted('--threads', '2', '--format', 'json')).toMatchObject({ status: 130, stdout: '' }));

  test('text ends with a whole line', async () => {
    const { status, stdout } = await interrupted('--threads', '2');
    expect(status).toBe(130);
    expect(stdout).toMatch(/^(?:.+\[.+\]\n)*$/);
  });

  test('the baseline stays what it was', async () => {
    folder.write('known.json', 'old');
    expect((await interrupted('--threads', '2', '--write-baseline', 'known.json')).status).toBe(130);
    expect(contents()['known.json']).toBe('old');
  });

  test.each(['1', '3'])('with %s threads: --fix leaves each file as it was or mended', async (threads) => {
    const { status } = await interrupted('--threads', threads, '--fix');
    expect(status).toBe(130);
    const after = contents();
    const mended = Object.values(after).filter((text) => !text.includes('In order to'));
    expect(mended.length).toBeLessThan(600);
    for (const [name, text] of Object.entries(after)) {
      const number = Number(path.basename(name, '.md'));
      expect(name).toMatch(/\.md$/);
      if (text.startsWith('# ')) expect(text.replace('To go', 'In order to go')).toBe(answers(number));
    }
  });
});
