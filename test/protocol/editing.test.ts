/** What the server answers while a file is written: lenses, hints, faded text, folds, selections, completion. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeLens,
  CompletionItem,
  CompletionTriggerKind,
  Diagnostic,
  FoldingRange,
  InlayHint,
  SelectionRange,
} from 'vscode-languageserver-protocol';
import { inMemory, MODERN, type TestClient } from '../support/protocolClient.ts';
import { words } from '../support/words.ts';

const URI = 'untitled:Untitled-1';
const TEXT = `# Interview\n\n## Why us (10 s)\n\n${words(60)}.\n\n## Free\n\nNo target here.\n`;
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

let client: TestClient;

beforeEach(() => {
  client = inMemory();
});

afterEach(() => client.shutdown());

/** Opens the text in an editor with these settings. */
async function open(configuration: unknown, text = TEXT): Promise<void> {
  client.configuration = configuration;
  await client.initialize();
  await client.open(URI, text);
}

function ask<T>(method: string, params: object = {}): Promise<T> {
  return client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri: URI }, ...params });
}

async function lenses(): Promise<readonly string[]> {
  return (await ask<CodeLens[]>('codeLens')).map(({ range, command }) => `${range.start.line}: ${command!.title}`);
}

async function hints(range = WHOLE): Promise<readonly string[]> {
  const list = await ask<InlayHint[]>('inlayHint', { range });
  return list.map(({ position, label }) => `${position.line}:${position.character} ${label as string}`);
}

describe('the time at headings', () => {
  test('is a lens unless said otherwise', async () => {
    await open({});
    expect(await lenses()).toEqual([
      expect.stringMatching(/^0: \d+ s$/),
      expect.stringMatching(/^2: \d+ s of 10 s$/),
      expect.stringMatching(/^6: \d+ s$/),
    ]);
    expect(await hints()).toEqual([]);
  });
  test('is a hint and no lens', async () => {
    await open({ headingTime: 'inlayHint' });
    expect(await lenses()).toEqual([]);
    expect((await hints())[1]).toMatch(/^2:16 \d+ s of 10 s$/);
    expect(await hints({ start: { line: 2, character: 0 }, end: { line: 4, character: 0 } })).toHaveLength(1);
  });
  test('is off', async () => {
    await open({ headingTime: 'off' });
    expect([...(await lenses()), ...(await hints())]).toEqual([]);
  });
  test('a value that makes no sense is as if nothing was said', async () => {
    await open({ headingTime: 'everywhere' });
    expect(await lenses()).toHaveLength(3);
  });
  test('is refreshed when the settings change, where the editor can', async () => {
    const asked: string[] = [];
    const refreshed = new Promise<void>((resolve) => {
      for (const kind of ['codeLens', 'inlayHint']) {
        client.connection.onRequest(`workspace/${kind}/refresh`, () => {
          if (asked.push(kind) === 2) resolve();
          return null;
        });
      }
    });
    const support = { refreshSupport: true };
    await client.initialize({ ...MODERN, workspace: { ...MODERN.workspace, codeLens: support, inlayHint: support } });
    await client.open(URI, TEXT);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    expect(asked.sort()).toEqual(['codeLens', 'inlayHint']);
  });
});

test('the time ruler, where it is asked for', async () => {
  await open({ timeRuler: true, headingTime: 'off' }, `# A (15 s)\n\n${words(90)}.\n`);
  expect((await hints()).map((hint) => hint.replace(/^2:\d+ /, ''))).toEqual(['10 s', '15 s: target', '20 s']);
});

describe('text beyond the target', () => {
  const faded = (list: readonly Diagnostic[]): readonly Diagnostic[] => list.filter(({ tags }) => tags?.includes(1));

  test('is not faded unless asked for', async () => {
    await open({});
    expect(faded(await client.diagnostics(URI))).toEqual([]);
  });
  test('is faded by a hint with no rule', async () => {
    await open({ fadeOverTarget: true });
    const [one, ...more] = faded(await client.diagnostics(URI));
    expect(more).toEqual([]);
    expect(one).toMatchObject({ severity: 4, message: 'Beyond the target of 10 s.' });
    expect(one!.code).toBeUndefined();
    expect(one!.range.start.line).toBe(4);
    expect(one!.range.end).toEqual({ line: 4, character: words(60).length + 1 });
  });
  test('is pushed as well', async () => {
    const fades = { textDocument: { publishDiagnostics: { tagSupport: { valueSet: [1 as const] } } } };
    await client.initialize(fades, { initializationOptions: { fadeOverTarget: true } });
    await client.open(URI, TEXT);
    const { diagnostics } = await client.until(() => client.published.at(-1));
    expect(faded(diagnostics)).toHaveLength(1);
  });
});

test('folds by lines', async () => {
  await open({}, `---\nlang: en\n---\n\n# A (30 s)\n\n<!-- one\ntwo -->\n\n- a\n- b\n`);
  expect(await ask<FoldingRange[]>('foldingRange')).toEqual([
    { startLine: 0, endLine: 2 },
    { startLine: 4, endLine: 10 },
    { startLine: 6, endLine: 7, kind: 'comment' },
    { startLine: 9, endLine: 10 },
  ]);
});

test('a selection grows at every cursor', async () => {
  await open({});
  const positions = [
    { line: 8, character: 4 },
    { line: 2, character: 4 },
  ];
  const [first, second] = await ask<SelectionRange[]>('selectionRange', { positions });
  const lengths: string[] = [];
  for (let one: SelectionRange | undefined = first; one !== undefined; one = one.parent) {
    lengths.push(`${one.range.start.line}:${one.range.start.character}-${one.range.end.line}:${one.range.end.character}`);
  }
  expect(lengths).toEqual(['8:3-8:9', '8:0-8:15', '6:0-8:15', '0:0-8:15', '0:0-9:0']);
  expect(second!.range).toEqual({ start: { line: 2, character: 3 }, end: { line: 2, character: 9 } });
});

describe('completion', () => {
  const complete = (line: number, character: number, triggerKind: CompletionTriggerKind): Promise<CompletionItem[]> =>
    ask('completion', { position: { line, character }, context: { triggerKind } });

  test('offers targets as plain edits in the order of likelihood', async () => {
    await open({}, `# A (\n\nOh.\n\n# B (40 s)\n`);
    const items = await complete(0, 5, 2);
    expect(items[1]).toMatchObject({
      label: '(40 s)',
      textEdit: { range: { start: { line: 0, character: 5 }, end: { line: 0, character: 5 } }, newText: '40 s)' },
    });
    expect(items.map(({ sortText }) => sortText)).toEqual(items.map(({ sortText }) => sortText).sort());
    expect(items.every(({ insertTextFormat }) => insertTextFormat === undefined)).toBe(true);
  });
  test('stays silent about other Markdown until it is asked', async () => {
    await open({}, '# A (\n\nOh.\n');
    expect(await complete(0, 5, 2)).toEqual([]);
    expect((await complete(0, 5, 1)).length).toBeGreaterThan(3);
  });
  test('is triggered by three brackets and the sign of a heading', async () => {
    const { capabilities } = await client.initialize();
    expect(capabilities.completionProvider).toEqual({ triggerCharacters: ['(', '[', '<', '#'] });
  });
});
