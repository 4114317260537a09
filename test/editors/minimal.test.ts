/** Clients of any poverty: whatever they leave undeclared isn't sent to them, wherever their root is, and positions are UTF-16. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver/node';
import type { ClientCapabilities, Diagnostic, InitializeResult } from 'vscode-languageserver-protocol';
import { describe, expect, test } from 'vitest';
import { startServer } from '../../server/src/lsp/server.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { MINIMAL, MODERN, NODE_RUNTIME, TestClient } from '../support/protocolClient.ts';
import { undeclared, type Answered, type Heard } from './undeclared.ts';

const MINUTE = 60_000;
const URI = 'file:///interview/answers.md';
const TEXT = `# Why Corvid 🙂 (3 s)\n\nIn order to learn, I asked 👩‍🔬 every one of the six nurses on the ward about their SLO, twice.\n\n# Told\n\nYes.\n`;
const OVER = { start: { line: 0, character: 16 }, end: { line: 0, character: 21 } };

/** Everything that any of the editors declares, put together. */
const EVERYTHING = readdirSync(path.join(import.meta.dirname, 'capabilities')).reduce<Json>((all, file) => {
  const { capabilities } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'capabilities', file), 'utf8')) as { capabilities: Json };
  return together(all, capabilities);
}, MODERN as Json);

interface Json {
  readonly [key: string]: Json | string | number | boolean | readonly unknown[];
}

function together(a: Json, b: Json): Json {
  const shared = Object.entries(b).map(([key, value]) => {
    const own = a[key];
    return [key, isObject(own) && isObject(value) ? together(own, value) : value];
  });
  return { ...a, ...(Object.fromEntries(shared) as Json) };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The capabilities without those for which the dice say so, at any depth. */
function without(all: Json, isGone: () => boolean): Json {
  const kept = Object.entries(all).filter(() => !isGone());
  return Object.fromEntries(kept.map(([key, value]) => [key, isObject(value) ? without(value, isGone) : value]));
}

interface Talk {
  readonly problems: readonly string[];
  readonly result: InitializeResult;
  readonly found: readonly Diagnostic[];
}

/** A talk in which everything is asked for; what comes unasked or undeclared is a problem. */
async function talk(capabilities: ClientCapabilities, params: object = {}, text = TEXT): Promise<Talk> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    ...NODE_RUNTIME,
    files: new MemoryFiles({ [URI]: text }),
  });
  const [heard, answered]: [Heard[], Answered[]] = [[], []];
  const reader = new StreamMessageReader(down);
  const listen = reader.listen.bind(reader);
  reader.listen = (callback) =>
    listen((message) => {
      if ('method' in message) heard.push(message as unknown as Heard);
      callback(message);
    });
  const client = new TestClient(reader, new StreamMessageWriter(up), () => undefined);
  const result = await client.initialize(capabilities, params);
  await client.open(URI, text);
  const ask = async <T>(method: string, more: object = {}): Promise<T> => {
    const answer = await client.connection.sendRequest<T>(method, { textDocument: { uri: URI }, ...more });
    answered.push({ method, result: answer });
    return answer;
  };
  const found =
    result.capabilities.diagnosticProvider === undefined
      ? (await client.until(() => client.published.find(({ uri }) => uri === URI))).diagnostics
      : (await ask<{ items: Diagnostic[] }>('textDocument/diagnostic')).items;
  await ask('textDocument/hover', { position: OVER.start });
  await ask('textDocument/codeAction', { range: OVER, context: { diagnostics: found } });
  await ask('textDocument/documentSymbol');
  await ask('textDocument/codeLens');
  await ask('textDocument/documentLink');
  await ask('textDocument/completion', { position: { line: 4, character: 6 } });
  await ask('textDocument/definition', { position: { line: 2, character: 20 } });
  await ask('workspace/symbol', { query: 'a' });
  const problems = undeclared(capabilities, result.capabilities, heard, answered);
  await client.shutdown();
  return { problems, result, found };
}

const hasOver = ({ found }: Talk): boolean =>
  found.some(({ code, range }) => code === 'duration/over' && JSON.stringify(range) === JSON.stringify(OVER));

test('property: whatever is left undeclared is not sent', { timeout: 5 * MINUTE }, () =>
  fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.integer({ min: 0, max: 3 })), async (dice) => {
      const some = without(EVERYTHING, () => dice.next().value === 0);
      const told = await talk(some);
      expect(told.problems).toEqual([]);
      expect(hasOver(told)).toBe(true);
    }),
    { numRuns: 25 },
  ),
);

describe('a root that is', () => {
  test.each<readonly [string, object]>([
    ['not given', { rootUri: undefined }],
    ['null in every way', { rootUri: null, rootPath: null, workspaceFolders: null }],
    ['a path', { rootUri: null, rootPath: '/interview' }],
    ['an empty list of folders', { workspaceFolders: [] }],
    ['a folder', { rootUri: null, workspaceFolders: [{ uri: 'file:///interview', name: 'interview' }] }],
    ['on no file system', { rootUri: 'untitled:interview' }],
  ])('%s', { timeout: MINUTE }, async (_, params) => {
    for (const capabilities of [MINIMAL, MODERN]) {
      const told = await talk(capabilities, params);
      expect(told.problems).toEqual([]);
      expect(hasOver(told)).toBe(true);
    }
  });
});

test('property: whichever encodings are offered, the server says UTF-16 and keeps to it', { timeout: 5 * MINUTE }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.option(fc.array(fc.constantFrom('utf-8', 'utf-16', 'utf-32')), { nil: undefined }),
      // One, two and one units of UTF-16; one, four and two bytes of UTF-8; one code point each.
      fc.string({ unit: fc.constantFrom('a', '🙂', 'é', '𝒳') }),
      async (positionEncodings, name) => {
        const capabilities = { ...MODERN, ...(positionEncodings && { general: { positionEncodings } }) };
        const heading = `# Why ${name}x (3 s)`;
        const { result, found } = await talk(capabilities, {}, `${heading}\n\n${'We asked every nurse on the ward. '.repeat(4)}\n`);
        expect(result.capabilities.positionEncoding).toBe('utf-16');
        const { range } = found.find(({ code }) => code === 'duration/over')!;
        expect(heading.slice(range.start.character, range.end.character)).toBe('(3 s)');
      },
    ),
    { numRuns: 25 },
  ),
);
