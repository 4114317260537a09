/** Clients that declare what real editors declare: each can do everything, and is sent nothing that it didn't declare. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { ClientCapabilities, Diagnostic, InitializeParams, InitializeResult } from 'vscode-languageserver-protocol';
import { createConnection } from 'vscode-languageserver/node';
import { afterEach, describe, expect, test } from 'vitest';
import type { Roots } from '../../server/src/lsp/roots.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { MODERN, NODE_RUNTIME, TestClient } from '../support/protocolClient.ts';
import { undeclared, type Answered, type Heard } from './undeclared.ts';

interface Editor {
  readonly editor: string;
  readonly root: 'workspaceFolders' | 'rootUri' | 'rootPath';
  readonly settings: 'initializationOptions' | 'configuration' | 'didChangeConfiguration';
  readonly capabilities: ClientCapabilities;
}

const DATA = path.join(import.meta.dirname, 'capabilities');
const EDITORS = readdirSync(DATA).map((file) => JSON.parse(readFileSync(path.join(DATA, file), 'utf8')) as Editor);

const FOLDER = 'file:///home/me/my%20interview';
const ANSWERS = `${FOLDER}/answers.md`;
const FILES = {
  [ANSWERS]: '',
  [`${FOLDER}/glossary.md`]: '# Glossary\n\n## Corvid Systems\n\nThe company of the interview.\n',
  [`${FOLDER}/transcripts/talk.md`]:
    '# A Talk - Tomasz Lindqvist\n\n[00:04] The idea of backpressure is that you say no early.\n\n[00:09] So backpressure means that nobody waits.\n',
};
/** 🙂 is two units of UTF-16; what follows it on its line is at another place in every other encoding. */
const TEXT = `# Depth

## Why Corvid Systems 🙂 (≈ 3 seconds)

Your approach to backpressure is the clearest I have seen, because it says no early instead of failing late.

## No target

We keep four levels, and each is ten times larger than the one above it.

## Cited (30 s)

They say [backpressure]() early.
`;
/** Takes the finding of the last but one answer away. */
const SETTINGS = { rules: { 'duration/missing-target': 'off' }, fadeOverTarget: true, headingTime: 'inlayHint' };

class Session {
  readonly client: TestClient;
  readonly heard: Heard[] = [];
  readonly answered: Answered[] = [];
  result!: InitializeResult;

  constructor() {
    const [up, down] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
      ...NODE_RUNTIME,
      files: new MemoryFiles({ ...FILES, [ANSWERS]: TEXT }),
    });
    const reader = new StreamMessageReader(down);
    const listen = reader.listen.bind(reader);
    reader.listen = (callback) =>
      listen((message) => {
        if ('method' in message) this.heard.push(message as unknown as Heard);
        callback(message);
      });
    this.client = new TestClient(reader, new StreamMessageWriter(up), () => undefined);
  }

  async start({ root, settings, capabilities }: Editor): Promise<void> {
    const roots: Roots = {
      workspaceFolders: root === 'workspaceFolders' ? [{ uri: FOLDER, name: 'interview' }] : null,
      rootUri: root === 'rootPath' ? null : FOLDER,
      rootPath: '/home/me/my interview',
    };
    const params = { ...roots, ...(settings === 'initializationOptions' && { initializationOptions: SETTINGS }) };
    if (settings === 'configuration') this.client.configuration = SETTINGS;
    this.result = await this.client.initialize(capabilities, params as Partial<InitializeParams>);
    if (settings === 'didChangeConfiguration') await this.configure(SETTINGS);
    await this.client.open(ANSWERS, TEXT);
  }

  configure(settings: object): Promise<void> {
    this.client.configuration = settings;
    return this.client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { interviewAnswers: settings } });
  }

  async ask<T>(method: string, params: object = {}): Promise<T> {
    const result = await this.client.connection.sendRequest<T>(method, { textDocument: { uri: ANSWERS }, ...params });
    this.answered.push({ method, result });
    return result;
  }

  /** The findings once they are as asked: pulled or pushed, as the server has said. */
  async findings(isGood: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    if (this.result.capabilities.diagnosticProvider === undefined) {
      return (
        await this.client.until(() => {
          const last = this.client.published.filter(({ uri }) => uri === ANSWERS).at(-1);
          return last !== undefined && isGood(last.diagnostics) && last;
        })
      ).diagnostics;
    }
    for (;;) {
      const { items } = await this.ask<{ items: Diagnostic[] }>('textDocument/diagnostic');
      if (isGood(items)) return items;
    }
  }
}

