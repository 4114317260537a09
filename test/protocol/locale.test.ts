/** In which language the server and the command line speak: that of the editor, or of the terminal, where there is a translation. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { InitializeParams } from 'vscode-languageserver-protocol/node';
import { setLocale } from '../../server/src/core/locale/locale.ts';
import { inMemory, MODERN, spawned, type TestClient } from '../support/protocolClient.ts';

const DIST = path.join(import.meta.dirname, '../../dist');
const URI = 'file:///answers.md';
const TEXT = '# Why us (3 s)\n\nI have read your talks for two years, and I have tried most of what they describe on my own.\n';

const OVER = 'About {1} to say (likely {2} to {3}), {4} over the target of {5}: cut about {0} words.';
const GERMAN: Readonly<Record<string, string>> = {
  [OVER]: 'Etwa {1} Sprechzeit (vermutlich {2} bis {3}), {4} mehr als das Ziel von {5}: rund {0} Wörter streichen.',
  '{0} s': '{0} Sek.',
  '{0} of {1}': '{0} von {1}',
  'Set the target to {0}': 'Ziel auf {0} setzen',
};
const GERMAN_FINDING =
  /^Etwa \d+ Sek\. Sprechzeit \(vermutlich \d+ Sek\. bis \d+ Sek\.\), \d+ Sek\. mehr als das Ziel von 3 Sek\.: rund \d+ Wörter/;
const ENGLISH_FINDING = /^About \d+ s to say \(likely \d+ s to \d+ s\), \d+ s over the target of 3 s: cut about \d+ words\.$/;

let folder: string;

/** The programs in a folder of their own, with a handful of translations beside them. */
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-locale-'));
  for (const name of ['dist', 'l10n']) mkdirSync(path.join(folder, name));
  for (const name of ['server.node.js', 'server.serve.js', 'cli.js']) copyFileSync(path.join(DIST, name), path.join(folder, 'dist', name));
  writeFileSync(path.join(folder, 'l10n/bundle.l10n.de.json'), JSON.stringify(GERMAN));
  writeFileSync(path.join(folder, 'answers.md'), TEXT);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => setLocale(undefined));

test('an editor that brings its translations is spoken to in its language', async () => {
  const translations = { tag: 'de', messages: GERMAN };
  const { client, message } = await findingOf(inMemory(), { locale: 'de', initializationOptions: { translations } });
  expect(message).toMatch(GERMAN_FINDING);
  expect(await titles(client)).toContain('27 Sek. von 3 Sek.'.replace('27', /\d+/.exec(message)![0]));
  await client.shutdown();
});

test('a quick fix is named in the user’s language, and writes what files have', async () => {
  const translations = { tag: 'de', messages: GERMAN };
  const { client, diagnostic } = await findingOf(inMemory(), { initializationOptions: { translations } });
  const actions = await client.connection.sendRequest<{ title: string; edit: { changes: Record<string, { newText: string }[]> } }[]>(
    'textDocument/codeAction',
    { textDocument: { uri: URI }, range: diagnostic.range, context: { diagnostics: [diagnostic] } },
  );
  const fix = actions.find(({ title }) => title.startsWith('Ziel auf'))!;
  expect(fix.title).toMatch(/^Ziel auf \d+ Sek\. setzen$/);
  expect(fix.edit.changes[URI]!.map(({ newText }) => newText)).toEqual([expect.stringMatching(/^\d+ s$|^\(?\d+ s\)?$|^\(≈ \d+ s\)$/)]);
  await client.shutdown();
});

test('the built server reads the translations beside it', async () => {
  const { client } = spawned(path.join(folder, 'dist/server.node.js'));
  const { message } = await findingOf(client, { locale: 'de' });
  expect(message).toMatch(GERMAN_FINDING);
  await client.shutdown();
});

/** The server with translations beside it for German alone. */
function beside(): TestClient {
  return inMemory({ messages: (language) => (language === 'de' ? GERMAN : undefined) });
}

test.each<[string, Partial<InitializeParams>]>([
  ['locale of the protocol', { locale: 'de' }],
  ['locale of the system’s kind', { locale: 'de_AT.UTF-8' }],
  ['an option, where the editor tells no locale', { initializationOptions: { locale: 'de' } }],
  ['an option against the editor’s locale', { locale: 'fr', initializationOptions: { locale: 'de' } }],
])('it speaks German by %s', async (_, params) => {
  const { client, message } = await findingOf(beside(), params);
  expect(message).toMatch(GERMAN_FINDING);
  await client.shutdown();
});

test.each<[string, Partial<InitializeParams>]>([
  ['no locale', {}],
  ['English', { locale: 'en-GB' }],
  ['a language without translations', { locale: 'fr' }],
  ['a language whose file is not there', { locale: 'es' }],
  ['what is no language', { locale: '../../x', initializationOptions: { locale: 7, translations: { tag: 'de', messages: { a: 1 } } } }],
])('it speaks English with %s', async (_, params) => {
  const { client, message } = await findingOf(beside(), params);
  expect(message).toMatch(ENGLISH_FINDING);
  await client.shutdown();
});

test.each([
  ['an option', ['--locale', 'de'], { LANG: 'C' }, GERMAN_FINDING],
  ['LANG', [], { LANG: 'de_DE.UTF-8' }, GERMAN_FINDING],
  ['LC_ALL before LANG', [], { LC_ALL: 'C.UTF-8', LANG: 'de_DE.UTF-8' }, ENGLISH_FINDING],
  ['an option before LANG', ['--locale', 'en'], { LANG: 'de_DE.UTF-8' }, ENGLISH_FINDING],
])('the command line says findings by %s', (_, args, env, expected) => {
  const lines = check(args, env).split('\n');
  expect(lines[0]).toMatch(/^answers\.md:1:10: warning: .* \[duration\/over\]$/);
  expect(lines[0]!.replace(/^.*?warning: /, '').replace(/ \[.*$/, '')).toMatch(expected);
  // What the problem matcher waits for is the same everywhere.
  expect(lines[1]).toMatch(/^1 answer in 1 file, 1 finding/);
});

test.each(['json', 'sarif', 'github'])('what programs read is English in every language: %s', (format) => {
  const report = check(['--format', format], { LANG: 'de_DE.UTF-8' });
  expect(report).toMatch(/over the target of 3 s/);
  expect(report).not.toContain('Sprechzeit');
});

async function findingOf(client: TestClient, params: Partial<InitializeParams>) {
  await client.initialize(MODERN, params);
  await client.open(URI, TEXT);
  const diagnostic = (await client.diagnostics(URI)).find(({ code }) => code === 'duration/over')!;
  return { client, diagnostic, message: diagnostic.message as string };
}

/** What the code lenses say. */
async function titles(client: TestClient): Promise<readonly string[]> {
  const lenses = await client.connection.sendRequest<{ command: { title: string } }[]>('textDocument/codeLens', {
    textDocument: { uri: URI },
  });
  return lenses.map(({ command }) => command.title);
}

function check(args: readonly string[], env: Readonly<Record<string, string>>): string {
  return spawnSync(process.execPath, ['dist/cli.js', 'check', ...args, 'answers.md'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  }).stdout;
}
