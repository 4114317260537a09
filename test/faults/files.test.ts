/** Files that are damaged, forbidden or gone: said on the file and its line, the rest works, and nobody writes into them. */

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { recordOf } from '../../server/src/core/rehearsal/history.ts';
import type { Files } from '../../server/src/files/files.ts';
import { nodeFiles } from '../../server/src/files/node.ts';
import { asNobody, built, CAN_FORBID, ended, startScript } from '../support/childProcess.ts';
import { ANSWERS, ANSWERS_TEXT, at, FOLDER, GLOSSARY, TALK, TALK_TEXT } from '../support/interviewFolder.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { inMemory, MODERN, type TestClient } from '../support/protocolClient.ts';
import { aRun } from '../support/runs.ts';

const EVIDENCE = `${FOLDER}/evidence.md`;
const CONFIG = `${FOLDER}/.interview-answers.json`;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.shutdown();
  client = undefined;
});

/** A workspace of these files in which answers are open; resolves once the transcripts have been read. */
async function open(files: Files, folder = FOLDER, answers = ANSWERS): Promise<TestClient> {
  const opened = inMemory({ files });
  client = opened;
  await opened.initialize(
    { ...MODERN, workspace: { ...MODERN.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
    { workspaceFolders: [{ uri: folder, name: 'interview' }], initializationOptions: { readsFiles: true } },
  );
  await opened.open(answers, ANSWERS_TEXT);
  await opened.diagnostics(answers);
  await opened.until(() => opened.transcripts.some(({ state }) => state === 'idle'));
  return opened;
}

function said(uri: string): readonly Diagnostic[] {
  return client!.published.findLast((one) => one.uri === uri)?.diagnostics ?? [];
}

const SAID = (uri: string): readonly string[] => said(uri).map(({ message, range }) => `${range.start.line + 1}: ${message as string}`);

/** Whether answers still have their times. */
async function works(uri = ANSWERS): Promise<boolean> {
  const estimate = await client!.connection.sendRequest<{ readonly seconds: number } | null>('interviewAnswers/estimate', {
    textDocument: { uri },
    range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } },
  });
  return (estimate?.seconds ?? 0) > 0;
}

/** Files some of which somebody else forbids. */
function forbidding(files: MemoryFiles, forbidden: readonly string[], reason = 'permission denied'): Files {
  return {
    find: (...args) => files.find(...args),
    read: (uri) => (forbidden.includes(uri) ? Promise.reject(new Error(reason)) : files.read(uri)),
  };
}

describe('what may not be read', () => {
  test.each([
    ['the glossary', GLOSSARY],
    ['the evidence', EVIDENCE],
    ['the config file', CONFIG],
    ['a transcript', TALK],
  ])('%s is said on it, and the rest works', async (_, uri) => {
    const memory = new MemoryFiles({ [ANSWERS]: ANSWERS_TEXT, [TALK]: TALK_TEXT, [GLOSSARY]: '', [EVIDENCE]: '', [CONFIG]: '{}' });
    const opened = await open(forbidding(memory, [uri]));
    await opened.until(() => said(uri).length > 0);
    expect(SAID(uri)).toEqual(["1: This file can't be read: permission denied."]);
    expect(await works()).toBe(true);
  });

  test('nobody offers to write into a glossary that can’t be read, nor to make another', async () => {
    const memory = new MemoryFiles({ [ANSWERS]: ANSWERS_TEXT, [TALK]: TALK_TEXT, [GLOSSARY]: '' });
    const offers = async (): Promise<readonly string[]> => {
      const start = at(ANSWERS_TEXT, 'Veloquent');
      const actions = await client!.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: ANSWERS },
        range: { start, end: start },
        context: { diagnostics: [] },
      });
      return actions.map(({ title }) => title).filter((title) => title.includes('glossary'));
    };
    await open(memory);
    expect(await offers()).not.toEqual([]);
    await client!.shutdown();
    await open(forbidding(memory, [GLOSSARY]));
    expect(await offers()).toEqual([]);
  });

  test('a workspace that can’t be listed is said, and the rest works', async () => {
    const opened = await open({ find: () => Promise.reject(new Error('the disk says no')), read: () => Promise.reject(new Error('no')) });
    expect(opened.logged.join()).toContain('the disk says no');
    expect(await works()).toBe(true);
  });
});

