/** The server over a real connection, method by method. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeAction, DocumentSymbol, Hover } from 'vscode-languageserver-protocol';
import { ESTIMATE_METHOD, READING_METHOD, type EstimateResult } from '../../server/src/protocol/index.ts';
import { inMemory, MINIMAL, MODERN, NODE_RUNTIME, type TestClient } from '../support/protocolClient.ts';
import { words } from '../support/words.ts';

const URI = 'untitled:Untitled-1';
const OVER = `# Interview\n\n## Why us (10 s)\n\n${words(60)}.\n\n## Free\n\nNo target here.\n`;

let client: TestClient;

beforeEach(() => {
  client = inMemory();
});

afterEach(() => client.shutdown());

describe('initialize', () => {
  test('says what it is and what it can do', async () => {
    const { capabilities, serverInfo } = await client.initialize();
    expect(serverInfo).toEqual({ name: 'Interview Answers', version: 'test' });
    expect(capabilities.positionEncoding).toBe('utf-16');
    expect(capabilities.textDocumentSync).toEqual({ openClose: true, change: 2, save: true });
    expect(capabilities.diagnosticProvider).toBeDefined();
  });

  test('offers no pull to a client that only takes pushes', async () => {
    const { capabilities } = await client.initialize(MINIMAL);
    expect(capabilities.diagnosticProvider).toBeUndefined();
  });
});

describe('textDocument/diagnostic', () => {
  test('reports with code, docs page, source and the place where the target is reached', async () => {
    await client.initialize();
    await client.open(URI, OVER);
    const over = (await client.diagnostics(URI)).find(({ code }) => code === 'duration/over')!;
    expect(over.source).toBe('Interview Answers');
    expect(over.severity).toBe(2);
    expect(over.codeDescription?.href).toMatch(/docs\/rules\/duration-over\.md$/);
    expect(over.range).toEqual({ start: { line: 2, character: 10 }, end: { line: 2, character: 16 } });
    expect(over.message).toMatch(/over the target of 10 s: cut about \d+ words\.$/);
    expect(over.relatedInformation?.[0]?.location.range.start.line).toBe(4);
  });

  test('reports the newest text after incremental changes', async () => {
    await client.initialize();
    await client.open(URI, OVER);
    await client.change(URI, '(5 min)', { start: { line: 2, character: 10 }, end: { line: 2, character: 16 } });
    const codes = (await client.diagnostics(URI)).map(({ code }) => code);
    expect(codes).toContain('duration/under');
    expect(codes).not.toContain('duration/over');
  });

  test('says unchanged when nothing changed', async () => {
    await client.initialize();
    await client.open(URI, OVER);
    const { kind, resultId } = await client.report(URI);
    expect(kind).toBe('full');
    expect((await client.report(URI, resultId)).kind).toBe('unchanged');
  });

  test('is silent on a file that is no answers file, and on one that is not open', async () => {
    await client.initialize();
    await client.open(URI, `# Notes\n\n${words(200)}.\n`);
    expect(await client.diagnostics(URI)).toEqual([]);
    expect(await client.diagnostics('file:///elsewhere.md')).toEqual([]);
  });

  test('never pushes to a client that pulls', async () => {
    await client.initialize();
    await client.open(URI, OVER);
    await client.diagnostics(URI);
    await client.close(URI);
    await client.diagnostics(URI);
    expect(client.published).toEqual([]);
  });

  test('a request that the editor cancels is answered as cancelled', async () => {
    await client.initialize();
    await client.open(URI, OVER.repeat(50));
    const { CancellationTokenSource } = await import('vscode-jsonrpc');
    const source = new CancellationTokenSource();
    const report = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token);
    source.cancel();
    await expect(report).rejects.toMatchObject({ code: -32800 });
  });
});

describe('textDocument/publishDiagnostics', () => {
  test('pushes the newest version, and takes everything back on close', async () => {
    await client.initialize(MINIMAL);
    await client.open(URI, OVER);
    const first = await client.until(() => client.published.at(-1));
    expect(first.diagnostics.map(({ code }) => code)).toContain('duration/over');
    await client.change(URI, 'Nothing.');
    await client.until(() => client.published.at(-1)?.version === 2);
    expect(client.published.at(-1)!.diagnostics).toEqual([]);
    await client.change(URI, OVER);
    await client.until(() => client.published.at(-1)?.version === 3);
    await client.close(URI);
    await client.until(() => client.published.at(-1)?.version === undefined);
    expect(client.published.at(-1)!.diagnostics).toEqual([]);
  });
});

describe('settings', () => {
  test('come from workspace/configuration', async () => {
    client.configuration = { rules: { 'duration/over': 'error', 'duration/missing-target': 'off' } };
    await client.initialize();
    await client.open(URI, OVER);
    const found = (await client.diagnostics(URI)).map(({ code, severity }) => `${String(code)} ${severity}`);
    expect(found).toContain('duration/over 1');
    expect(found.join()).not.toContain('missing-target');
  });

  describe('of an editor that is slow to answer', () => {
    test('are the defaults after a while, and the log says so once', async () => {
      const { slow, found, giveUp } = await askedSlowly();
      giveUp();
      expect((await found).map(({ code }) => code)).toContain('duration/over');
      expect(slow.logged.filter((message) => message.includes('has not answered what its settings are'))).toHaveLength(1);
    });

    test('hold as soon as it answers after all', async () => {
      const { slow, found, giveUp, answer } = await askedSlowly();
      giveUp();
      expect((await found).map(({ code }) => code)).toContain('duration/over');
      answer({ rules: { 'duration/over': 'off' } });
      await slow.until(() => slow.refreshes > 0);
      expect((await slow.diagnostics(URI)).map(({ code }) => code)).not.toContain('duration/over');
    });

    test('are waited for as long as it may still answer', async () => {
      const { slow, found, giveUp, answer } = await askedSlowly();
      answer({ rules: { 'duration/over': 'off' } });
      expect((await found).map(({ code }) => code)).not.toContain('duration/over');
      giveUp();
      expect((await slow.diagnostics(URI)).map(({ code }) => code)).not.toContain('duration/over');
      expect(slow.refreshes).toBe(0);
      expect(slow.logged).toEqual([]);
    });

    /**
     * A client that has asked for findings and been asked for its settings: it answers when the test says so, and the server gives
     * it up when the test says so.
     */
    async function askedSlowly() {
      const waiting = new Set<() => void>();
      const slow = inMemory({
        after(milliseconds, callback) {
          if (milliseconds < 5000) return NODE_RUNTIME.after(milliseconds, callback);
          waiting.add(callback);
          return () => waiting.delete(callback);
        },
      });
      let answer!: (settings: unknown) => void;
      const answered = new Promise<unknown>((resolve) => (answer = resolve));
      const isAsked = new Promise<void>((resolve) => {
        slow.connection.onRequest('workspace/configuration', async ({ items }: { items: readonly unknown[] }) => {
          resolve();
          const settings = await answered;
          return items.map(() => settings);
        });
      });
      await slow.initialize();
      await slow.open(URI, OVER);
      const found = slow.diagnostics(URI);
      await isAsked;
      return { slow, found, answer, giveUp: () => waiting.forEach((callback) => callback()) };
    }
  });

  test('come from initializationOptions, by section or without', async () => {
    await client.initialize(MINIMAL, { initializationOptions: { interviewAnswers: { rules: { 'duration/over': 'off' } } } });
    await client.open(URI, OVER);
    const { diagnostics } = await client.until(() => client.published.at(-1));
    expect(diagnostics.map(({ code }) => code)).not.toContain('duration/over');
  });

  test('a change re-checks: the editor is asked to pull again', async () => {
    await client.initialize();
    await client.open(URI, OVER);
    expect((await client.diagnostics(URI)).map(({ code }) => code)).toContain('duration/over');
    client.configuration = { pace: 400, tolerance: { percent: 100, seconds: 600 } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.refreshes > 0);
    expect((await client.diagnostics(URI)).map(({ code }) => code)).not.toContain('duration/over');
  });

  test('a change pushed with its settings re-checks a client that can not be asked', async () => {
    await client.initialize(MINIMAL);
    await client.open(URI, OVER);
    await client.until(() => client.published.at(-1)?.diagnostics.some(({ code }) => code === 'duration/over'));
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { interviewAnswers: { rules: { 'duration/over': 'off' } } },
    });
    await client.until(() => client.published.at(-1)?.diagnostics.every(({ code }) => code !== 'duration/over'));
  });

  test('a value that can not be used is named in the log, and the rest holds', async () => {
    client.configuration = { pace: 'breakneck', rules: { 'duration/over': 'error', 'no/such-rule': 'error' } };
    await client.initialize();
    await client.open(URI, OVER);
    expect((await client.diagnostics(URI)).find(({ code }) => code === 'duration/over')?.severity).toBe(1);
    await client.until(() => client.logged.some((message) => message.includes('interviewAnswers.pace') && message.includes('breakneck')));
    await client.until(() => client.logged.some((message) => message.includes('no/such-rule')));
  });

  test('globs opt a file in', async () => {
    client.configuration = { files: ['prep/**/*.md'] };
    await client.initialize(MODERN, { workspaceFolders: [{ uri: 'file:///w', name: 'w' }] });
    const long = `# Q\n\n${words(80)}.\n`;
    await client.open('file:///w/prep/a/b.md', long);
    await client.open('file:///w/notes/b.md', long);
    expect((await client.diagnostics('file:///w/prep/a/b.md')).map(({ code }) => code)).toContain('speech/breath');
    expect(await client.diagnostics('file:///w/notes/b.md')).toEqual([]);
  });
});

