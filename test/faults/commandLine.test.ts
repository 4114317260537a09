/** Config files, baselines, histories, glossaries and evidence that the command line can't use: each is said with its place, the rest works, and none is written. */

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asNobody, CAN_FORBID } from '../support/childProcess.ts';
import { CLI } from '../support/commandLine.ts';
import { words } from '../support/words.ts';

const OVER = `# Why us (10 s)\n\n${words(60)}.\n`;
const CONFIG = '.interview-answers.json';

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-config-'));
  chmodSync(folder, 0o755);
  for (const name of ['a', 'b', 'c']) write(`${name}/answers.md`, OVER);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, contents: string): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), contents);
}

interface Ran {
  readonly status: number | null;
  /** The files with findings. */
  readonly reported: readonly string[];
  readonly stderr: string;
}

/** Checks the folder; `wrap` makes of the command line another one around it. */
async function check(args: readonly string[], wrap: (command: readonly string[]) => readonly string[] = (same) => same): Promise<Ran> {
  const [command, ...more] = wrap([process.execPath, CLI, 'check', ...args, '.']) as [string, ...string[]];
  const child = spawn(command, more, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, reported: [...new Set(stdout.match(/^[a-c]\/answers\.md/gm))], stderr };
}

const NOT_CHECKED = '(the files that it is for are not checked)\n';

describe('a config file', () => {
  /** Holds that it is said in these words, once, that its folder is left out, and that the others are checked. */
  async function isSaid(said: string, wrap?: (command: readonly string[]) => readonly string[]): Promise<void> {
    write('b/more.md', OVER);
    for (const threads of ['1', '2']) {
      const { status, reported, stderr } = await check(['--threads', threads], wrap);
      expect({ status, reported, stderr }).toEqual({
        status: 2,
        reported: ['a/answers.md', 'c/answers.md'],
        stderr: `interview-answers: ${at(`b/${CONFIG}`)}${said} ${NOT_CHECKED}`,
      });
    }
  }

  test('that is no JSON, with line and column', async () => {
    const broken = '{\n  "pace": "slow",\n  "rules": {,}\n}\n';
    write(`b/${CONFIG}`, broken);
    await isSaid(':3:13: This is not JSON: a name in double quotes was expected.');
    expect(readFileSync(at(`b/${CONFIG}`), 'utf8')).toBe(broken);
  });
  test('that is a folder', async () => {
    mkdirSync(at(`b/${CONFIG}`));
    await isSaid(": this config file can't be read: it is a folder");
  });
  test('that is a link to nowhere', async () => {
    symlinkSync('nowhere', at(`b/${CONFIG}`));
    await isSaid(": this config file can't be read: it does not exist");
  });
  test('that is a link to itself', async () => {
    symlinkSync(CONFIG, at(`b/${CONFIG}`));
    await isSaid(": this config file can't be read: its symbolic links go in a circle");
  });
  test.skipIf(process.platform === 'win32')('that is a pipe, which one could read for ever', async () => {
    execFileSync('mkfifo', [at(`b/${CONFIG}`)]);
    await isSaid(": this config file can't be read: it is not a regular file");
  });
  test('that is larger than any settings', async () => {
    write(`b/${CONFIG}`, ' '.repeat(1_000_001));
    await isSaid(": this config file can't be read: it is too large for settings");
  });
  test.skipIf(!CAN_FORBID)('that is forbidden', async () => {
    write(`b/${CONFIG}`, '{}');
    chmodSync(at(`b/${CONFIG}`), 0);
    await isSaid(": this config file can't be read: permission denied", asNobody);
  });
  test('with values that can’t be used: each is said with its place, and the good ones hold', async () => {
    write(`b/${CONFIG}`, '{\n  "pace": [],\n  "nope": 1,\n  "rules": { "duration/over": "off", "speech/breath": "off" }\n}\n');
    const { status, reported, stderr } = await check([]);
    expect(stderr.split('\n').map((line) => line.replace(`${folder}/`, ''))).toEqual([
      `interview-answers: b/${CONFIG}:2:3: "interviewAnswers.pace" can't be []; it is "normal" instead.`,
      `interview-answers: b/${CONFIG}:3:3: There is no setting "nope".`,
      '',
    ]);
    expect({ status, reported }).toEqual({ status: 1, reported: ['a/answers.md', 'c/answers.md'] });
  });
  test('that --config names, and that can’t be used, ends the command', async () => {
    write('settings.json', '{\n  "pace" 3}');
    const { status, reported, stderr } = await check(['--config', 'settings.json']);
    expect({ status, reported }).toEqual({ status: 2, reported: [] });
    expect(stderr).toMatch(/^interview-answers: settings\.json:2:10: This is not JSON: .*\n$/);
  });
});

