/** The history's file: every run is there, whoever writes at the same time and whatever was left behind. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseHistory, recordOf, withoutRun, type Run } from '../../../server/src/core/rehearsal/history.ts';
import {
  appendToHistory as appendRecord,
  defaultHistoryPath,
  HistoryFileError,
  readHistoryFile,
  rewriteHistory,
} from '../../../server/src/files/historyFile.ts';
import { aRun } from '../../support/runs.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-history-'));
  file = path.join(folder, 'deep', 'history.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const appendToHistory = (to: string, run: Run): Promise<void> => appendRecord(to, recordOf(run));
const ids = async (): Promise<readonly string[]> => parseHistory(await readHistoryFile(file)).runs.map(({ id }) => id);
const lock = (content: string): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.lock`, content);
};

describe('appending', () => {
  test('makes the folder, for this user alone, and leaves nothing else behind', async () => {
    await appendToHistory(file, aRun());
    expect(await ids()).toEqual(['r1']);
    expect(readdirSync(path.dirname(file))).toEqual(['history.jsonl']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });
  test('never overwrites, however many write at once', async () => {
    const many = Array.from({ length: 40 }, (_, i) => `r${i}`);
    await Promise.all(many.map((id) => appendToHistory(file, aRun({ id }))));
    expect([...(await ids())].sort()).toEqual([...many].sort());
    expect(readdirSync(path.dirname(file))).toEqual(['history.jsonl']);
  });
  test('ends a line that a crash has torn', async () => {
    lock('');
    rmSync(`${file}.lock`);
    writeFileSync(file, '{"v":1,"id":"to');
    await appendToHistory(file, aRun());
    expect(parseHistory(readFileSync(file, 'utf8'))).toMatchObject({ runs: [{ id: 'r1' }], skipped: 1 });
  });
  test('a lock of a process that is gone is no lock', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    lock(JSON.stringify({ pid, host: os.hostname(), token: 'x' }));
    await Promise.all([appendToHistory(file, aRun({ id: 'a' })), appendToHistory(file, aRun({ id: 'b' }))]);
    expect([...(await ids())].sort()).toEqual(['a', 'b']);
  });
  test('nor is one that is old, whatever it says', async () => {
    lock('?');
    utimesSync(`${file}.lock`, 1, 1);
    await appendToHistory(file, aRun());
    expect(await ids()).toEqual(['r1']);
  });
  test('a lock that is held is waited for', async () => {
    lock(JSON.stringify({ pid: process.pid, host: os.hostname(), token: 'x' }));
    const appended = appendToHistory(file, aRun());
    expect(await ids()).toEqual([]);
    rmSync(`${file}.lock`);
    await appended;
    expect(await ids()).toEqual(['r1']);
  });
  test('what cannot be written says so', async () => {
    writeFileSync(path.join(folder, 'deep'), 'a file, no folder');
    await expect(appendToHistory(file, aRun())).rejects.toThrow(HistoryFileError);
  });
});

describe('rewriting', () => {
  test('deletes, and appending goes on', async () => {
    for (const id of ['a', 'b', 'c']) await appendToHistory(file, aRun({ id }));
    await Promise.all([rewriteHistory(file, (text) => withoutRun(text, 'b')), appendToHistory(file, aRun({ id: 'd' }))]);
    expect([...(await ids())].sort()).toEqual(['a', 'c', 'd']);
    expect(readdirSync(path.dirname(file))).toEqual(['history.jsonl']);
  });
  test('of nothing is nothing', async () => {
    await rewriteHistory(file, (text) => text);
    expect(await ids()).toEqual([]);
  });
});

describe('where it is kept', () => {
  const check = (platform: NodeJS.Platform, env: Record<string, string>, expected: string): void =>
    expect(defaultHistoryPath({ platform, env, home: platform === 'win32' ? 'C:\\Users\\me' : '/home/me' })).toBe(expected);

  test('Linux', () => check('linux', {}, '/home/me/.local/share/interview-answers/history.jsonl'));
  test('where XDG says', () => check('linux', { XDG_DATA_HOME: '/data' }, '/data/interview-answers/history.jsonl'));
  test('not where a relative path says', () =>
    check('linux', { XDG_DATA_HOME: 'data' }, '/home/me/.local/share/interview-answers/history.jsonl'));
  test('macOS', () => check('darwin', {}, '/home/me/Library/Application Support/interview-answers/history.jsonl'));
  test('Windows', () => check('win32', { APPDATA: 'C:\\Data' }, 'C:\\Data\\interview-answers\\history.jsonl'));
  test('Windows without a variable', () => check('win32', {}, 'C:\\Users\\me\\AppData\\Roaming\\interview-answers\\history.jsonl'));
});