test('textDocument/hover: the breakdown on a heading, nothing elsewhere', async () => {
  await client.initialize();
  await client.open(URI, OVER);
  const at = (line: number): Promise<Hover | null> =>
    client.connection.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position: { line, character: 4 } });
  const hover = (await at(2))!;
  const text = (hover.contents as { value: string }).value;
  for (const part of ['Words | 60', 'Syllables', 'Pauses', 'Pace | normal', 'likely', 'Target: 10 s']) expect(text).toContain(part);
  expect(await at(4)).toBeNull();
  expect((await at(0))!.contents).toMatchObject({ value: expect.stringContaining('With the 2 headings below') as unknown });
});

test('textDocument/documentSymbol: answers with their times', async () => {
  await client.initialize();
  await client.open(URI, OVER);
  const [top] = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });
  expect(top!.name).toBe('Interview');
  expect(top!.children!.map(({ name, detail }) => `${name}: ${detail!}`)).toEqual([
    expect.stringMatching(/^Why us: \d+ s of 10 s$/),
    expect.stringMatching(/^Free: \d+ s$/),
  ]);
  expect(top!.range.end.line).toBe(9);
});

test('textDocument/codeAction: the fixes of a diagnostic are plain edits', async () => {
  await client.initialize();
  await client.open(URI, OVER);
  const [over] = (await client.diagnostics(URI)).filter(({ code }) => code === 'duration/over');
  const ask = (): Promise<CodeAction[]> =>
    client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: over!.range,
      context: { diagnostics: [over] },
    });
  const [fix] = await ask();
  expect(fix!.title).toMatch(/^Set the target to \d+ s$/);
  expect(fix!.edit!.changes![URI]).toEqual([{ range: over!.range, newText: expect.stringMatching(/^\(\d+ s\)$/) as unknown }]);
  await client.change(URI, 'x', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  expect(await ask()).toEqual([]);
});

