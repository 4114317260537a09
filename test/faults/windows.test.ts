/** Two windows on one folder: their processes write at the same time, and some of them are killed while they do. */

import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appendToHistory } from '../../server/src/files/historyFile.ts';
import { nodeCache } from '../../server/src/files/nodeCache.ts';
import { built, ended, startScript } from '../support/childProcess.ts';

let modules: string;
let historyFile: string;
let cacheModule: string;
beforeAll(() => {
  modules = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-modules-'));
  historyFile = built('server/src/files/historyFile.ts', modules);
  cacheModule = built('server/src/files/nodeCache.ts', modules);
});
afterAll(() => rmSync(modules, { recursive: true, force: true }));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-windows-'));
  file = path.join(folder, 'history.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is in the history; every line is whole. */
function records(): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { readonly name: string }).name);
}

describe('the history', () => {
  test('loses nothing and tears nothing, whoever appends and whoever rewrites', async () => {
    const windows = ['a', 'b', 'c'].map((name) =>
      ended(
        startScript(
          historyFile,
          `for (let i = 0; i < 15; i++) {
             await m.appendToHistory(${JSON.stringify(file)}, JSON.stringify({ name: '${name}' + i, filler: 'x'.repeat(3000) }));
             // Every other window deletes its own record at once.
             if (i % 2 === 1) await m.rewriteHistory(${JSON.stringify(file)}, (text) => text.replace(new RegExp('.*"name":"${name}' + i + '".*\\n'), ''));
           }`,
        ),
      ),
    );
    for (const { code, output } of await Promise.all(windows)) expect(`${code} ${output}`).toBe('0 ');
    const expected = ['a', 'b', 'c'].flatMap((name) => Array.from({ length: 8 }, (_, i) => `${name}${i * 2}`));
    expect([...records()].sort()).toEqual(expected.sort());
    expect(readdirSync(folder)).toEqual(['history.jsonl']);
  });

  test('a window that is killed while it has the lock holds nobody up, and changes nothing', async () => {
    await appendToHistory(file, '{"name":"before"}');
    const child = startScript(
      historyFile,
      `await m.rewriteHistory(${JSON.stringify(file)}, async () => { console.log('locked'); await new Promise((resolve) => setTimeout(resolve, 1e6)); return ''; });`,
    );
    await once(child.stdout!, 'data');
    const end = ended(child);
    child.kill('SIGKILL');
    await end;
    await appendToHistory(file, '{"name":"after"}');
    expect(records()).toEqual(['before', 'after']);
  });

  test('a clock that is set forward takes the lock from nobody who is writing', async () => {
    await appendToHistory(file, '{"name":"before"}');
    const child = startScript(
      historyFile,
      `await m.rewriteHistory(${JSON.stringify(file)}, async (text) => { console.log('locked'); await new Promise((resolve) => process.stdin.once('data', resolve)); return text + '{"name":"rewritten"}\\n'; }); process.exit();`,
    );
    await once(child.stdout!, 'data');
    // By the clock on the wall, the lock is now hours old.
    utimesSync(`${file}.lock`, new Date(0), new Date(0));
    const appended = appendToHistory(file, '{"name":"after"}');
    const end = ended(child);
    child.stdin!.write('go on\n');
    await Promise.all([appended, end]);
    expect(records()).toEqual(['before', 'rewritten', 'after']);
  });
});

describe('the cache', () => {
  test('is one of those that were written, in whole', async () => {
    const windows = [1, 2, 3].map((digit) =>
      ended(
        startScript(
          cacheModule,
          `for (let i = 0; i < 20; i++) await m.nodeCache.save(${JSON.stringify(folder)}, 'index.bin', new Uint8Array(300000).fill(${digit}));`,
        ),
      ),
    );
    await Promise.all(windows);
    const bytes = (await nodeCache.load(folder, 'index.bin'))!;
    expect(bytes.length).toBe(300_000);
    expect(new Set(bytes).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['index.bin']);
  });

  test('takes away what a killed window has left long ago, and not what another may be writing', async () => {
    for (const name of ['index.bin.old.tmp', 'index.bin.young.tmp', 'other.bin.old.tmp']) writeFileSync(path.join(folder, name), 'half');
    for (const name of ['index.bin.old.tmp', 'other.bin.old.tmp']) utimesSync(path.join(folder, name), 1, 1);
    await nodeCache.save(folder, 'index.bin', new Uint8Array(5));
    expect(readdirSync(folder).sort()).toEqual(['index.bin', 'index.bin.young.tmp', 'other.bin.old.tmp']);
  });
});