describe('what else the command line names', () => {
  test.each([
    ['--baseline', 'the baseline'],
    ['--glossary', 'the glossary'],
    ['--evidence', 'the evidence'],
    ['--history', 'the history'],
  ])('%s that is a folder, or a link to itself', async (option, what) => {
    mkdirSync(at('folder'));
    symlinkSync('loop', at('loop'));
    for (const name of ['folder', 'loop']) {
      const { status, stderr } = await check([option, name]);
      expect(status).toBe(2);
      expect(stderr).toMatch(new RegExp(`^interview-answers: can't read ${what} "${name}": .*\\n$`));
    }
  });

  test('a baseline that is no JSON is said with line and column, and stays as it is', async () => {
    const broken = '{\n  "version": 1,\n  "files": {"a/answers.md": [}\n}\n';
    write('known.json', broken);
    const { status, stderr } = await check(['--baseline', 'known.json']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^interview-answers: known\.json:3:30: this is no baseline: .*; write a new one with --write-baseline\n$/);
    expect(readFileSync(at('known.json'), 'utf8')).toBe(broken);
  });

  test.each(['null', '[]', '{"version": 2, "files": {}}', '{"version": 1, "files": []}', '{"version": 1, "files": {"a": [{"rule": 1}]}}'])(
    '%s is no baseline',
    async (contents) => {
      write('known.json', contents);
      const { status, stderr } = await check(['--baseline', 'known.json']);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: 'interview-answers: "known.json" is no baseline of version 1; write a new one with --write-baseline\n',
      });
    },
  );

  test.each(['--glossary', '--evidence'])('%s that is no text', async (option) => {
    writeFileSync(at('binary.md'), Uint8Array.of(0x2d, 0x20, 0xff, 0xfe, 0x80));
    const { status, stderr } = await check([option, 'binary.md']);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `interview-answers: can't read the ${option.slice(2)} "binary.md": it is not UTF-8 text\n`,
    });
  });

  test.skipIf(!CAN_FORBID)('a file that is forbidden, while the others are checked', async () => {
    chmodSync(at('b/answers.md'), 0);
    expect(await check([], asNobody)).toEqual({
      status: 2,
      reported: ['a/answers.md', 'c/answers.md'],
      stderr: `interview-answers: can't read "b/answers.md": permission denied\n`,
    });
  });

  test.skipIf(!CAN_FORBID)('--fix, --output and --write-baseline where nothing may be written leave everything as it is', async () => {
    write('a/answers.md', OVER.replace('.\n', ', in order to win.\n'));
    const before = readFileSync(at('a/answers.md'), 'utf8');
    expect((await check(['--fix'], asNobody)).stderr).toBe(`interview-answers: can't fix "a/answers.md": permission denied\n`);
    expect((await check(['--output', 'report.txt'], asNobody)).stderr).toMatch(/can't write the report "report\.txt": permission denied/);
    expect((await check(['--write-baseline', 'k.json'], asNobody)).stderr).toMatch(/can't write the baseline "k\.json": permission denied/);
    expect(readFileSync(at('a/answers.md'), 'utf8')).toBe(before);
  });
});
