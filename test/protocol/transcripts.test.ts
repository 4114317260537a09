/** What the server answers about terms and transcripts, over a real connection, with files in memory. */

import { afterEach, describe, expect, test } from 'vitest';
import {
  FileChangeType,
  type CodeAction,
  type CompletionItem,
  type DocumentHighlight,
  type DocumentLink,
  type Hover,
  type Location,
  type LocationLink,
  type SymbolInformation,
} from 'vscode-languageserver-protocol';
import type { Topic, TranscriptEntry } from '../../server/src/protocol/transcripts.ts';
import { ANSWERS, ANSWERS_TEXT, at, FOLDER, GLOSSARY, TALK, TALK_TEXT } from '../support/interviewFolder.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { inMemory, MODERN, type TestClient } from '../support/protocolClient.ts';

let client: TestClient;

afterEach(() => client.shutdown());

interface Setup {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly capabilities?: object;
}

/** A workspace with one talk, whose answers are open in an editor; resolves once the talk is indexed. */
async function open({ files = {}, capabilities = {} }: Setup = {}): Promise<MemoryFiles> {
  const memory = new MemoryFiles({ [ANSWERS]: ANSWERS_TEXT, [TALK]: TALK_TEXT, ...files });
  client = inMemory({ files: memory });
  await client.initialize(
    {
      ...MODERN,
      ...capabilities,
      textDocument: { ...MODERN.textDocument, definition: { linkSupport: true } },
      workspace: { ...MODERN.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
    },
    { workspaceFolders: [{ uri: FOLDER, name: 'interview' }], initializationOptions: { readsFiles: true } },
  );
  await client.open(ANSWERS, ANSWERS_TEXT);
  await client.diagnostics(ANSWERS);
  await client.until(() => client.transcripts.some(({ state, count }) => state === 'idle' && count > 0));
  return memory;
}

function ask<T>(method: string, uri: string, position: object, more: object = {}): Promise<T> {
  return client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
}

async function hover(words: string): Promise<string> {
  const result = await ask<Hover | null>('hover', ANSWERS, at(ANSWERS_TEXT, words));
  return result === null ? '' : (result.contents as { value: string }).value;
}

describe('hover', () => {
  test('shows the best passage with its neighbours, its time, and the link to the video at that second', async () => {
    await open();
    const text = await hover('backpressure');
    expect(text).toContain('**Backpressure is basically a way to say no early,**');
    expect(text).toContain('the scheduler that we have built');
    expect(text).toContain('[01:10](https://www.youtube.com/watch?v=AbCdEfGhIjK&t=70s)');
    expect(text).toContain('Building Veloquent');
    expect(text).toContain('1 other passage');
  });

  test('says what a name was heard as', async () => {
    await open();
    expect(await hover('Veloquent')).toMatch(/heard as “(?:veloquint|well equent)”/);
  });

  test('what is in a transcript stays text', async () => {
    await open();
    const text = await hover('backpressure');
    expect(text).not.toMatch(/<img|\]\(command:/);
  });

  test('says that nothing was found, and nothing at all of plain words', async () => {
    await open({ files: { [GLOSSARY]: '# Glossary\n\n## pricing\n\nWhat it costs.\n' } });
    expect(await hover('pricing')).toMatch(/What it costs\\\.[\s\S]*No passage found in 1 transcript/);
    expect(await hover('because')).toBe('');
    expect(await hover('like')).toBe('');
  });
});

describe('going there', () => {
  test('definition has the explaining passage first', async () => {
    await open();
    const links = await ask<LocationLink[]>('definition', ANSWERS, at(ANSWERS_TEXT, 'backpressure'));
    expect(links.map(({ targetUri, targetSelectionRange }) => [targetUri, targetSelectionRange.start.line])).toEqual([
      [TALK, 6],
      [TALK, 9],
    ]);
    expect(links[0]!.targetSelectionRange).toEqual({ start: { line: 6, character: 12 }, end: { line: 6, character: 24 } });
  });

  test('a single guess by sound is no definition, but a reference', async () => {
    await open({ files: { [TALK]: TALK_TEXT.replace('well equent', 'our queue').replace('Building Veloquent', 'Our scheduler') } });
    expect(await ask('definition', ANSWERS, at(ANSWERS_TEXT, 'Veloquent'))).toBeNull();
    const references = await ask<Location[]>('references', ANSWERS, at(ANSWERS_TEXT, 'Veloquent'), {
      context: { includeDeclaration: true },
    });
    expect(references.some(({ uri, range }) => uri === TALK && range.start.line === 8)).toBe(true);
  });

  test('references are all passages, and the answers that use the term', async () => {
    await open();
    const references = await ask<Location[]>('references', ANSWERS, at(ANSWERS_TEXT, 'Veloquent'), {
      context: { includeDeclaration: true },
    });
    expect(references.filter(({ uri }) => uri === ANSWERS)).toHaveLength(2);
    expect(references.filter(({ uri }) => uri === TALK).length).toBeGreaterThanOrEqual(2);
  });

  test('from a line of a transcript back to the answers', async () => {
    await open();
    await client.open(TALK, TALK_TEXT);
    const references = await ask<Location[]>('references', TALK, { line: 6, character: 14 }, { context: { includeDeclaration: true } });
    expect(references).toEqual([{ uri: ANSWERS, range: expect.objectContaining({ start: at(ANSWERS_TEXT, 'backpressure') }) as object }]);
    expect(await ask('references', TALK, { line: 5, character: 14 }, { context: { includeDeclaration: true } })).toEqual([]);
  });

  test('highlights are the other uses in the file', async () => {
    await open();
    const highlights = await ask<DocumentHighlight[]>('documentHighlight', ANSWERS, at(ANSWERS_TEXT, 'Veloquent'));
    expect(highlights.map(({ range }) => range.start)).toEqual([at(ANSWERS_TEXT, 'Veloquent,'), at(ANSWERS_TEXT, 'Veloquent works')]);
  });

  test('the times of a transcript open the recording', async () => {
    await open();
    await client.open(TALK, TALK_TEXT);
    const links = await ask<DocumentLink[]>('documentLink', TALK, {});
    expect(links).toHaveLength(6);
    expect(links[4]).toMatchObject({
      target: 'https://www.youtube.com/watch?v=AbCdEfGhIjK&t=255s',
      range: { start: { line: 8, character: 3 }, end: { line: 8, character: 8 } },
    });
  });

  test('citations are offered behind a term, and open the transcript', async () => {
    await open();
    const cited = `${ANSWERS_TEXT}\nSee [backpressure]()\n`;
    await client.change(ANSWERS, cited);
    const items = await ask<CompletionItem[]>('completion', ANSWERS, { line: 4, character: 19 });
    expect(items[0]).toMatchObject({ textEdit: { newText: 'transcripts/talk.md#t=70' } });
    await client.change(ANSWERS, cited.replace('()', '(transcripts/talk.md#t=70)'));
    expect(await ask<DocumentLink[]>('documentLink', ANSWERS, {})).toMatchObject([{ target: `${TALK}#L7` }]);
  });

  test('workspace symbols are the terms of the answers', async () => {
    await open();
    const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'back' });
    expect(symbols).toMatchObject([{ name: 'backpressure', location: { uri: TALK, range: { start: { line: 6 } } } }]);
    expect(await client.connection.sendRequest('workspace/symbol', { query: 'zzz' })).toEqual([]);
  });
});

