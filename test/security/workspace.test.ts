/** What a workspace can name but must not reach: files outside of it, by paths, globs and links; and names that nothing would finish to match. */

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileChangeType, type CodeAction, type Hover } from 'vscode-languageserver-protocol';
import { NodeHistoryStore } from '../../client/src/rehearsal/nodeHistoryStore.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/core/settings.ts';
import { isQuick, matchesGlobs, staysInside } from '../../server/src/core/text/globs.ts';
import { nodeFiles } from '../../server/src/files/node.ts';
import { TRANSCRIPTS_METHOD, type TranscriptEntry } from '../../server/src/protocol/transcripts.ts';
import { at, TALK_TEXT } from '../support/interviewFolder.ts';
import { MODERN, spawned, type TestClient } from '../support/protocolClient.ts';

const SERVER = path.join(import.meta.dirname, '../../dist/server.node.js');
/** What the talks inside and outside of the workspace are about. */
const INSIDE = 'Veloquent';
const OUTSIDE = 'Krypthalon';
/** Found by the settings' defaults. */
const TALK = 'workspace/transcripts/talk.md';

/** Ways to say what is outside of the folder, on any system. */
const OUTWARD = [
  '../secret.md',
  '../../../../../../../../etc/passwd',
  './../secret.md',
  'talks/../../secret.md',
  '/etc/passwd',
  'file:///etc/passwd',
  'http://127.0.0.1/secret.md',
  '\\../secret.md',
  '.\\./secret.md',
  '..\\secret.md',
  '\\\\host\\share\\secret.md',
  '//host/share/secret.md',
  'C:\\secret.md',
  '{..,x}/secret.md',
  '{../secret.md,x}',
  '[.][.]/secret.md',
  '@(..)/secret.md',
  '!(x)/../../secret.md',
  '!../secret.md',
  '../workspace-of-another/*',
  '~/secret.md',
  '%2e%2e/secret.md',
  '..%2fsecret.md',
  '',
];

const CAN_CREATE = {
  ...MODERN,
  workspace: { ...MODERN.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
};

let top: string;
let workspace: string;
let client: TestClient | undefined;

beforeEach(() => {
  // macOS has its temporary folder behind a link.
  top = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'interview-answers-security-')));
  workspace = path.join(top, 'workspace');
  write('secret.md', talk(OUTSIDE));
  write('outside/secret.md', talk(OUTSIDE));
  write('workspace-of-another/secret.md', talk(OUTSIDE));
  write(TALK, talk(INSIDE));
  write('workspace/talks/named.md', talk(INSIDE));
});

afterEach(async () => {
  await client?.shutdown();
  client = undefined;
  rmSync(top, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  const file = path.join(top, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function link(target: string, name: string): void {
  symlinkSync(path.join(top, target), path.join(top, name));
}

function talk(term: string): string {
  return `# A talk\n\n**[00:05]** ${term} is basically a scheduler.\n**[00:09]** Everyone likes ${term}.\n**[00:15]** That was ${term}.\n`;
}

const uriOf = (name: string): string => pathToFileURL(path.join(top, name)).href;

/** The built server with the workspace open; answers what it has found, by their paths from the folder above the workspace. */
async function found(frontMatter: string, configuration: unknown = {}, changed: readonly string[] = []): Promise<readonly string[]> {
  const text = `---\n${frontMatter}\n---\n# Why us (≈ 30 seconds)\n\nI like ${INSIDE}, and ${OUTSIDE} too.\n`;
  write('workspace/answers.md', text);
  ({ client } = spawned(SERVER));
  client.configuration = configuration;
  await client.initialize(CAN_CREATE, {
    workspaceFolders: [{ uri: uriOf('workspace'), name: 'workspace' }],
    initializationOptions: { readsFiles: true, cacheFolder: path.join(top, 'cache') },
  });
  const uri = uriOf('workspace/answers.md');
  await client.open(uri, text);
  await client.diagnostics(uri);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changed.map((name) => ({ uri: uriOf(name), type: FileChangeType.Changed })),
  });
  // Answered when all that was asked for before is read.
  await client.connection.sendRequest('interviewAnswers/transcripts/index');
  const entries = await client.connection.sendRequest<TranscriptEntry[]>(TRANSCRIPTS_METHOD, {});
  for (const term of [INSIDE, OUTSIDE]) {
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: at(text, term),
    });
    const isKnown = JSON.stringify(hover ?? '').includes('basically a scheduler');
    // Nothing of what is outside may be shown, whatever the list of transcripts says.
    if (term === OUTSIDE) expect(isKnown).toBe(false);
  }
  return entries.map((entry) => path.relative(top, new URL(entry.uri).pathname)).sort();
}

