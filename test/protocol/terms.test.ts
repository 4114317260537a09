/** Colours of terms, renaming of terms and headings, and links to headings, over a real connection with files in memory. */

import { afterEach, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  Hover,
  InitializeResult,
  Location,
  Position,
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { mark, unmark } from '../support/marked.ts';
import { inMemory, MODERN, type TestClient } from '../support/protocolClient.ts';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';

const FOLDER = 'file:///interview';
const ANSWERS = `${FOLDER}/answers.md`;
const OTHER = `${FOLDER}/other.md`;
const GLOSSARY = `${FOLDER}/glossary.md`;
const TALK = `${FOLDER}/transcripts/talk.md`;

const TALK_TEXT = `# Building Veloquent

**[00:05]** Veloquent is the scheduler that we have built.
**[01:10]** Backpressure is basically a way to say no early.
`;
const GLOSSARY_TEXT = '# Glossary\n\n## Veloquent\n\n- heard as: veloquint\n\n## Tailwind\n\nA tool for styles.\n';

let client: TestClient;
let result: InitializeResult;
/** How often the server has asked for colours to be asked for again. */
let refreshes = 0;

afterEach(() => client.shutdown());

interface Setup {
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  readonly offers?: object;
  readonly configuration?: object;
}

const CAPABILITIES: ClientCapabilities = {
  ...MODERN,
  textDocument: {
    ...MODERN.textDocument,
    semanticTokens: { requests: {}, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
    rename: { prepareSupport: true },
  },
  workspace: { ...MODERN.workspace, semanticTokens: { refreshSupport: true } },
};

/** A workspace with a talk and a glossary, whose answers are open; resolves once all is read. */
async function open(text: string, { files = {}, capabilities = CAPABILITIES, offers = {}, configuration = {} }: Setup = {}): Promise<void> {
  client = inMemory({ files: new MemoryFiles({ [ANSWERS]: text, [TALK]: TALK_TEXT, [GLOSSARY]: GLOSSARY_TEXT, ...files }) });
  client.configuration = configuration;
  refreshes = 0;
  client.connection.onRequest('workspace/semanticTokens/refresh', () => {
    refreshes++;
    return null;
  });
  result = await client.initialize(capabilities, {
    workspaceFolders: [{ uri: FOLDER, name: 'interview' }],
    initializationOptions: { readsFiles: true, ...offers },
  });
  await client.open(ANSWERS, text);
  await client.diagnostics(ANSWERS);
  await client.until(() => client.transcripts.some(({ state, count }) => state === 'idle' && count > 0));
}

function ask<T>(method: string, more: object = {}, uri = ANSWERS): Promise<T> {
  return client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...more });
}

function at(text: string, offset: number): { position: Position } {
  return { position: new LineIndex(text).positionAt(offset) };
}

function spanOf(text: string, { start, end }: Range): { start: number; end: number } {
  const lines = new LineIndex(text);
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** The stretches that tokens are about, with the modifiers' letters in place of the opening mark. */
function coloured(text: string, data: readonly number[]): string[] {
  const lines = new LineIndex(text);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    line += data[i]!;
    character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
    const start = lines.offsetAt({ line, character });
    const modifiers = ['linked', 'explained'].filter((_, bit) => (data[i + 4]! & (1 << bit)) !== 0);
    found.push(`${text.slice(start, start + data[i + 2]!)}: ${modifiers.join(', ')}`);
  }
  return found;
}