describe('glossary', () => {
  test('one action writes what captions make of a name, and every other place follows', async () => {
    const memory = await open();
    const actions = await ask<CodeAction[]>(
      'codeAction',
      ANSWERS,
      {},
      { range: { start: at(ANSWERS_TEXT, 'Veloquent'), end: at(ANSWERS_TEXT, 'Veloquent') }, context: { diagnostics: [] } },
    );
    const action = actions.find(({ title }) => title.includes('veloquint'))!;
    expect(action.edit!.documentChanges![0]).toMatchObject({ kind: 'create', uri: GLOSSARY });
    const [{ newText }] = (action.edit!.documentChanges![1] as unknown as { edits: [{ newText: string }] }).edits;
    expect(newText).toContain('## Veloquent\n\n- heard as: veloquint');
    memory.write(GLOSSARY, newText);
    const before = client.transcripts.length;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: GLOSSARY, type: FileChangeType.Created }],
    });
    await client.until(() => client.transcripts.slice(before).some(({ state }) => state === 'idle'));
    const links = await ask<LocationLink[]>('definition', ANSWERS, at(ANSWERS_TEXT, 'Veloquent'));
    expect(links.some(({ targetRange }) => targetRange.start.line === 8)).toBe(true);
  });

  test('selected words of a transcript are offered for the terms they sound like', async () => {
    await open();
    await client.open(TALK, TALK_TEXT);
    const start = at(TALK_TEXT, 'well equent');
    const range = { start, end: { line: start.line, character: start.character + 11 } };
    const [first] = await ask<CodeAction[]>('codeAction', TALK, {}, { range, context: { diagnostics: [] } });
    expect(first!.title).toContain('“Veloquent” as “well equent”');
  });
});

