/** `.interview-answers.json` in the language server: found, watched, held against the editor's settings, and never trusted too far. */

import { afterEach, describe, expect, test } from 'vitest';
import { FileChangeType, type Diagnostic } from 'vscode-languageserver-protocol';
import { OF_WORKSPACE_KEY, UNTRUSTED_KEY } from '../../server/src/protocol/index.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { inMemory, MINIMAL, MODERN, type TestClient } from '../support/protocolClient.ts';
import { words } from '../support/words.ts';

const FOLDER = 'file:///interview/';
const ANSWERS = `${FOLDER}deep/er/answers.md`;
const OVER = `# Why us (10 s)\n\n${words(60)}.\n`;
const CONFIG = `${FOLDER}.interview-answers.json`;

let client: TestClient;
let files: MemoryFiles;

afterEach(() => client.shutdown());

/** A workspace with these files by their paths, with the answers open; `settings` are the editor's. */
async function open(texts: Readonly<Record<string, string>>, settings: object = {}, capabilities = MODERN): Promise<void> {
  files = new MemoryFiles(Object.fromEntries(Object.entries(texts).map(([path, text]) => [FOLDER + path, text])));
  client = inMemory({ files });
  client.configuration = settings;
  await client.initialize(capabilities, {
    workspaceFolders: [{ uri: FOLDER.slice(0, -1), name: 'interview' }],
    initializationOptions: { readsFiles: true },
  });
  await client.open(ANSWERS, OVER);
}

/** Writes a file, or deletes it, as if somebody else had; the editor tells. */
async function write(uri: string, text: string | undefined): Promise<void> {
  const type = text === undefined ? FileChangeType.Deleted : FileChangeType.Changed;
  if (text === undefined) files.delete(uri);
  else files.write(uri, text);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
}

/** How severe the finding that an answer is too long is; 0 when it isn't there. */
async function severity(uri = ANSWERS): Promise<number> {
  return (await client.diagnostics(uri)).find(({ code }) => code === 'duration/over')?.severity ?? 0;
}

function rule(value: string): string {
  return JSON.stringify({ rules: { 'duration/over': value } });
}

describe('which settings hold', () => {
  test('those of the nearest file, alone', async () => {
    await open({ '.interview-answers.json': rule('off') });
    expect(await severity()).toBe(0);
    await write(`${FOLDER}deep/.interview-answers.json`, rule('error'));
    expect(await severity()).toBe(1);
    await write(`${FOLDER}deep/er/.interview-answers.json`, '{}');
    expect(await severity()).toBe(2);
  });

  test('none from above the workspace', async () => {
    await open({});
    files.write('file:///.interview-answers.json', rule('off'));
    await write('file:///interview.json', '{}');
    expect(await severity()).toBe(2);
    expect(files.reads.filter((uri) => !uri.startsWith(FOLDER))).toEqual([]);
  });

  test('of a document outside of the workspace, those beside it', async () => {
    await open({ '.interview-answers.json': rule('off') });
    files.write('file:///other/.interview-answers.json', rule('error'));
    await client.open('file:///other/answers.md', OVER);
    await client.open('file:///other/deep/answers.md', OVER);
    expect(await severity('file:///other/answers.md')).toBe(1);
    expect(await severity('file:///other/deep/answers.md')).toBe(2);
  });

  test("the file's over the editor's, but for what the editor says is set for this workspace", async () => {
    await open(
      { '.interview-answers.json': '{"rules": {"duration/over": "error"}, "pace": "fast"}' },
      { rules: { 'duration/over': 'hint' } },
    );
    expect(await severity()).toBe(1);
    client.configuration = { [OF_WORKSPACE_KEY]: [{ rules: { 'duration/over': 'off' } }, { rules: { 'duration/over': 'information' } }] };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await severity()).toBe(3);
  });

  test('words that are known by either are known', async () => {
    await open({ '.interview-answers.json': '{"vocabulary": ["ZXQ"]}' }, { vocabulary: ['QXZ'] });
    const uri = `${FOLDER}jargon.md`;
    await client.open(uri, '# Why us (10 s)\n\nI know ZXQ, QXZ and XQZ well.\n');
    const found = await client.diagnostics(uri);
    const said = JSON.stringify(found.filter(({ code }) => code === 'jargon/undefined-acronym').map(({ message }) => message));
    expect(said).toContain('XQZ');
    expect(said).not.toMatch(/ZXQ|QXZ/);
  });

  test('in a document without a file, the editor’s', async () => {
    await open({ '.interview-answers.json': rule('off') });
    await client.open('untitled:Untitled-1', OVER);
    expect(await severity('untitled:Untitled-1')).toBe(2);
  });
});

describe('changes', () => {
  test('count at once, also that the file comes and goes', async () => {
    await open({});
    expect(await severity()).toBe(2);
    for (const [text, expected] of [
      [rule('off'), 0],
      [rule('error'), 1],
      [undefined, 2],
    ] as const) {
      const { refreshes } = client;
      await write(CONFIG, text);
      await client.until(() => client.refreshes > refreshes);
      expect(await severity()).toBe(expected);
    }
  });

  test('count where a folder with the file in it comes and goes', async () => {
    await open({});
    expect(await severity()).toBe(2);
    files.write(`${FOLDER}deep/.interview-answers.json`, rule('off'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}deep`, type: FileChangeType.Created }],
    });
    expect(await severity()).toBe(0);
    files.delete(`${FOLDER}deep/.interview-answers.json`);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}deep`, type: FileChangeType.Deleted }],
    });
    expect(await severity()).toBe(2);
  });

  test('count when the answers are saved, where the editor watches nothing', async () => {
    await open({}, {}, MINIMAL);
    await client.until(() => client.published.at(-1)?.diagnostics.some(({ code }) => code === 'duration/over'));
    files.write(CONFIG, rule('off'));
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: ANSWERS } });
    await client.until(() => client.published.at(-1)?.diagnostics.every(({ code }) => code !== 'duration/over'));
  });
});