let session: Session;
afterEach(() => session.client.shutdown());

describe.each(EDITORS)('$editor', (editor) => {
  test('can do everything, and is sent nothing else', { timeout: 60_000 }, async () => {
    session = new Session();
    await session.start(editor);
    const has =
      (...codes: string[]) =>
      (diagnostics: readonly Diagnostic[]) =>
        codes.every((code) => diagnostics.some((one) => one.code === code));
    const lacks = (code: string) => (diagnostics: readonly Diagnostic[]) => !diagnostics.some((one) => one.code === code);

    const found = await session.findings((all) => has('duration/over')(all) && lacks('duration/missing-target')(all));
    const over = found.find(({ code }) => code === 'duration/over')!;
    expect(over.range).toEqual({ start: { line: 2, character: 25 }, end: { line: 2, character: 38 } });
    const fades = editor.capabilities.textDocument?.publishDiagnostics?.tagSupport !== undefined;
    expect(found.some(({ message }) => typeof message === 'string' && message.startsWith('Beyond the target'))).toBe(fades);

    const term = at('backpressure is the clearest');
    const hover = async (position: object): Promise<string> => {
      const answer = await session.ask<{ contents: { value: string } } | null>('textDocument/hover', { position });
      return answer?.contents.value ?? '';
    };
    expect(await hover({ line: 2, character: 5 })).toContain('Target: 3 s');
    // The transcripts are read in the background, which every answer gives some time to.
    while (!(await hover(term)).includes('say no early')) expect(session.client.logged.join()).not.toContain('failed');
    if (editor.capabilities.textDocument?.hover?.contentFormat?.includes('markdown') !== true) {
      expect(await hover(term)).not.toMatch(/\*\*|\]\(|\\/);
    }

    const [place] = await session.ask<{ uri?: string; targetUri?: string }[]>('textDocument/definition', { position: term });
    expect(place!.uri ?? place!.targetUri).toBe(`${FOLDER}/transcripts/talk.md`);
    const uses = await session.ask<{ uri: string }[]>('textDocument/references', { position: term, context: { includeDeclaration: true } });
    expect(new Set(uses.map(({ uri }) => uri))).toEqual(new Set([ANSWERS, `${FOLDER}/transcripts/talk.md`]));

    const actions = await session.ask<{ title: string; edit: { changes: Record<string, { newText: string }[]> } }[]>(
      'textDocument/codeAction',
      { range: over.range, context: { diagnostics: [over] } },
    );
    const set = actions.find(({ title }) => title.startsWith('Set the target'));
    if (editor.capabilities.textDocument?.codeAction !== undefined) {
      expect(set!.edit.changes[ANSWERS]!.map(({ newText }) => newText)).toEqual([expect.stringMatching(/^\(≈ \d+ seconds\)$/)]);
    } else expect(actions).toEqual([]);
    await session.ask('textDocument/codeAction', { range: { start: term, end: term }, context: { diagnostics: [] } });

    const outline = await session.ask<{ name: string }[]>('textDocument/documentSymbol');
    expect(outline[0]!.name).toBe('Depth');
    expect(JSON.stringify(outline)).toContain('No target');
    expect(await session.ask<object[]>('textDocument/foldingRange')).not.toEqual([]);
    expect(await session.ask<object[]>('textDocument/selectionRange', { positions: [term] })).toHaveLength(1);
    expect(await session.ask<object[]>('textDocument/inlayHint', { range: WHOLE })).not.toEqual([]);
    expect(await session.ask<object[]>('workspace/symbol', { query: 'back' })).not.toEqual([]);
    await session.ask('textDocument/codeLens');
    await session.ask('textDocument/documentLink');

    const cited = at('](');
    const citations = await session.ask<{ textEdit: { newText: string } }[]>('textDocument/completion', {
      position: { ...cited, character: cited.character + 2 },
    });
    expect(citations[0]!.textEdit.newText).toContain('transcripts/talk.md');
    await session.client.change(ANSWERS, '(', { start: { line: 6, character: 12 }, end: { line: 6, character: 12 } });
    expect(await session.ask<object[]>('textDocument/completion', { position: { line: 6, character: 13 } })).not.toEqual([]);

    await session.configure({ ...SETTINGS, rules: { 'duration/over': 'off' } });
    if (editor.settings !== 'initializationOptions') await session.findings(lacks('duration/over'));
    await session.client.change(ANSWERS, TEXT.replace('3 seconds', '100 seconds'));
    await session.findings(has('duration/under'));

    expect(undeclared(editor.capabilities, session.result.capabilities, session.heard, session.answered)).toEqual([]);
  });
});