describe('findings', () => {
  /** New text, saved: nobody is in the middle of a sentence. */
  async function write(text: string): Promise<void> {
    await client.change(ANSWERS, text);
    await client.diagnostics(ANSWERS);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: ANSWERS } });
  }

  const CLAIM = '# Why us (≈ 30 seconds)\n\nThe migration cut the deploy time of our scheduler to 12 minutes.\n';

  test('another number in a transcript is said', async () => {
    await open({
      files: {
        [`${FOLDER}/transcripts/other.txt`]:
          'Ann: Hello there.\nBen: Hi.\nAnn: The migration cut the deploy time of the scheduler to 40 minutes.\nBen: I see.\n',
      },
    });
    await write(CLAIM);
    expect((await client.diagnostics(ANSWERS)).map(({ code }) => code)).toContain('claim/contradicted');
  });

  test('and one in the evidence; the same number is no matter', async () => {
    await open({ files: { [`${FOLDER}/evidence.md`]: '- The migration cut the deploy time of the scheduler: 40 minutes (dashboard)\n' } });
    await write(CLAIM);
    expect((await client.diagnostics(ANSWERS)).map(({ code }) => code)).toContain('claim/contradicted');
    await write(CLAIM.replace('12', '40'));
    expect((await client.diagnostics(ANSWERS)).map(({ code }) => code)).not.toContain('claim/contradicted');
  });

  test('an acronym that the speakers use needs no explanation', async () => {
    const memory = await open();
    client.configuration = { audience: 'recruiter' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const withAcronym = '# Why us (≈ 30 seconds)\n\nI like LSM trees and RLHF.\n';
    await write(withAcronym);
    const flagged = async (): Promise<readonly string[]> =>
      (await client.diagnostics(ANSWERS))
        .filter(({ code }) => code === 'jargon/undefined-acronym')
        .map(({ range }) => withAcronym.split('\n')[2]!.slice(range.start.character, range.end.character));
    expect(await flagged()).toContain('RLHF');
    memory.write(TALK, TALK_TEXT.replace('the scheduler', 'RLHF and the scheduler'));
    const before = client.transcripts.length;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: TALK, type: FileChangeType.Changed }] });
    await client.until(() => client.transcripts.slice(before).some(({ state }) => state === 'idle'));
    expect(await flagged()).not.toContain('RLHF');
  });
});

