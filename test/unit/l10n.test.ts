/** Everything that is shown can be translated, and each translation has everything. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { collectSentences, placesIn, SOURCE_BUNDLE, translationProblems } from '../../server/scripts/l10n.mjs';
import { TRANSLATED } from '../../server/src/core/locale/tags.ts';
import { keysOfManifest } from '../support/manifest.ts';
import { unwrappedIn } from '../support/unwrapped.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const { sentences, problems } = collectSentences();
const texts = readJson('package.nls.json');

test('every call has its sentence written out, so that it can be found', () => {
  expect(problems).toEqual([]);
});

test('nothing that is shown is written out without being translated', () => {
  const files = ['client/src', 'server/src/core', 'server/src/lsp'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('data/'))
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
  );
  const found = files.flatMap((file) => unwrappedIn(file, readFileSync(path.join(ROOT, file), 'utf8')));
  expect(found.filter((line) => !UNTRANSLATED.some((pattern) => pattern.test(line)))).toEqual([]);
});

test.each([
  ['show', "window.showErrorMessage('It failed.')", ['It failed.']],
  ['a template', 'const a = { message: `In ${n} words` }', ['In … words']],
  ['one of two', "item.tooltip = isOn ? 'Switch it off' : t('Switch it on')", ['Switch it off']],
  ['a piece behind a sentence', "item.text = t('About {0}', time) + ' to say'", [' to say']],
])('what is not translated is noticed: %s', (_, text, expected) => {
  expect(unwrappedIn('a.ts', text).map((line) => line.replace('a.ts:1: ', ''))).toEqual(expected);
});

test.each([
  "window.showErrorMessage(t('It failed.'))",
  "const a = { message: plural(n, '{0} word', '{0} words') }",
  "const a = { label: phrase('A word') }",
  "const a = { command: 'interviewAnswers.showLog', key: 'some words here' }",
  'item.text = `$(mic) ${time}`',
])('what is translated, or not shown, is left alone: %s', (text) => {
  expect(unwrappedIn('a.ts', text)).toEqual([]);
});

test('the list of sentences is up to date (else: npm run l10n)', () => {
  expect(Object.keys(readJson(SOURCE_BUNDLE))).toEqual(sentences);
});

test('what is explained to translators is said somewhere', () => {
  expect(Object.keys(readJson('l10n/context.json')).filter((sentence) => !sentences.includes(sentence))).toEqual([]);
});

test('the manifest has a text for each of its keys, and a key for each of its texts', () => {
  expect([...keysOfManifest()].sort()).toEqual(Object.keys(texts).sort());
});

test('the manifest writes no text out', () => {
  const written: string[] = [];
  const names = new Set(['title', 'description', 'markdownDescription', 'label', 'contents', 'altText', 'name', 'enumDescriptions']);
  const visit = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, one] of Object.entries(value)) {
      const text = Array.isArray(one) && name === 'enumDescriptions' ? String(one[0]) : one;
      if (names.has(name) && typeof text === 'string' && !/^%.+%$/.test(text)) written.push(`${at}.${name}: ${text}`);
      visit(one, `${at}.${name}`);
    }
  };
  visit((readJson('package.json') as Record<string, unknown>)['contributes'], 'contributes');
  // The product's name is the same in every language, and the name of a problem matcher is an identifier.
  expect(written.filter((line) => !/: Interview Answers$|\.problemMatchers\.\d+\.name:/.test(line))).toEqual([]);
});

test.each(translations())('%s has every text, no other, and fills in what English fills in', (language) => {
  const bundle = readJson(`l10n/bundle.l10n.${language}.json`);
  expect(translationProblems(Object.fromEntries(sentences.map((sentence) => [sentence, sentence])), bundle)).toEqual([]);
  expect(translationProblems(texts, readJson(`package.nls.${language}.json`))).toEqual([]);
  for (const page of ['pace', 'rehearse', 'targets']) {
    const file = `media/walkthrough/${page}.nls.${language}.md`;
    expect(existsSync(path.join(ROOT, file)), file).toBe(true);
  }
});

test.each(translations())('links and code in the texts of %s are those of English', (language) => {
  const translated = readJson(`package.nls.${language}.json`);
  const kept = (text: string): readonly string[] => [...text.matchAll(/\]\([^)]*\)|`[a-zA-Z.]+`/g)].map(([whole]) => whole).sort();
  for (const [key, text] of Object.entries(texts)) expect(kept(translated[key] ?? ''), key).toEqual(kept(text));
});

test('a translation of something unknown, an absent one and a forgotten place are noticed', () => {
  const english = { 'About {0} of {1}': 'About {0} of {1}', Pause: 'Pause' };
  expect(translationProblems(english, { 'About {0} of {1}': 'Etwa {1} von {0}', Pause: 'Pause' })).toEqual([]);
  expect(translationProblems(english, { 'About {0} of {1}': 'Etwa {0}', Paus: 'Pause' })).toEqual([
    'missing: "Pause"',
    'unused: "Paus"',
    'other places than in English: "Etwa {0}"',
  ]);
  expect(placesIn('{0} and {name} and {0}')).toEqual(['0', 'name']);
});

/** What is shown as it is, and why. */
const UNTRANSLATED: readonly RegExp[] = [
  // The product's name.
  /: Interview Answers$/,
  // Titles of the manifest, which has their translations.
  /^server\/src\/core\/settingGroups\.ts:/,
  // What a quick fix or a completion writes into an English answer.
  /^server\/src\/core\/claims\/claimFixes\.ts:\d+: ,/,
  /^server\/src\/core\/editing\/completionWords\.ts:\d+: (?:slow down|look up|if they ask)$/,
];

function translations(): readonly string[] {
  const found = readdirSync(path.join(ROOT, 'l10n')).flatMap((name) => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? []);
  const ofManifest = readdirSync(ROOT).flatMap((name) => /^package\.nls\.(.+)\.json$/.exec(name)?.[1] ?? []);
  return [...new Set([...found, ...ofManifest])].filter((language) => TRANSLATED.some((one) => one === language));
}

function readJson(file: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Record<string, string>;
}
