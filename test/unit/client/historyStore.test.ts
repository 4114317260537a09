/** The stores of the history: both keep every record, whoever writes at the same time, and overwrite nothing that they can't read. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Uri } from 'vscode';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VirtualHistoryStore, type Files, type HistoryStore } from '../../../client/src/rehearsal/historyStore.ts';
import { NodeHistoryStore } from '../../../client/src/rehearsal/nodeHistoryStore.ts';

const encoder = new TextEncoder();

/** `vscode.workspace.fs` of a file system with one file; reading and writing take a turn, as they do there. */
class FakeFiles implements Files {
  content: Uint8Array | undefined;
  readonly folders: string[] = [];
  problem: { readonly code: string } | undefined;
  isReadOnly = false;

  async readFile(): Promise<Uint8Array> {
    await turn();
    if (this.problem !== undefined) throw Object.assign(new Error('The file says no.'), this.problem);
    if (this.content === undefined) throw Object.assign(new Error('There is none.'), { code: 'FileNotFound' });
    return this.content;
  }

  async writeFile(_: Uri, content: Uint8Array): Promise<void> {
    await turn();
    if (this.isReadOnly) throw new Error('Nobody may write.');
    this.content = content;
  }

  createDirectory(folder: Uri): Promise<void> {
    this.folders.push(folder.toString());
    return Promise.resolve();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const uri = (text: string): Uri => ({ toString: () => text }) as Uri;

interface Bench {
  /** Another one of the same place, such as another window's. */
  readonly open: () => HistoryStore;
  readonly put: (bytes: Uint8Array) => void;
  readonly bytes: () => Uint8Array;
  /** Makes reading fail. */
  readonly spoil: () => void;
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-store-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function node(): Bench {
  const file = path.join(folder, 'history.jsonl');
  return {
    open: () => new NodeHistoryStore(file, 'followed'),
    put: (bytes) => writeFileSync(file, bytes),
    bytes: () => readFileSync(file),
    spoil: () => mkdirSync(file),
  };
}

function virtual(files = new FakeFiles()): Bench {
  const store = new VirtualHistoryStore(files, uri('mem:/deep'), uri('mem:/deep/history.jsonl'));
  return {
    open: () => store,
    put: (bytes) => (files.content = bytes),
    bytes: () => files.content!,
    spoil: () => (files.problem = { code: 'NoPermissions' }),
  };
}

describe.each([
  ['on this machine', node],
  ['in a virtual file system', virtual],
])('%s', (_, make) => {
  test('nothing is an empty text', async () => expect(await make().open().read()).toBe(''));

  test('what was appended is there, a line each', async () => {
    const store = make().open();
    await store.append('{"v":1}');
    await store.append('{"v":2}');
    expect(await store.read()).toBe('{"v":1}\n{"v":2}\n');
  });

  test('many who append at once lose nothing', async () => {
    const { open } = make();
    await Promise.all(Array.from({ length: 30 }, (_one, i) => open().append(String(i))));
    const lines = (await open().read()).trim().split('\n').map(Number);
    expect(lines.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_one, i) => i));
  });

  test('a torn last line is ended first, and its bytes stay', async () => {
    const { open, put, bytes } = make();
    const torn = encoder.encode('{"title":"é').slice(0, -1);
    put(torn);
    await open().append('{}');
    expect([...bytes()]).toEqual([...torn, ...encoder.encode('\n{}\n')]);
  });

  test('rewriting changes all of it, and appending waits for it', async () => {
    const { open } = make();
    await open().append('a');
    const rewritten = open().rewrite(async (text) => {
      await turn();
      return text.replace('a', 'b');
    });
    await Promise.all([rewritten, open().append('c')]);
    expect((await open().read()).split('\n').sort()).toEqual(['', 'b', 'c']);
  });

  test('a change that fails changes nothing, and the next one is made', async () => {
    const { open } = make();
    await open().append('a');
    await expect(open().rewrite(() => Promise.reject(new Error('No server.')))).rejects.toThrow('No server.');
    await open().append('b');
    expect(await open().read()).toBe('a\nb\n');
  });

  test('what can’t be read says so, and is not written', async () => {
    const { open, spoil } = make();
    spoil();
    await expect(open().read()).rejects.toThrow(/can't read the history .*history\.jsonl/);
    await expect(open().append('{}')).rejects.toThrow(/can't (?:read|write) the history .*history\.jsonl/);
    await expect(open().rewrite(() => Promise.resolve('x'))).rejects.toThrow(/history/);
  });
});

test('a virtual file that can’t be read keeps what is in it', async () => {
  const files = new FakeFiles();
  const { open, spoil, put, bytes } = virtual(files);
  put(encoder.encode('precious\n'));
  spoil();
  await expect(open().append('{}')).rejects.toThrow('The file says no.');
  files.problem = undefined;
  expect(new TextDecoder().decode(bytes())).toBe('precious\n');
});

test('a virtual file system that can’t be written says so', async () => {
  const files = new FakeFiles();
  files.isReadOnly = true;
  await expect(virtual(files).open().append('{}')).rejects.toThrow("can't write the history mem:/deep/history.jsonl: Nobody may write.");
  expect(files.folders).toEqual(['mem:/deep']);
});