describe('files', () => {
  test('come and go', async () => {
    const memory = await open();
    const added = `${FOLDER}/transcripts/more.vtt`;
    memory.write(added, 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ben>Veloquent again</v>\n');
    const change = async (type: FileChangeType): Promise<void> => {
      const before = client.transcripts.length;
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: added, type }] });
      await client.until(() => client.transcripts.slice(before).some(({ state }) => state === 'idle'));
    };
    await change(FileChangeType.Created);
    expect(await hover('Veloquent')).toContain('Ben');
    await change(FileChangeType.Deleted);
    expect(await hover('Veloquent')).not.toContain('Ben');
  });

  test('folders come and go with all that is in them', async () => {
    const memory = await open();
    const added = `${FOLDER}/transcripts/more/talk.vtt`;
    const change = async (type: FileChangeType): Promise<void> => {
      const before = client.transcripts.length;
      const changes = [{ uri: `${FOLDER}/transcripts/more`, type }];
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      await client.until(() => client.transcripts.slice(before).some(({ state }) => state === 'idle'));
    };
    memory.write(added, 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ben>Veloquent again</v>\n');
    await change(FileChangeType.Created);
    expect(await hover('Veloquent')).toContain('Ben');
    expect(client.published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    await change(FileChangeType.Deleted);
    expect(await hover('Veloquent')).not.toContain('Ben');
  });

  test('only what has changed is read again', async () => {
    const memory = await open();
    // Whether a glossary could be made is looked for each time.
    const reads = (): number => memory.reads.filter((uri) => uri !== `${FOLDER}/glossary.md`).length;
    const before = reads();
    await client.connection.sendRequest('interviewAnswers/transcripts/index', {});
    expect(reads()).toBe(before);
  });

  test('an answers file is never a transcript, and transcripts are found by what they look like', async () => {
    const turns = Array.from({ length: 8 }, (_, i) => `[00:${String(i * 7).padStart(2, '0')}] Veloquent number ${i}`).join('\n');
    await open({
      files: {
        [`${FOLDER}/transcripts/mine.md`]: '# Why (30 s)\n\nVeloquent.\n',
        [`${FOLDER}/notes/call.txt`]: turns,
        [`${FOLDER}/README.md`]: '# Veloquent\n\nA tool.\n',
      },
    });
    const entries = await client.connection.sendRequest<TranscriptEntry[]>('interviewAnswers/transcripts', {});
    expect(entries.map(({ uri }) => uri.slice(FOLDER.length + 1))).toEqual(['notes/call.txt', 'transcripts/talk.md']);
  });

  test('what can not be read has one diagnostic, and the rest works', async () => {
    await open({
      files: { [`${FOLDER}/transcripts/notes.docx`]: 'PK\u0003\u0004 and more', [`${FOLDER}/transcripts/broken.json`]: '{"segments": [' },
    });
    expect(
      client.published.filter(({ uri }) => uri.endsWith('.docx') || uri.endsWith('.json')).map(({ diagnostics }) => diagnostics.length),
    ).toEqual([1, 1]);
    expect(await hover('backpressure')).toContain('say no early');
  });

  test('front matter names more, but nothing outside the folder', async () => {
    const outside = 'file:///elsewhere/secret.txt';
    const memory = await open({
      files: { [`${FOLDER}/calls/first.log`]: 'Veloquent is what we call our scheduler.\n', [outside]: 'Veloquent in secret.\n' },
    });
    const before = client.transcripts.length;
    await client.change(ANSWERS, `---\ntranscripts: ["calls/*.log", "../elsewhere/*.txt"]\n---\n${ANSWERS_TEXT}`);
    await client.diagnostics(ANSWERS);
    await client.until(() => client.transcripts.slice(before).some(({ state, count }) => state === 'idle' && count === 2));
    expect(memory.reads).not.toContain(outside);
  });

  test('the view has topics with their passages', async () => {
    await open();
    const topics = await client.connection.sendRequest<Topic[]>('interviewAnswers/transcripts/topics', { uri: TALK });
    expect(topics.map(({ term }) => term)).toEqual(expect.arrayContaining(['Veloquent', 'backpressure']));
    expect(topics.find(({ term }) => term === 'backpressure')!.passages.map(({ seconds }) => seconds)).toEqual([70, 260]);
  });

  test('nothing but settings is looked for before answers are open', async () => {
    const memory = new MemoryFiles({ [TALK]: TALK_TEXT });
    client = inMemory({ files: memory });
    await client.initialize(MODERN, {
      workspaceFolders: [{ uri: FOLDER, name: 'interview' }],
      initializationOptions: { readsFiles: true },
    });
    await client.open(`${FOLDER}/README.md`, '# Readme\n\nText.\n');
    await client.diagnostics(`${FOLDER}/README.md`);
    expect(memory.reads).toEqual([`${FOLDER}/.interview-answers.json`]);
  });
});
