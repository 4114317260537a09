/** `check --fix`, `--fix-dry-run` and `--hints` as a user runs them. */

import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { replaceFile } from '../../server/src/cli/fix.ts';
import { runCliSync, type Ran } from '../support/commandLine.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const BEFORE = '# A (2 min)\n\nOur system never fails. The ATM machine works in order to pay.\n';
const AFTER = '# A (2 min)\n\nOur system never fails. The ATM works to pay.\n';

const folder = temporaryFolder('fix');

beforeEach(() => {
  folder.write('a.md', BEFORE);
  folder.write('b.md', '# B (5 s)\n\nThis is all that I have to say about it today.\n');
});

const check = (args: readonly string[], input?: string): Ran => runCliSync(['check', ...args], folder.path, input);

describe('--fix', () => {
  test('mends what is safe, reports the rest, and has nothing to do the second time', () => {
    const first = check(['--fix', '--hints', 'a.md', 'b.md']);
    expect(first.stderr).toBe('interview-answers: a.md: 2 findings fixed\n');
    expect(first.stdout).toContain('[claim/absolute]');
    expect(first.stdout).not.toContain('[jargon/wordy]');
    expect(first.status).toBe(1);
    expect(folder.read('a.md')).toBe(AFTER);
    expect(readdirSync(folder.path).sort()).toEqual(['a.md', 'b.md']);
    expect(check(['--fix', 'a.md', 'b.md']).stderr).toBe('');
  });
  test('keeps encoding, byte order mark, line ends and mode', () => {
    const windows = `\ufeff${BEFORE.replaceAll('\n', '\r\n')}`;
    folder.write('a.md', Buffer.from(windows, 'utf16le'));
    chmodSync(folder.at('a.md'), 0o640);
    expect(check(['--fix', 'a.md']).stderr).toContain('2 findings fixed');
    expect(readFileSync(folder.at('a.md')).equals(Buffer.from(`\ufeff${AFTER.replaceAll('\n', '\r\n')}`, 'utf16le'))).toBe(true);
    if (process.platform !== 'win32') expect(statSync(folder.at('a.md')).mode & 0o777).toBe(0o640);
  });
  test.skipIf(process.platform === 'win32')('a link stays a link', () => {
    symlinkSync('a.md', folder.at('link.md'));
    check(['--fix', 'link.md']);
    expect(lstatSync(folder.at('link.md')).isSymbolicLink()).toBe(true);
    expect(folder.read('a.md')).toBe(AFTER);
  });
  test('leaves a file alone that has changed since it was read', async () => {
    expect(await replaceFile(folder.at('a.md'), `${BEFORE} `, AFTER)).toBe('it has changed meanwhile');
    expect(folder.read('a.md')).toBe(BEFORE);
    expect(readdirSync(folder.path).sort()).toEqual(['a.md', 'b.md']);
  });
  test('says why a file can not be written', async () => {
    expect(await replaceFile(folder.at('none.md'), BEFORE, AFTER)).toBe('it does not exist');
  });
  test('what a process has left behind that was killed is in nobody’s way', async () => {
    // In a container, the next one may have the same number.
    folder.write(`a.md.${process.pid}.tmp`, '');
    expect(await replaceFile(folder.at('a.md'), BEFORE, AFTER)).toBe(undefined);
    expect(folder.read('a.md')).toBe(AFTER);
  });
  test.each([
    [['--fix', '-'], 'standard input'],
    [['--fix', '--watch', 'a.md'], 'exclude'],
    [['--fix-dry-run', '--write-baseline', 'x.json', 'a.md'], 'exclude'],
  ])('%j is wrong usage', (args, message) => {
    const { status, stderr } = check(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(folder.read('a.md')).toBe(BEFORE);
  });
});

describe('--fix-dry-run', () => {
  test('prints what would change, and changes nothing', () => {
    const { status, stdout } = check(['--fix-dry-run', 'a.md', 'b.md']);
    expect(stdout).toBe(
      '--- a.md\n+++ a.md\n@@ line 3 @@\n-Our system never fails. The ATM machine works in order to pay.\n+Our system never fails. The ATM works to pay.\n2 findings in 1 file can be fixed\n',
    );
    expect(status).toBe(0);
    expect(folder.read('a.md')).toBe(BEFORE);
  });
  test('takes standard input', () => {
    expect(check(['--fix-dry-run', '-'], BEFORE).stdout).toContain('+Our system never fails. The ATM works to pay.');
  });
});

describe('hints', () => {
  test('are counted and not printed', () => {
    for (const format of ['text', 'github']) {
      const { stdout } = check(['--format', format, 'a.md']);
      expect(stdout).not.toContain('jargon/wordy');
      expect(stdout).toMatch(/1 answer in 1 file, 2 findings; 2 hints with --hints\n$/);
    }
  });
  test.each([[['--hints']], [['--fail-on', 'hint']]])('are printed with %j', (args) => {
    const { stdout } = check([...args, 'a.md']);
    expect(stdout).toContain('[jargon/wordy]');
    expect(stdout).toMatch(/4 findings\n$/);
  });
  test('make the exit code with --fail-on hint', () => {
    folder.write('hint.md', '---\ninterviewAnswers: true\n---\n\n# A\n\nI did it in order to win.\n');
    expect(check(['--fail-on', 'information', '--hints', 'hint.md']).status).toBe(0);
    expect(check(['--fail-on', 'hint', 'hint.md']).status).toBe(1);
  });
  test.each(['json', 'sarif'])('are always in %s', (format) => {
    expect(check(['--format', format, 'a.md']).stdout).toMatch(
      /"message":[^]*jargon\/wordy|jargon\/wordy[^]*"message": \{?\s*"text": "\\"in order to/,
    );
  });
  test('that are silenced are in no report', () => {
    folder.write('a.md', BEFORE.replace('Our', '<!-- interview-answers-disable-next-line jargon/* -->\nOur'));
    const { files } = JSON.parse(check(['--format', 'json', 'a.md']).stdout) as { files: { findings: { rule: string }[] }[] };
    expect(files[0]!.findings.map(({ rule }) => rule).sort()).toEqual(['claim/absolute', 'duration/under']);
  });
});