describe('colours of terms', () => {
  const TEXT = '# Why Veloquent (30 s)\n\nI like Veloquent and Tailwind, as Nobody Knows. Because\nof backpressure it works.\n';

  test('what transcripts have is linked, what a glossary has a meaning of is explained; other names and headings are plain', async () => {
    await open(TEXT);
    const { data } = await ask<SemanticTokens>('semanticTokens/full');
    expect(coloured(TEXT, data)).toEqual(['Veloquent: linked', 'Tailwind: explained', 'backpressure: linked, explained']);
    expect(result.capabilities.semanticTokensProvider).toMatchObject({ legend: { tokenTypes: ['interviewTerm'] } });
  });

  test('of 2,000 terms and no more, wherever these stand again', async () => {
    const names = Array.from({ length: 2_001 }, (_, i) => `Zorblat${[...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`);
    const glossary = `# Glossary\n\n${names.map((name) => `## ${name}\n\nA thing.\n`).join('\n')}`;
    const said = names.map((name, i) => `${i % 100 === 0 ? `# Part ${i} (5 min)\n\n` : ''}We moved ${name} over.`);
    // The last answer has the first of them and the one that is too many.
    await open(`${said.slice(0, -1).join('\n\n')}\n\n# Last (5 s)\n\nWe moved ${names[0]} and ${names[2_000]} over.\n`, {
      files: { [GLOSSARY]: glossary },
    });
    const { data } = await ask<SemanticTokens>('semanticTokens/full');
    expect(data.length / 5).toBe(2_001);
  });

  test('a word that everybody knows is not coloured, although a hover tells of it', async () => {
    const text = '# Why (30 s)\n\nThe integration of the ecosystem worked.\n';
    const files = { [TALK]: '# Talk\n\n**[00:01]** The integration into their ecosystem is what we do.\n' };
    await open(text, { files });
    const { data } = await ask<SemanticTokens>('semanticTokens/full');
    expect(coloured(text, data)).toEqual([]);
  });

  test('such a word of the glossary is', async () => {
    const text = '# Why (30 s)\n\nThe integration of the ecosystem worked.\n';
    await open(text, { files: { [GLOSSARY]: '## Integration\n\nHow two systems meet.\n' } });
    const { data } = await ask<SemanticTokens>('semanticTokens/full');
    expect(coloured(text, data)).toEqual(['integration: explained']);
  });

  test('a term over two lines is two stretches', async () => {
    const text = '# Why (30 s)\n\nI wrote some Load\nShedding there.\n';
    await open(text, { files: { [GLOSSARY]: '## Load Shedding\n\nSaying no.\n' } });
    const { data } = await ask<SemanticTokens>('semanticTokens/full');
    expect(coloured(text, data)).toEqual(['Load: explained', 'Shedding there'.slice(0, 8) + ': explained']);
  });

  test('a range has those in it', async () => {
    await open(TEXT);
    const { data } = await ask<SemanticTokens>('semanticTokens/range', {
      range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } },
    });
    expect(coloured(TEXT, data)).toEqual(['backpressure: linked, explained']);
  });

  test('a change is answered with the difference, an unknown result in full', async () => {
    await open(TEXT);
    const first = await ask<SemanticTokens>('semanticTokens/full');
    const changed = TEXT.replace(' and Tailwind', '');
    await client.change(ANSWERS, changed);
    const second = await ask<SemanticTokensDelta>('semanticTokens/full/delta', { previousResultId: first.resultId });
    const data = [...first.data];
    for (const { start, deleteCount, data: added = [] } of second.edits) data.splice(start, deleteCount, ...added);
    expect(coloured(changed, data)).toEqual(['Veloquent: linked', 'backpressure: linked, explained']);
    expect(second.edits.flatMap(({ data: added = [] }) => added).length).toBeLessThan(data.length);
    const third = await ask<SemanticTokensDelta>('semanticTokens/full/delta', { previousResultId: second.resultId });
    expect(third.edits).toEqual([]);
    expect(await ask<SemanticTokens>('semanticTokens/full/delta', { previousResultId: 'other' })).toMatchObject({ data });
  });

  test('are asked for again when transcripts have been read', async () => {
    await open(TEXT);
    await ask('semanticTokens/full');
    expect(refreshes).toBeGreaterThan(0);
  });

  test('nothing where the setting says so, and no provider where the editor has no use for one', async () => {
    await open(TEXT, { configuration: { highlightTerms: false } });
    expect((await ask<SemanticTokens>('semanticTokens/full')).data).toEqual([]);
    await client.shutdown();
    await open(TEXT, { capabilities: MODERN });
    expect(result.capabilities.semanticTokensProvider).toBeUndefined();
    expect(result.capabilities.renameProvider).toBe(true);
  });
});

/** What is offered for renaming at the cursor, marked in the text. */
async function checkPrepare(marked: string, expected: string, placeholder: string): Promise<void> {
  const { text, cursor } = unmark(marked);
  await open(text);
  const { range, placeholder: name } = await ask<{ range: Range; placeholder: string }>('prepareRename', at(text, cursor));
  expect([mark(text, [spanOf(text, range)]), name]).toEqual([expected, placeholder]);
}

async function checkRefused(marked: string, message: RegExp, uri = ANSWERS): Promise<void> {
  const { text, cursor } = unmark(marked);
  await open(uri === ANSWERS ? text : '# Why (30 s)\n\nVeloquent.\n');
  if (uri !== ANSWERS) await client.open(uri, text);
  await expect(ask('prepareRename', at(text, cursor), uri)).rejects.toThrow(message);
  await expect(ask('rename', { ...at(text, cursor), newName: 'Other' }, uri)).rejects.toThrow(message);
}