describe('what is no text', () => {
  const damaged = new Uint8Array([...new TextEncoder().encode('- first: line\n- second: '), 0xff, 0xfe, 0x80, 0x0a]);

  test.each([
    ['the glossary', GLOSSARY],
    ['the evidence', EVIDENCE],
  ])('%s is said on its line, and left as it is', async (_, uri) => {
    const memory = new MemoryFiles({ [ANSWERS]: ANSWERS_TEXT, [TALK]: TALK_TEXT, [uri]: damaged });
    const opened = await open(memory);
    await opened.until(() => said(uri).length > 0);
    expect(SAID(uri)[0]).toMatch(/^2: This is not UTF-8 text/);
    expect(await works()).toBe(true);
    expect(await memory.read(uri)).toEqual(damaged);
  });
});

describe('what is deleted', () => {
  test('while it is being indexed is forgotten without a word', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `${FOLDER}/transcripts/talk${i}.txt`);
    const memory = new MemoryFiles({ [ANSWERS]: ANSWERS_TEXT, ...Object.fromEntries(names.map((name) => [name, TALK_TEXT])) });
    let reads = 0;
    const opened = await open({
      find: (...args) => memory.find(...args),
      read: (uri) => {
        // The second half goes while the first is read.
        if (names.includes(uri) && ++reads === 15) for (const name of names.slice(15)) memory.delete(name);
        return memory.read(uri);
      },
    });
    const listed = await opened.connection.sendRequest<readonly { uri: string }[]>('interviewAnswers/transcripts', {});
    expect(listed.map(({ uri }) => uri).sort()).toEqual(names.slice(0, 15).sort());
    expect(names.flatMap(said)).toEqual([]);
    expect(await works()).toBe(true);
  });
});