test('interviewAnswers/estimate: the answer at the cursor, and a selection', async () => {
  await client.initialize();
  await client.open(URI, OVER);
  const ask = (start: [number, number], end = start): Promise<EstimateResult | null> =>
    client.connection.sendRequest(ESTIMATE_METHOD, {
      textDocument: { uri: URI },
      range: { start: { line: start[0], character: start[1] }, end: { line: end[0], character: end[1] } },
    });
  expect(await ask([4, 2])).toMatchObject({ title: 'Why us', words: 60, target: { text: '10 s', verdict: 'over' } });
  const selection = (await ask([4, 0], [4, 20]))!;
  expect(selection.title).toBeUndefined();
  expect(selection.words).toBeGreaterThan(1);
  expect(selection.words).toBeLessThan(10);
  expect(await ask([1, 0])).toBeNull();
});

test('textDocument/codeAction: another reading for the word at the cursor, as a plain edit', async () => {
  await client.initialize();
  await client.open(URI, '# Why us (10 s)\n\nWe use ZX9 here.\n');
  const ask = (character: number, only?: string[]): Promise<CodeAction[]> =>
    client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line: 2, character }, end: { line: 2, character } },
      context: { diagnostics: [], ...(only !== undefined && { only }) },
    });
  const [action] = await ask(8);
  expect(action!.title).toMatch(/^Say "ZX9" differently/);
  expect(action!.edit!.changes![URI]![0]!.newText).toContain('pronunciations:\n  "ZX9": ');
  expect(await ask(1)).toEqual([]);
  expect(await ask(8, ['quickfix'])).toEqual([]);
  expect(await ask(8, ['refactor'])).toHaveLength(1);
});

test('interviewAnswers/reading: how the word at a position is read', async () => {
  await client.initialize();
  await client.open(URI, '---\npronunciations: {GR00T: groot}\n---\n# Why us (10 s)\n\nWe use GR00T, here.\n');
  const ask = (line: number, character: number): Promise<unknown> =>
    client.connection.sendRequest(READING_METHOD, { textDocument: { uri: URI }, position: { line, character } });
  expect(await ask(5, 9)).toMatchObject({ written: 'GR00T', said: 'groot', range: { start: { line: 5, character: 7 } } });
  expect(await ask(0, 0)).toBeNull();
});
