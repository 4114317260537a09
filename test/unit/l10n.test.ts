/** Everything that is shown can be translated, and each translation has everything. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { collectSentences, placesIn, SOURCE_BUNDLE, translationProblems } from '../../server/scripts/l10n.mjs';
import { analyse } from '../../server/src/core/analysis.ts';
import { describeHeadingAt } from '../../server/src/core/describe.ts';
import { setLocale } from '../../server/src/core/locale/locale.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { TRANSLATED } from '../../server/src/core/locale/tags.ts';
import { keysOfManifest } from '../support/manifest.ts';
import { unwrappedIn } from '../support/unwrapped.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const { sentences, problems } = collectSentences();
const texts = readJson('package.nls.json');

afterEach(() => setLocale(undefined));

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

test('all that is found, and all that mends it, is said in another language where there is one', () => {
  setLocale({ tag: 'en-XA', messages: Object.fromEntries(sentences.map((sentence) => [sentence, `⟦${sentence}⟧`])) });
  const analysis = analyse(EVERYTHING, { settings: DEFAULT_SETTINGS, isListed: false });
  const said = analysis.findings.flatMap(({ message, related, fixes }) => [
    message,
    ...related.map((one) => one.message),
    ...fixes.map(({ title }) => title),
  ]);
  expect(new Set(analysis.findings.map(({ rule }) => rule)).size).toBeGreaterThan(20);
  expect(said.filter((one) => !/^⟦.*⟧$/.test(one) || /\{\d\}/.test(one))).toEqual([]);
  for (const { answer } of analysis.answers) {
    const { markdown } = describeHeadingAt(analysis, answer.base + answer.content.headingSpan.start)!;
    // What is left are numbers and the marks of Markdown; the words of the answer are within brackets.
    let bare = markdown;
    for (let before = ''; before !== bare;) [before, bare] = [bare, bare.replace(/⟦[^⟦⟧]*⟧/g, '')];
    expect(bare.replace(/[-|*\d\s]/g, '')).toBe('');
  }
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

test.each(TRANSLATED)('%s has every text, no other, and fills in what English fills in', (language) => {
  const bundle = readJson(`l10n/bundle.l10n.${language}.json`);
  expect(translationProblems(Object.fromEntries(sentences.map((sentence) => [sentence, sentence])), bundle)).toEqual([]);
  expect(translationProblems(texts, readJson(`package.nls.${language}.json`))).toEqual([]);
  for (const page of ['pace', 'rehearse', 'targets']) {
    const file = `media/walkthrough/${page}.nls.${language}.md`;
    expect(existsSync(path.join(ROOT, file)), file).toBe(true);
  }
});

test.each(TRANSLATED)('links and code in the texts of %s are those of English', (language) => {
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

/** A file with most of what can be found. */
const EVERYTHING = `---
audience: recruiter
---

# Interview

<!-- interview-answers-disable-next-line speech/unheard -->
<!-- interview-answers-disable-next-line speech/breath -->

## Why us (3 s)

It is the best ATM machine, it always works, and everyone says so. Studies show that it is critical. In order to help, we improved the
latency a lot, which led to many more users, and the VLA was faster. VLA (vision-language-action model) is what we use. Kubernetes and
CRDT were sharded. [⟨expansion⟩ (QPX)] was used. Conversion rose by 40 percent.

## Tell me about a time when you had a conflict with a colleague (2–1 min)

It was, you know, basically, kind of, sort of, like, a conflict, you know, and basically it was, like, decided. The plan was written. The
plan was changed. The plan was dropped. I think maybe it was perhaps probably somewhat fine, I guess, more or less, I suppose. We were
told by the extraordinarily institutionalised interdepartmental administration that the responsibilities of the organisation had been
reorganised comprehensively in accordance with internationally standardised administrative requirements without anything that anybody
would call a pause for breath or thought or reflection of any kind whatsoever in the whole of the sentence that is being said here.

## How do you measure reliability (10 min)

<!-- audience: nobody -->

Six slick sixth sisters sit silently since several seasons. I like it. I like them. I like tea. I like to be asked.

## What about pay (soon min)

That depends.

## No target

Nothing.
`;

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

function readJson(file: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Record<string, string>;
}
