/** The command line's page, docs/cli.md: its examples print what stands there, and its options are those that there are. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI, runCliSync } from '../support/commandLine.ts';
import { escapeRegExp } from '../support/escapeRegExp.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'test/fixtures/workspace');
const DOCS = readFileSync(path.join(ROOT, 'docs/cli.md'), 'utf8');

/** Commands with what they print, of which `…` may stand for a part. */
const EXAMPLES = [...DOCS.matchAll(/^```\n\$ (.+)\n([^]*?)^```$/gm)].map(([, command, printed]) => [command!, printed!] as const);

test('there are examples', () => expect(EXAMPLES.map(([command]) => /\b(?:check|estimate|links)\b/.exec(command)![0])).toHaveLength(3));

test.skipIf(process.platform === 'win32').each(EXAMPLES)('%s', (command, printed) => {
  const script = command.replace(/\binterview-answers\b/, `"${process.execPath}" "${CLI}"`);
  const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: FOLDER, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  expect(stderr).toBe('');
  const parts = printed.split(/^ *…\n/m).map(escapeRegExp);
  expect(stdout).toMatch(new RegExp(`^${parts.join('[^]*')}$`));
});

/** A command's part of the page, up to that of the next one. */
function partOf(command: string): string {
  const [, part] = DOCS.split(`## \`interview-answers ${command}\`\n`);
  return part!.split('\n## `')[0]!;
}

const optionsIn = (text: string): ReadonlySet<string> => new Set(text.match(/--[a-z][a-z-]*/g));

describe.each(['check', 'estimate', 'links'])('the options of %s', (command) => {
  const { stdout: help } = runCliSync([command, '--help'], ROOT);

  test('are all told', () => {
    const told = optionsIn(partOf(command));
    // What every command has.
    const all = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option!).filter((option) => option !== '--help');
    expect(all.length).toBeGreaterThan(3);
    expect(all.filter((option) => !told.has(option))).toEqual([]);
  });

  test('are all there', () => {
    const rows = [...partOf(command).matchAll(/^\| (`--[^|]*(?:\\\|[^|]*)*)\|/gm)].flatMap(([, cell]) => [...optionsIn(cell!)]);
    const known = optionsIn(`${help} --version`);
    expect(rows.filter((option) => !known.has(option))).toEqual([]);
  });
});
