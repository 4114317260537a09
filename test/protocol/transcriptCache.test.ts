/** The index of transcripts on disk: what is in it is not read again, and nothing is lost with it. */

import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol';
import type { BlobCache } from '../../server/src/lsp/runtime.ts';
import { ANSWERS, ANSWERS_TEXT, at, FOLDER, TALK, TALK_TEXT } from '../support/interviewFolder.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { inMemory, MODERN, type TestClient } from '../support/protocolClient.ts';

let client: TestClient;

afterEach(() => client.shutdown());

async function hover(words: string): Promise<string> {
  const params = { textDocument: { uri: ANSWERS }, position: at(ANSWERS_TEXT, words) };
  const result = await client.connection.sendRequest<Hover | null>('textDocument/hover', params);
  return result === null ? '' : (result.contents as { value: string }).value;
}

describe('the cache', () => {
  /** A disk in memory, and what was written to it. */
  function disk(): { readonly files: Map<string, Uint8Array>; readonly cache: BlobCache } {
    const files = new Map<string, Uint8Array>();
    return {
      files,
      cache: {
        load: (_, name) => Promise.resolve(files.get(name)),
        save: (_, name, bytes) => {
          files.set(name, bytes);
          return Promise.resolve();
        },
      },
    };
  }

  async function session(memory: MemoryFiles, cache: BlobCache): Promise<void> {
    client = inMemory({ files: memory, cache });
    await client.initialize(MODERN, {
      workspaceFolders: [{ uri: FOLDER, name: 'interview' }],
      initializationOptions: { readsFiles: true },
    });
    await client.open(ANSWERS, ANSWERS_TEXT);
    await client.diagnostics(ANSWERS);
    await client.until(() => client.transcripts.some(({ state, count }) => state === 'idle' && count > 0));
  }

  async function written({ files }: { readonly files: Map<string, Uint8Array> }): Promise<void> {
    await vi.waitUntil(() => files.size > 0, { timeout: 30_000 });
  }

  test('what is in it is not read again, and found as before', async () => {
    const memory = new MemoryFiles({ [ANSWERS]: ANSWERS_TEXT, [TALK]: TALK_TEXT });
    const { files, cache } = disk();
    await session(memory, cache);
    const before = await hover('Veloquent');
    await written({ files });
    await client.shutdown();
    const read = memory.reads.length;
    await session(memory, cache);
    expect(memory.reads.slice(read)).not.toContain(TALK);
    expect(await hover('Veloquent')).toBe(before);
  });

  test('what has changed since is read, and what is gone is gone', async () => {
    const memory = new MemoryFiles({
      [ANSWERS]: ANSWERS_TEXT,
      [TALK]: TALK_TEXT,
      [`${FOLDER}/transcripts/old.txt`]: 'Backpressure of old.\n',
    });
    const { files, cache } = disk();
    await session(memory, cache);
    await written({ files });
    await client.shutdown();
    memory.write(TALK, TALK_TEXT.replace('say no early', 'say no at once'));
    memory.delete(`${FOLDER}/transcripts/old.txt`);
    await session(memory, cache);
    expect(await hover('backpressure')).toContain('say no at once');
    expect(await client.connection.sendRequest('interviewAnswers/transcripts', {})).toHaveLength(1);
  });

  test.each([new Uint8Array(0), new Uint8Array(5000).fill(7), new TextEncoder().encode('{"version": 1}')])(
    'a foreign one is rebuilt',
    async (bytes) => {
      const memory = new MemoryFiles({ [ANSWERS]: ANSWERS_TEXT, [TALK]: TALK_TEXT });
      await session(memory, { load: () => Promise.resolve(bytes), save: () => Promise.resolve() });
      expect(await hover('backpressure')).toContain('say no early');
    },
  );
});