/** All files as they are after a rename. */
async function renamed(
  marked: string,
  newName: string,
  { uri = ANSWERS, ...setup }: Setup & { uri?: string } = {},
): Promise<Record<string, string>> {
  const { text, cursor } = unmark(marked);
  const texts: Record<string, string> = { [GLOSSARY]: GLOSSARY_TEXT, ...setup.files, [uri]: text };
  await open(uri === ANSWERS ? text : texts[ANSWERS]!, setup);
  if (uri !== ANSWERS) await client.open(uri, text);
  const edit = await ask<WorkspaceEdit>('rename', { ...at(text, cursor), newName }, uri);
  for (const [file, edits] of Object.entries(edit.changes ?? {})) {
    const before = texts[file]!;
    texts[file] = edits
      .map(({ range, newText }) => ({ ...spanOf(before, range), newText }))
      .sort((a, b) => b.start - a.start)
      .reduce((done, { start, end, newText }) => done.slice(0, start) + newText + done.slice(end), before);
  }
  return Object.fromEntries(Object.entries(texts).map(([file, content]) => [file.slice(FOLDER.length + 1), content]));
}

describe('renaming a term', () => {
  test('offers the term without what is inflected', async () => {
    await checkPrepare("# Why us (30 s)\n\nI like Velo‸quent's team.\n", "# Why us (30 s)\n\nI like «Veloquent»'s team.\n", 'Veloquent');
  });

  test('goes through answers, headings, their links, other files and the glossary', async () => {
    const files = await renamed(
      "# Why Veloquent (30 s)\n\nVelo‸quent is good, and [Veloquent's](transcripts/talk.md#t=5) team too. See [it](#why-veloquent).\n",
      'Borealis',
      { files: { [OTHER]: '# What next (30 s)\n\nMore Veloquent. Other things.\n' } },
    );
    expect(files).toEqual({
      'answers.md':
        "# Why Borealis (30 s)\n\nBorealis is good, and [Borealis's](transcripts/talk.md#t=5) team too. See [it](#why-borealis).\n",
      'other.md': '# What next (30 s)\n\nMore Borealis. Other things.\n',
      'glossary.md': GLOSSARY_TEXT.replace('## Veloquent', '## Borealis'),
    });
  });

  test('keeps plurals and capitals at the beginning of sentences', async () => {
    const glossary = '- **data plane**: Where the work is done.\n';
    const files = await renamed('# Why (30 s)\n\nA data pl‸ane. Data planes. Two data-planes and the data plane’s end.\n', 'entry', {
      files: { [GLOSSARY]: glossary },
    });
    expect(files['answers.md']).toBe('# Why (30 s)\n\nA entry. Entries. Two entries and the entry’s end.\n');
    expect(files['glossary.md']).toBe('- **entry**: Where the work is done.\n');
  });

  test('from the glossary, as it is in the editor', async () => {
    const files = await renamed('# Terms\n\n## Tail‸wind\n\nA tool for Tailwind styles.\n', 'Headwind', {
      uri: GLOSSARY,
      files: { [ANSWERS]: '# Why (30 s)\n\nI use Tailwind.\n' },
    });
    expect(files['glossary.md']).toBe('# Terms\n\n## Headwind\n\nA tool for Tailwind styles.\n');
    expect(files['answers.md']).toBe('# Why (30 s)\n\nI use Headwind.\n');
  });

  test('says for which version it was made, where the editor asks', async () => {
    const text = '# Why (30 s)\n\nVeloquent.\n';
    await open(text, {
      capabilities: { ...CAPABILITIES, workspace: { ...CAPABILITIES.workspace, workspaceEdit: { documentChanges: true } } },
    });
    const edit = await ask<WorkspaceEdit>('rename', { ...at(text, text.indexOf('Velo')), newName: 'X1' });
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri: ANSWERS, version: 1 } },
      { textDocument: { uri: GLOSSARY, version: null } },
    ]);
  });

  test('is refused on other words, in code, and in transcripts', async () => {
    await checkRefused('# Why (30 s)\n\nI like it bec‸ause of Veloquent.\n', /not a term/);
    await client.shutdown();
    await checkRefused('# Why (30 s)\n\nVeloquent.\n\n```\nVelo‸quent\n```\n', /not a term/);
    await client.shutdown();
    await checkRefused(TALK_TEXT.replace('Backpressure', 'Back‸pressure'), /transcript/, TALK);
    await client.shutdown();
    await checkRefused('# Glossary\n\n## Tailwind\n\nA to‸ol.\n', /name of an entry/, GLOSSARY);
  });

  test.each(['', '  ', 'a|b', '**x**', 'a\nb', '…'])('is refused to %j', async (newName) => {
    const text = '# Why (30 s)\n\nVeloquent.\n';
    await open(text);
    await expect(ask('rename', { ...at(text, text.indexOf('Velo')), newName })).rejects.toThrow(/A term/);
  });

  test('is none of ours in a file that holds no answers', async () => {
    await open('# Why (30 s)\n\nVeloquent.\n');
    await client.open(`${FOLDER}/README.md`, '# Veloquent\n');
    expect(await ask('prepareRename', { position: { line: 0, character: 4 } }, `${FOLDER}/README.md`)).toBeNull();
  });
});

