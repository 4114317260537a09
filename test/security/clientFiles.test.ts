/** What the extension reads for a server that has no file system: files of the workspace, and nothing that a link leads to. */

import { beforeEach, expect, test, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { offerFiles } from '../../client/src/files.ts';
import { FIND_FILES_METHOD, READ_FILE_METHOD, type FileEntry } from '../../server/src/protocol/transcripts.ts';

/** A file system as `vscode.workspace.fs` shows it, with a workspace in `mem:/open`; and what was asked of it. */
const disk = vi.hoisted(() => {
  const [FILE, FOLDER, LINK] = [1, 2, 64];
  const folders: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
    'mem:/': [
      ['open', FOLDER],
      ['secret.md', FILE],
    ],
    'mem:/open': [
      ['deep', FOLDER],
      ['node_modules', FOLDER],
      ['out', FOLDER | LINK],
      ['out.md', FILE | LINK],
      ['talk.md', FILE],
    ],
    'mem:/open/deep': [
      ['talk.md', FILE],
      ['up', FOLDER | LINK],
    ],
  };
  return { folders, listed: [] as string[], read: [] as string[] };
});

/** As much of a `vscode.Uri` as is used. */
interface Uri {
  readonly scheme: string;
  toString(): string;
}

vi.mock('vscode', () => {
  const uri = (text: string): Uri => ({ scheme: text.split(':')[0]!, toString: () => text });
  const isOpen = (one: Uri) => /^mem:\/open(?:\/|$)/.test(String(one));
  return {
    FileType: { File: 1, Directory: 2 },
    Uri: { parse: uri, joinPath: (base: Uri, name: string) => uri(`${String(base).replace(/\/$/, '')}/${name}`) },
    RelativePattern: class {
      readonly base: Uri;
      constructor(base: Uri) {
        this.base = base;
      }
    },
    CancellationTokenSource: class {
      token = { isCancellationRequested: false };
      cancel(): void {
        this.token.isCancellationRequested = true;
      }
      dispose(): void {
        this.cancel();
      }
    },
    workspace: {
      getWorkspaceFolder: (one: Uri) => (isOpen(one) ? {} : undefined),
      // Of most file systems that extensions bring, VS Code can search none.
      findFiles: () => Promise.resolve([]),
      fs: {
        stat: () => Promise.resolve({ size: 1, mtime: 1 }),
        readDirectory: (one: Uri) => {
          disk.listed.push(String(one));
          return Promise.resolve(disk.folders[String(one)] ?? []);
        },
        readFile: (one: Uri) => {
          disk.read.push(String(one));
          return Promise.resolve(new TextEncoder().encode('text'));
        },
      },
    },
  };
});

type Handler = (params: object) => Promise<unknown>;
const handlers = new Map<string, Handler>();
const client = { onRequest: (method: string, handler: Handler) => handlers.set(method, handler) };

beforeEach(() => {
  offerFiles(client as unknown as BaseLanguageClient);
  disk.listed.length = 0;
  disk.read.length = 0;
});

async function find(folder: string): Promise<readonly string[]> {
  const found = await handlers.get(FIND_FILES_METHOD)!({ folder, globs: ['**/*.md'], limit: 100 });
  return (found as readonly FileEntry[]).map(({ uri }) => uri);
}

const read = (uri: string): Promise<unknown> => handlers.get(READ_FILE_METHOD)!({ uri });

test('what is in the workspace is found and read', async () => {
  expect(await find('mem:/open')).toEqual(['mem:/open/talk.md', 'mem:/open/deep/talk.md']);
  expect(await read('mem:/open/talk.md')).toBe(btoa('text'));
});

test('no link is followed, to a file or to a folder', async () => {
  await find('mem:/open');
  expect(disk.listed).toEqual(['mem:/open', 'mem:/open/deep']);
});

test.each(['mem:/', 'mem:/opened', 'other:/open'])('nothing is looked for in %s', async (folder) => {
  expect(await find(folder)).toEqual([]);
  expect(disk.listed).toEqual([]);
});

test.each(['mem:/secret.md', 'mem:/opened/a.md', 'other:/open/a.md'])('%s is not there', async (uri) => {
  expect(await read(uri)).toBeNull();
  expect(disk.read).toEqual([]);
});