describe('on a real disk', () => {
  let folder: string;
  const real = (name: string): string => path.join(folder, name);
  const uriOf = (name: string): string => pathToFileURL(real(name)).href;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-files-'));
    mkdirSync(real('transcripts'));
    writeFileSync(real('answers.md'), ANSWERS_TEXT);
    for (let i = 0; i < 12; i++) writeFileSync(real(`transcripts/talk${i}.vtt`), TALK_TEXT);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const listed = (): Promise<readonly object[]> => client!.connection.sendRequest('interviewAnswers/transcripts', {});

  test('transcripts that vanish while they are read, and links that go in a circle', async () => {
    symlinkSync('..', real('transcripts/up'));
    symlinkSync('loop.vtt', real('transcripts/loop.vtt'));
    let reads = 0;
    await open(
      {
        find: (...args) => nodeFiles.find(...args),
        read: (uri, inside) => {
          if (uri.endsWith('.vtt') && ++reads === 6) for (let i = 0; i < 12; i++) rmSync(real(`transcripts/talk${i}.vtt`));
          return nodeFiles.read(uri, inside);
        },
      },
      uriOf('.'),
      uriOf('answers.md'),
    );
    expect(await listed()).toHaveLength(5);
    expect(client!.published.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message))).toEqual([]);
    expect(await works(uriOf('answers.md'))).toBe(true);
  });

  test('a workspace folder that vanishes, and comes back', async () => {
    const opened = await open(nodeFiles, uriOf('.'), uriOf('answers.md'));
    expect(await listed()).toHaveLength(12);
    rmSync(folder, { recursive: true });
    expect(await opened.connection.sendRequest('interviewAnswers/transcripts/index')).toBe(0);
    expect(await works(uriOf('answers.md'))).toBe(true);
    mkdirSync(real('transcripts'), { recursive: true });
    writeFileSync(real('transcripts/talk.vtt'), TALK_TEXT);
    expect(await opened.connection.sendRequest('interviewAnswers/transcripts/index')).toBe(1);
  });

  test.skipIf(!CAN_FORBID)('a transcript, a folder and a config file that are forbidden', async () => {
    for (const [name, text] of [
      ['transcripts/secret.vtt', TALK_TEXT],
      ['transcripts/inner/talk.vtt', TALK_TEXT],
      ['.interview-answers.json', '{}'],
    ] as const) {
      mkdirSync(path.dirname(real(name)), { recursive: true });
      writeFileSync(real(name), text, { mode: 0 });
    }
    for (const name of ['.', 'transcripts']) chmodSync(real(name), 0o755);
    chmodSync(real('transcripts/inner'), 0);
    const modules = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-modules-'));
    try {
      const port = built('server/src/files/node.ts', modules);
      chmodSync(modules, 0o755);
      const script = `const folder = ${JSON.stringify(`${uriOf('.')}/`)};
        console.log((await m.nodeFiles.find(folder, ['**/*.vtt'], 100)).length);
        for (const name of ['transcripts/secret.vtt', 'transcripts/inner/talk.vtt', '.interview-answers.json'])
          await m.nodeFiles.read(folder + name, folder).catch((e) => console.log(e.message));`;
      // What the server makes of that message is told above.
      expect((await ended(startScript(port, script, asNobody))).output).toBe(`13\n${'permission denied\n'.repeat(3)}`);
    } finally {
      chmodSync(real('transcripts/inner'), 0o755);
      rmSync(modules, { recursive: true });
    }
  });

  test.skipIf(process.platform === 'win32')(
    'a config file that is a pipe, a link to nowhere, a folder, or larger than any settings: said, and nobody waits for it',
    async () => {
      const config = real('.interview-answers.json');
      const makes: readonly (readonly [() => unknown, string])[] = [
        [() => spawnSync('mkfifo', [config]), 'it is not a regular file'],
        [() => symlinkSync('nowhere', config), 'it does not exist'],
        [() => mkdirSync(config), 'it is a folder'],
        [() => writeFileSync(config, ' '.repeat(1_000_001)), 'it is too large for settings'],
      ];
      for (const [make, reason] of makes) {
        make();
        const opened = await open(nodeFiles, uriOf('.'), uriOf('answers.md'));
        const uri = uriOf('.interview-answers.json');
        await opened.until(() => said(uri).length > 0);
        expect(SAID(uri)).toEqual([`1: This file can't be read: ${reason}.`]);
        expect(await works(uriOf('answers.md'))).toBe(true);
        await opened.shutdown();
        client = undefined;
        rmSync(config, { recursive: true });
      }
    },
  );
});

describe('a damaged history', () => {
  const GOOD = recordOf(aRun());
  const DAMAGED = `${GOOD}\n\n{"v":1,"id":"to\n${GOOD.slice(0, 40)}\n${GOOD}\n`;

  test('is said by the server with its first line, and the rest counts', async () => {
    const opened = inMemory();
    client = opened;
    const told = new Promise((resolve) => opened.connection.onNotification('interviewAnswers/rehearsal/historyRead', resolve));
    await opened.initialize();
    await opened.connection.sendNotification('interviewAnswers/history', { text: DAMAGED });
    expect(await told).toEqual({ skipped: 2, firstSkipped: 3 });
  });

  test('is said by the command line with file and line, and left as it is', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-damaged-'));
    try {
      writeFileSync(path.join(folder, 'a.md'), '# Why us (10 s)\n\nWe do this and that for them.\n');
      writeFileSync(path.join(folder, 'h.jsonl'), DAMAGED);
      const cli = path.join(import.meta.dirname, '../../dist/cli.js');
      const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '--history', 'h.jsonl', '--fail-on', 'never', 'a.md'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(stderr).toBe(
        'interview-answers: h.jsonl:3: this line and 1 other are no rehearsals; they are left as they are, and the rest counts\n',
      );
      expect(status).toBe(0);
      expect(readFileSync(path.join(folder, 'h.jsonl'), 'utf8')).toBe(DAMAGED);
      unlinkSync(path.join(folder, 'h.jsonl'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