describe('front matter', () => {
  test.each(['talks/named.md', './talks/*.md', 'talks/**', '"talks/{named,other}.md"'])('finds what is inside: %s', async (glob) => {
    expect(await found(`transcripts: [${glob}]`)).toEqual(['workspace/talks/named.md', TALK]);
  });

  test('finds nothing outside', async () => {
    const items = OUTWARD.flatMap((glob) => [`  - ${JSON.stringify(glob)}\n`, `  - '${glob.replaceAll("'", "''")}'\n`, `  - ${glob}\n`]);
    expect(await found(`transcripts:\n${items.join('')}`)).toEqual([TALK]);
  });

  test('finds nothing behind links out of the workspace, and comes back from those that go in a circle', async () => {
    link('outside', 'workspace/link');
    link('secret.md', 'workspace/talks/link.md');
    link('secret.md', 'workspace/transcripts/link.vtt');
    link('.', 'workspace/up');
    link('workspace/loop', 'workspace/loop');
    const globs = ['link/*.md', 'link/secret.md', 'talks/link.md', '**/*.vtt', 'up/outside/*.md', 'up/**', 'loop', 'loop/**'];
    expect(await found(`transcripts: [${globs.map((glob) => `'${glob}'`).join(', ')}]`)).toEqual([TALK]);
  });
});

describe('settings', () => {
  test.each(OUTWARD.filter((glob) => glob !== '' && !staysInside(glob)))('can not name what is outside: %j', (glob) => {
    for (const key of ['transcripts', 'glossary', 'evidence']) {
      const { settings, problems } = readSettings({ [key]: { files: ['talks/**', glob] } });
      expect(settings).toEqual(DEFAULT_SETTINGS);
      expect(problems).toEqual([expect.stringContaining(`"interviewAnswers.${key}.files" can't be`)]);
    }
  });

  test('find nothing behind links', async () => {
    link('outside', 'workspace/link');
    const files = ['**/transcripts/**', 'link/**', 'link/secret.md'];
    const configuration = { transcripts: { files }, glossary: { files: ['link/*.md'] }, evidence: { files: ['link/*.md'] } };
    expect(await found('interviewAnswers: true', configuration)).toEqual([TALK]);
  });
});

describe('an event that a file has changed', () => {
  test('lets in what is inside, and nothing that is not', async () => {
    link('secret.md', 'workspace/transcripts/link.md');
    link('outside', 'workspace/transcripts/link');
    write('workspace/transcripts/other.md', talk(INSIDE));
    const changed = ['transcripts/other.md', 'transcripts/link.md', 'transcripts/link/secret.md', '../secret.md', '../outside/secret.md'];
    const elsewhere = ['secret.md', 'outside/secret.md', 'workspace-of-another/secret.md'];
    const all = [...changed.map((name) => `workspace/${name}`), ...elsewhere];
    expect(await found('interviewAnswers: true', {}, all)).toEqual(['workspace/transcripts/other.md', TALK]);
  });
});

describe('the port of files', () => {
  test('finds nothing outside, whatever the globs', async () => {
    link('outside', 'workspace/link');
    const part = fc.constantFrom(
      '..',
      '\\..',
      '.\\.',
      '.',
      '*',
      '**',
      'link',
      'talks',
      'secret.md',
      '{..,a}',
      '@(..)',
      '!x',
      '[.].',
      'outside',
      '',
      'C:',
    );
    const globs = fc.array(
      fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/')),
      { minLength: 1, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(globs, async (some) => {
        const files = await nodeFiles.find(`${uriOf('workspace')}/`, some, 100);
        for (const { uri } of files) expect([TALK, 'workspace/talks/named.md'].map(uriOf)).toContain(uri);
      }),
    );
  });

  test.each(['secret.md', 'workspace/link.md', 'workspace/link/secret.md', 'workspace/../secret.md'])(
    'reads nothing outside: %s',
    async (name) => {
      link('secret.md', 'workspace/link.md');
      link('outside', 'workspace/link');
      await expect(nodeFiles.read(`${uriOf('workspace')}/../${name}`, `${uriOf('workspace')}/`)).rejects.toThrow('outside');
    },
  );

  test('reads what a link within the workspace means', async () => {
    link('workspace/talks', 'workspace/link');
    const bytes = await nodeFiles.read(uriOf('workspace/link/named.md'), `${uriOf('workspace')}/`);
    expect(new TextDecoder().decode(bytes)).toContain(INSIDE);
  });
});

describe('a glossary that is to be made', () => {
  /** What is offered for a term of the answers that captions mishear. */
  async function offers(): Promise<readonly string[]> {
    write('workspace/transcripts/misheard.md', TALK_TEXT);
    await found('transcripts: []');
    const start = at(readFileSync(path.join(top, 'workspace/answers.md'), 'utf8'), INSIDE);
    const actions = await client!.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf('workspace/answers.md') },
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    return actions.map(({ title }) => title).filter((title) => title.includes('glossary'));
  }

  test('is offered where there is none', async () => expect(await offers()).not.toEqual([]));
  test.each([
    ['a file of the user', 'profile'],
    ['a file of the user that is not there yet', 'autostart'],
    ['the answers', 'workspace/answers.md'],
  ])('is not, where a link would have the editor write into %s', async (_, target) => {
    write('profile', 'mine\n');
    link(target, 'workspace/glossary.md');
    expect(await offers()).toEqual([]);
  });
});

