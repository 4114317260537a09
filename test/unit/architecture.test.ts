/** The rules of ARCHITECTURE.md that a machine can check: layers, purity of the core, a purpose on top of every file. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');

/** Each layer by its folder, and the folders it may import from besides itself. The first that fits counts. */
const LAYERS: readonly (readonly [string, readonly string[]])[] = [
  ['server/src/core/locale', []],
  ['server/src/core/text', ['server/src/core/locale']],
  ['server/src/core', ['server/src/core']],
  ['server/src/protocol', []],
  ['server/src/lsp', ['server/src/core', 'server/src/protocol', 'server/src/files/files.ts', 'server/src/files/decode.ts']],
  ['server/src/files', ['server/src/core/locale', 'server/src/core/text']],
  ['server/src/cli', ['server/src/core', 'server/src/files', 'server/src/version.ts']],
  ['server/src/version.ts', []],
  ['server/src/manifest.ts', ['server/src/core']],
  ['server/src/grammars.ts', ['server/src/core']],
  ['server/src/claimTriggers.ts', ['server/src/core', 'server/src/requiredWords.ts']],
  ['server/src/requiredWords.ts', []],
  ['server/src', ['server/src/lsp', 'server/src/files', 'server/src/version.ts']],
  [
    'client/src/rehearsal/view',
    [
      'server/src/core/rehearsal',
      'server/src/core/text',
      'server/src/core/locale',
      'client/src/rehearsal/voice',
      'client/src/browser',
      'client/src/dateLocale.ts',
    ],
  ],
  ['client/src/overview/browser', ['client/src', 'server/src/protocol', 'server/src/core/locale', 'server/src/core/text/format.ts']],
  ['client/src/browser', ['server/src/core/locale', 'client/src/localeElement.ts']],
  ['client/src/rehearsal/voice', []],
  ['client/src/rehearsal/page', ['client/src/rehearsal/voice', 'server/src/core/locale', 'client/src/browser']],
  [
    'client/src/rehearsal/loopbackServer.ts',
    ['client/src/rehearsal/loopbackAccess.ts', 'client/src/rehearsal/page', 'client/src/localeElement.ts', 'server/src/core/locale'],
  ],
  ['client/src/rehearsal/loopbackAccess.ts', []],
  // What needs Node stays at the edge, so that the web extension can't pull it in.
  ['client/src/extension.node.ts', ['client/src']],
  ['client/src/start.node.ts', ['client/src', 'server/src/protocol']],
  ['client/src/rehearsal/nodeHistoryStore.ts', ['client/src', 'server/src/files/historyFile.ts']],
  ['client/src/rehearsal/nodeRehearsalPage.ts', ['client/src']],
  [
    'client/src',
    [
      'server/src/protocol',
      'server/src/files/jsonLines.ts',
      'server/src/core/locale',
      'server/src/core/text/format.ts',
      'client/src/rehearsal/view/messages.ts',
      'client/src/rehearsal/page/messages.ts',
      'client/src/rehearsal/voice/silence.ts',
    ],
  ],
];

/** The packages that each layer may use: none of the core's knows an editor, a file system or a page. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'server/src/core/locale': [],
  'server/src/core/text': ['picomatch'],
  'server/src/core': [
    'dale-chall',
    'decode-named-character-reference',
    'diff',
    'mdast',
    'mdast-util-to-string',
    'remark',
    'remark-gfm',
    'retext',
    'retext-english',
    'retext-readability',
    'spache',
    'stemmer',
    'ts-fsrs',
    'yaml',
  ],
  'server/src/protocol': [],
  'server/src/lsp': ['vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-languageserver-textdocument'],
  'server/src/files': ['node:', 'tinyglobby'],
  'server/src/cli': ['node:', 'tinyglobby'],
  'server/src/version.ts': [],
  'server/src/manifest.ts': [],
  'server/src/grammars.ts': [],
  'server/src': ['vscode-languageserver', 'node:console'],
  'client/src/rehearsal/view': ['uplot'],
  'client/src/overview/browser': [],
  'client/src/browser': [],
  'client/src/rehearsal/voice': [],
  'client/src/rehearsal/page': [],
  'client/src/rehearsal/loopbackServer.ts': ['node:'],
  'client/src/rehearsal/loopbackAccess.ts': ['node:'],
  'client/src/extension.node.ts': ['vscode', 'vscode-languageclient', 'vscode-languageserver-protocol'],
  'client/src/start.node.ts': ['vscode', 'vscode-languageclient'],
  'client/src/rehearsal/nodeHistoryStore.ts': [],
  'client/src/rehearsal/nodeRehearsalPage.ts': ['node:'],
  'client/src': ['vscode', 'vscode-languageclient'],
};

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly target: string;
}

const sources = ['client/src', 'server/src'].flatMap((folder) => list(folder));

const allFiles = ['client', 'server', 'test'].flatMap((folder) => list(folder));
/** The folders that pages name files in. */
const FOLDERS = ['client', 'docs', 'l10n', 'media', 'samples', 'schemas', 'server', 'snippets', 'syntaxes', 'test'];
const PAGES = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md', 'SECURITY.md', 'test/host/README.md', ...list('docs', /\.md$/)];