test('the check above would notice', async () => {
  session = new Session();
  const editor = { ...EDITORS[0]!, capabilities: MODERN, settings: 'configuration' } as const;
  await session.start(editor);
  const [over] = (await session.findings((all) => all.some(({ code }) => code === 'duration/over'))).filter(
    ({ code }) => code === 'duration/over',
  );
  await session.ask('textDocument/hover', { position: { line: 2, character: 5 } });
  await session.ask('textDocument/documentSymbol');
  await session.ask('textDocument/codeAction', { range: over!.range, context: { diagnostics: [over] } });
  expect(undeclared({}, session.result.capabilities, session.heard, session.answered)).toEqual(
    expect.arrayContaining([
      'Markdown in a hover',
      'a code action',
      'a description of a code',
      'a question about the configuration',
      'a registration of workspace/didChangeConfiguration',
      'a tree of symbols',
      'data of a diagnostic',
      'diagnostics to pull',
      'related information',
    ]),
  );
});

test('a client without UTF-16 gets it all the same, and the log says so', async () => {
  session = new Session();
  const utf8 = { ...MODERN, general: { positionEncodings: ['utf-8'] } };
  await session.start({ ...EDITORS[0]!, capabilities: utf8 });
  expect(session.result.capabilities.positionEncoding).toBe('utf-16');
  await session.client.until(() => session.client.logged.some((line) => line.includes('UTF-16')));
});

describe('a quick fix for a client that keeps no data', () => {
  const open = async (): Promise<Diagnostic> => {
    session = new Session();
    await session.start(EDITORS.find(({ editor }) => editor === 'Neovim 0.7')!);
    const found = await session.findings((all) => all.some(({ code }) => code === 'duration/over'));
    return found.find(({ code }) => code === 'duration/over')!;
  };
  const titles = async (diagnostic: Diagnostic): Promise<readonly string[]> => {
    const actions = await session.ask<{ title: string }[]>('textDocument/codeAction', {
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    return actions.map(({ title }) => title);
  };

  test('is found by the line, also where the columns count bytes', async () => {
    const { range, ...over } = await open();
    const inBytes = { start: range.start, end: { line: 2, character: range.end.character + 4 } };
    expect(await titles({ ...over, range: inBytes })).toContainEqual(expect.stringMatching(/^Set the target to/));
  });
  test('is found without the rule', async () => {
    const { code: _, ...over } = await open();
    expect(await titles(over)).toHaveLength(1);
  });
  test('is not guessed for another line, another rule or another message', async () => {
    const over = await open();
    const elsewhere = { start: { line: 4, character: 25 }, end: { line: 4, character: 38 } };
    expect(await titles({ ...over, range: elsewhere })).toEqual([]);
    expect(await titles({ ...over, code: 'duration/under' })).toEqual([]);
    expect(await titles({ ...over, message: 'About 99 s to say.' })).toEqual([]);
  });
});

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

function at(words: string): { line: number; character: number } {
  const before = TEXT.slice(0, TEXT.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