describe('links to headings', () => {
  const TEXT = '# Why us (≈ 30 seconds)\n\nIt is said in ten words or a few more.\n\n# More (1 min)\n\nAs in [why](#why-us).\n';
  const LINK = TEXT.indexOf('#why-us');

  test('lead to the heading, and show its time', async () => {
    await open(TEXT);
    const definition = await ask<Location[]>('definition', at(TEXT, LINK));
    expect(definition.map(({ range }) => mark(TEXT, [spanOf(TEXT, range)]))).toEqual([
      TEXT.replace('# Why us (≈ 30 seconds)', '«# Why us (≈ 30 seconds)»'),
    ]);
    const hover = await ask<Hover>('hover', at(TEXT, LINK));
    expect((hover.contents as { value: string }).value).toMatch(/^\*\*Why us\*\*: \d+ s of 30 s\n[\s\S]*Words/);
  });

  test('are the references of a heading', async () => {
    await open(TEXT);
    const context = { includeDeclaration: true };
    const found = await ask<Location[]>('references', { ...at(TEXT, 3), context });
    expect(found.map(({ range }) => TEXT.slice(spanOf(TEXT, range).start, spanOf(TEXT, range).end))).toEqual([
      '# Why us (≈ 30 seconds)',
      '#why-us',
    ]);
    expect(await ask('references', { ...at(TEXT, LINK), context })).toEqual(found);
    expect(await ask('references', { ...at(TEXT, TEXT.indexOf('More (')), context })).toEqual([]);
  });

  test('are completed with title, time and the whole anchor', async () => {
    const text = TEXT.replace('(#why-us)', '(#w)');
    await open(text);
    const items = await ask<CompletionItem[]>('completion', at(text, text.indexOf('(#w') + 3));
    expect(items).toMatchObject([
      { label: 'Why us', detail: expect.stringMatching(/ of 30 s$/) as string, textEdit: { newText: '#why-us--30-seconds' } },
      { label: 'More', textEdit: { newText: '#more-1-min' } },
    ]);
    const wiki = TEXT.replace('[why](#why-us)', '[[#');
    await client.change(ANSWERS, wiki);
    expect(await ask('completion', at(wiki, wiki.indexOf('[[#') + 3))).toMatchObject([
      { textEdit: { newText: 'Why us]]' } },
      { label: 'More' },
    ]);
  });

  test('are left to an editor that completes them itself, and are not offered at other signs', async () => {
    const text = TEXT.replace('(#why-us)', '(#w) # ');
    await open(text, { offers: { completesHeadings: true } });
    expect(await ask('completion', at(text, text.indexOf('(#w') + 3))).toEqual([]);
    const context = { triggerKind: 2, triggerCharacter: '#' };
    expect(await ask('completion', { ...at(text, text.indexOf(') #') + 3), context })).toEqual([]);
  });

  test('follow a heading that is renamed, at the heading and at a link', async () => {
    await checkPrepare(TEXT.replace('# Why us', '# Why‸ us'), TEXT.replace('# Why us', '# «Why us»'), 'Why us');
    await client.shutdown();
    await checkPrepare(TEXT.replace('#why-us', '#why‸-us'), TEXT.replace('#why-us', '«#why-us»'), 'Why us');
    await client.shutdown();
    const files = await renamed(TEXT.replace('# Why us', '# Why‸ us'), 'Why them?');
    expect(files['answers.md']).toBe(TEXT.replace('# Why us', '# Why them?').replace('#why-us', '#why-them'));
    await expect(ask('rename', { ...at(TEXT, 3), newName: ' ' })).rejects.toThrow(/heading/);
  });
});
