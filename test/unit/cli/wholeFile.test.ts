/** Files that are there whole or not at all. */

import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropUnfinished, WholeFile, writeWhole } from '../../../server/src/cli/wholeFile.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-whole-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => path.join(folder, name);
const seen = (): readonly string[] => readdirSync(folder).sort();

test('a new file', async () => {
  await writeWhole(at('a'), 'new');
  expect(readFileSync(at('a'), 'utf8')).toBe('new');
  expect(seen()).toEqual(['a']);
});

test('an old one keeps its mode, and a link stays one', async () => {
  writeFileSync(at('a'), 'old', { mode: 0o640 });
  symlinkSync('a', at('link'));
  await writeWhole(at('link'), 'new');
  expect(readFileSync(at('a'), 'utf8')).toBe('new');
  expect(statSync(at('a')).mode & 0o777).toBe(0o640);
  expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
});

test('until the end it is what it was', async () => {
  writeFileSync(at('a'), 'old');
  const file = await WholeFile.begin(at('a'));
  await file.write('ne');
  await file.write('w');
  expect(readFileSync(at('a'), 'utf8')).toBe('old');
  expect(await file.end()).toBe(true);
  expect(readFileSync(at('a'), 'utf8')).toBe('new');
});

test.each([
  ['given up', (file: WholeFile) => file.giveUp()],
  ['not wanted any more', (file: WholeFile) => file.end(() => Promise.resolve(false))],
  ['in trouble at the end', (file: WholeFile) => file.end(() => Promise.reject(new Error('no'))).catch(() => undefined)],
  ['cut short', () => Promise.resolve().then(dropUnfinished)],
])('%s, it is what it was, and nothing is left beside it', async (_, stop) => {
  writeFileSync(at('a'), 'old');
  const file = await WholeFile.begin(at('a'));
  await file.write('new');
  await stop(file);
  expect(readFileSync(at('a'), 'utf8')).toBe('old');
  expect(seen()).toEqual(['a']);
});

test('in a folder that isn’t there it is an error', () => expect(writeWhole(at('no/a'), 'x')).rejects.toThrow('ENOENT'));

test('what is no file is written to, not replaced', async () => {
  await writeWhole('/dev/null', 'x');
  expect(statSync('/dev/null').isFile()).toBe(false);
});