describe('globs', () => {
  test('nothing is no glob', () => expect(matchesGlobs('a.md', ['', 'b.md'])).toBe(false));
  test.each(['**/transcripts/**', '*.transcript.*', 'a..b/c.md', '...', 'talks/..md', '!draft.md'])('%s stays inside', (glob) =>
    expect(staysInside(glob)).toBe(true),
  );
  test.each(['**/transcripts/**', '**/*.{md,markdown,txt,json}', '*.transcript.*', 'talks/@(a|b)/[0-9]*-?.md', '!(draft)*.md'])(
    '%s is quick',
    (glob) => expect(isQuick(glob)).toBe(true),
  );

  // Without the check, none of these would be done before the end of the world.
  test.each([
    ['*(a*)*(a*)*(a*)*(a*)*(a*)*(a*)*(a*)*(a*)x', 'a'.repeat(200)],
    ['+(a|aa)+(a|aa)x', 'a'.repeat(200)],
    [`${'*a'.repeat(30)}x`, 'a'.repeat(250)],
    [`${'**/a/'.repeat(30)}x`, 'a/'.repeat(500)],
    [`${'{a,a}'.repeat(40)}x`, `${'a'.repeat(40)}y`],
    ['(a+)+(a+)+x', 'a'.repeat(200)],
    ['**/**/**/**/**/**/x', 'a/'.repeat(500)],
    ['!(!(!(!(a*b)*c)*d)*e)f'.repeat(4), 'abcde'.repeat(40)],
    ['{1..9999999}{1..9999999}x', '1'.repeat(100)],
    [`${'?(a)'.repeat(6)}${'a'.repeat(6)}x`, 'a'.repeat(200)],
  ])('%s matches nothing, at once', async (glob, name) => {
    expect(matchesGlobs(name, [glob])).toBe(false);
    expect(await nodeFiles.find(`${uriOf('workspace')}/`, [glob], 10)).toEqual([]);
  });
});

describe('the history that is kept in the workspace', () => {
  const HISTORY = 'workspace/.interview-answers/history.jsonl';
  const store = (): NodeHistoryStore => new NodeHistoryStore(path.join(top, HISTORY), 'refused');

  test('is written into the workspace', async () => {
    mkdirSync(workspace, { recursive: true });
    await store().append('{"v":1}');
    expect(readFileSync(path.join(top, HISTORY), 'utf8')).toBe('{"v":1}\n');
  });

  test.each([
    ['the file', 'profile', HISTORY],
    ['its folder', 'home', 'workspace/.interview-answers'],
    ['its lock', 'profile', `${HISTORY}.lock`],
  ])('is not written through a link in place of %s', async (_, target, name) => {
    write('profile', 'mine\n');
    write('home/history.jsonl', 'mine\n');
    mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
    link(target, name);
    const message = /a symbolic link leads out of the workspace/;
    await expect(store().read()).rejects.toThrow(message);
    await expect(store().append('{"title":"$(touch pwned)"}')).rejects.toThrow(message);
    await expect(store().rewrite(() => Promise.resolve('x'))).rejects.toThrow(message);
    expect(readFileSync(path.join(top, 'profile'), 'utf8')).toBe('mine\n');
    expect(readFileSync(path.join(top, 'home/history.jsonl'), 'utf8')).toBe('mine\n');
  });
});