test('every layer imports only from the layers below it', () => {
  const wrong = imports()
    .filter(({ target }) => target.startsWith('.'))
    .map((one) => ({ ...one, target: path.posix.join(path.posix.dirname(one.file), one.target) }))
    .filter(
      ({ layer, target }) =>
        layerOf(target) !== layer && !LAYERS.find(([name]) => name === layer)![1].some((allowed) => isWithin(target, allowed)),
    );
  expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('every layer uses only its packages', () => {
  const wrong = imports()
    .filter(({ target }) => !target.startsWith('.'))
    .filter(
      ({ layer, target }) => !PACKAGES[layer]!.some((name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`)),
    );
  expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('the check above would notice', () => {
  expect(layerOf('server/src/core/rules/breath.ts')).toBe('server/src/core');
  expect(PACKAGES['server/src/core']).not.toContain('vscode-languageserver');
  expect(imports().filter(({ layer }) => layer === 'server/src/core').length).toBeGreaterThan(20);
});

test('one file of the server turns offsets into positions', () => {
  const wrong = sources
    .filter((file) => isWithin(file, 'server/src/lsp') && file !== 'server/src/lsp/convert.ts')
    // Open documents have methods of these names, too; those are of the library.
    .filter((file) => /\blines\.(?:positionAt|offsetAt)\(|new LineIndex\([^()]*\)\.(?:positionAt|offsetAt)\(/.test(read(file)));
  expect(wrong).toEqual([]);
  expect(read('server/src/lsp/convert.ts')).toContain('lines.positionAt(');
});

test('pages name files that exist', () => {
  const named = PAGES.flatMap((page) => namedIn(read(page)).map((name) => ({ page, name })));
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ name }) => !isThere(name)).map(({ page, name }) => `${page} names ${name}`)).toEqual([]);
});

test('ARCHITECTURE.md names functions and classes that exist', () => {
  const words = new Set([...sources, 'package.json'].flatMap((file) => read(file).match(/[A-Za-z]\w*/g) ?? []));
  const named = [...read('ARCHITECTURE.md').matchAll(/`([A-Za-z]+(?:\.[A-Za-z]+)?)`/g)]
    .map(([, name]) => name!)
    .filter((name) => !isThere(name));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((name) => name.split('.').some((part) => !words.has(part)))).toEqual([]);
});

test('every step of a keystroke names the file that takes it', () => {
  const [, steps] = /^## One keystroke\n([^]*?)^## /m.exec(read('ARCHITECTURE.md'))!;
  const named = steps!.match(/^\d+\. .+$/gm)!.map((step) => namedIn(step).filter((name) => name.endsWith('.ts')));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((names) => names.length === 0)).toEqual([]);
});

test('no file has the marks of a merge that was not finished', () => {
  const files = [...sources, ...list('test'), ...list('docs', /\.md$/), ...PAGES, 'README.md', 'CHANGELOG.md', 'package.json'];
  expect(files.filter((file) => /^(?:<{7}|>{7}) /m.test(read(file)))).toEqual([]);
});

test('every source file begins with a sentence on its purpose', () => {
  const files = [...sources, ...list('test'), ...list('server/scripts'), 'esbuild.mjs', 'eslint.config.mjs', 'vitest.config.mjs'];
  const wrong = files.filter((file) => !PURPOSE.test(read(file)));
  expect(wrong).toEqual([]);
});

test('no file has grown past 400 lines', () => {
  const long = [...sources, ...list('test')]
    .filter((file) => !file.includes('/data/'))
    .filter((file) => read(file).split('\n').length > 400);
  expect(long).toEqual([]);
});

/** What a page has as code and looks like a file or a folder of the repository; names to be filled in are left out. */
function namedIn(page: string): readonly string[] {
  return [...page.matchAll(/`([\w./-]+)`/g)]
    .map(([, name]) => name!)
    .filter((name) => /\.(?:ts|mjs)$/.test(name) || FOLDERS.some((folder) => name.startsWith(`${folder}/`)))
    .filter((name) => !/your|TAG|LANGUAGE/.test(name));
}

/** Whether a name is a path from the root, or how the path of a file ends. */
function isThere(name: string): boolean {
  return existsSync(path.join(ROOT, name)) || allFiles.some((file) => file.endsWith(`/${name}`));
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** A comment that opens with some words, behind the line that makes a script runnable. */
const PURPOSE = /^(?:#![^\n]*\n)?(?:\/\*\*?|\/\/)\s+(?:\* )?\S+ \S+/;

function imports(): readonly Import[] {
  return sources.flatMap((file) => {
    const text = read(file);
    const targets = [
      ...text.matchAll(/^(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm),
    ];
    return targets.map(([, first, second, third]) => ({ file, layer: layerOf(file), target: (first ?? second ?? third)! }));
  });
}

function layerOf(file: string): string {
  return LAYERS.find(([folder]) => isWithin(file, folder))?.[0] ?? 'none';
}

function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

function list(folder: string, names = /(?<!\.d)\.(?:ts|mjs|cjs|js)$/): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => path.posix.join(path.relative(ROOT, entry.parentPath).replaceAll(path.sep, '/'), entry.name))
    .filter((file) => !file.includes('node_modules'));
}