describe('a file that can not be used', () => {
  /** What was said of a file last. */
  function said(uri: string): readonly Diagnostic[] | undefined {
    return client.published.findLast((one) => one.uri === uri)?.diagnostics;
  }

  test('says so once, on its line, and the rest works; it is left as it is, and heard when it is mended', async () => {
    const broken = '{\n  "rules": { "duration/over": "off" },\n}\n';
    await open({ '.interview-answers.json': broken });
    expect(await severity()).toBe(2);
    const found = await client.until(() => said(CONFIG));
    expect(found).toEqual([
      expect.objectContaining({
        message: 'This is not JSON: there is a comma too many.',
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } },
        severity: 2,
      }),
    ]);
    expect(new TextDecoder().decode(await files.read(CONFIG))).toBe(broken);
    await write(CONFIG, rule('off'));
    await client.until(() => said(CONFIG)?.length === 0);
    expect(await severity()).toBe(0);
  });

  test('is silent when it is gone', async () => {
    await open({ '.interview-answers.json': '{' });
    await severity();
    await client.until(() => said(CONFIG)?.length === 1);
    await write(CONFIG, undefined);
    await client.until(() => said(CONFIG)?.length === 0);
  });

  test('keeps what is good of it', async () => {
    await open({ '.interview-answers.json': '{"rules": {"duration/over": "off", "duration/ovr": "off"}, "pase": 1}' });
    expect(await severity()).toBe(0);
    const found = await client.until(() => said(CONFIG));
    expect(found.map(({ message }) => message)).toEqual([
      '"interviewAnswers.rules" can\'t have {"duration/ovr":"off"}; the entry is left out.',
      'There is no setting "pase".',
    ]);
    expect(client.logged.join()).not.toContain('duration/ovr');
  });
});

describe('what a folder may not say', () => {
  test('where the history is kept', async () => {
    await open({ '.interview-answers.json': '{"rehearsal": {"history": "workspace"}}' });
    await severity();
    const found = await client.until(() => client.published.find(({ uri }) => uri === CONFIG));
    expect(found.diagnostics[0]!.message).toContain('is for everybody to set in their own editor');
  });

  test('to read what is outside of it', async () => {
    const globs = ['../**/*.txt', '/etc/*', 'file:///secret/*'];
    await open({
      '.interview-answers.json': JSON.stringify({ transcripts: { files: globs }, glossary: { files: globs }, evidence: { files: globs } }),
      'deep/er/answers.md': OVER,
      'talks/a.txt': 'Speaker: Backpressure is a way to say no early.\n',
    });
    const asked: string[] = [];
    const find = files.find.bind(files);
    files.find = (folder, wanted, limit) => {
      asked.push(...wanted);
      return find(folder, wanted, limit);
    };
    await severity();
    await client.until(() => client.transcripts.some(({ state }) => state === 'idle'));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((glob) => /\.\.|^\/|:/.test(glob))).toEqual([]);
  });

  test('which files are read, where the user does not trust it or may not; the rest counts', async () => {
    const config = { transcripts: { files: ['mine/*.txt'] }, rules: { 'duration/over': 'error' } };
    const texts = { '.interview-answers.json': JSON.stringify(config), 'deep/er/answers.md': OVER };
    for (const [settings, expected] of [
      [{ [UNTRUSTED_KEY]: true }, false],
      [new Error('Not now.'), false],
      [{ [UNTRUSTED_KEY]: false }, true],
    ] as const) {
      await open(texts, settings);
      const asked: string[] = [];
      const find = files.find.bind(files);
      files.find = (folder, wanted, limit) => {
        asked.push(...wanted);
        return find(folder, wanted, limit);
      };
      expect(await severity()).toBe(1);
      await client.until(() => client.transcripts.some(({ state }) => state === 'idle'));
      expect(asked.includes('mine/*.txt')).toBe(expected);
      if (!expected) await client.shutdown();
    }
  });
});

describe('globs', () => {
  const TOLD = `# Why us\n\n${words(60)}.\n`;

  test('are seen from the folder of the file that has them', async () => {
    await open({ 'deep/.interview-answers.json': '{"files": ["talks/*.md"]}' });
    for (const name of ['deep/talks/a.md', 'deep/b.md', 'talks/c.md']) {
      await client.open(FOLDER + name, TOLD);
      const found = await client.diagnostics(FOLDER + name);
      expect(found.length > 0, name).toBe(name === 'deep/talks/a.md');
    }
  });

  test('find transcripts and glossaries of a folder with a file of its own', async () => {
    await open({
      'deep/.interview-answers.json': '{"transcripts": {"files": ["heard/*.txt"], "detect": false}}',
      'deep/heard/a.txt': '[00:10] Backpressure is basically a way to say no early.\n[00:20] That is all there is to backpressure.\n',
      'deep/b.srt': '1\n00:00:10,000 --> 00:00:20,000\nBackpressure is another thing.\n',
    });
    await severity();
    await client.until(() => client.transcripts.some(({ state, count }) => state === 'idle' && count > 0));
    const found = await client.connection.sendRequest<{ uri: string }[]>('interviewAnswers/transcripts', {});
    expect(found.map(({ uri }) => uri)).toEqual([`${FOLDER}deep/heard/a.txt`]);
  });
});
