/** Texts that nobody expects, for every reader of the product: whole, mutated, torn, of random units, of the wrong kind. */

import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { markdown } from '../support/markdownArbitrary.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** Texts of the repository that are written for people: samples, fixtures, docs. */
const FIXTURES: readonly string[] = ['samples', 'test/fixtures', 'docs/rules'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|txt|vtt|srt|json)$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .filter((text) => text.length < 20_000),
);

/** What no text expects in its middle. */
const SNIPPETS = [
  '\ud800',
  '\udfff',
  '\u0000',
  '\ufeff',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\u0301\u0301\u0301',
  '\u2028',
  '\u0085',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\u001b[2J',
  '# ',
  '## Why? (≈ 30 s)\n',
  '(≈ ',
  '(1:99)',
  '(999999999999999999999 s)',
  '(0 s)',
  '(-1 min)',
  '---\n',
  '---\ntarget: 30 s\n---\n',
  '```\n',
  '~~~',
  '<!-- ',
  ' -->',
  '<!-- target: 10 s -->',
  '<!-- interview-answers-disable -->',
  '<!-- interview-answers-disable-next-line ',
  '> ',
  '- ',
  '1. ',
  '[',
  '](',
  '![',
  '[^1]',
  '[^1]: x\n',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '\\',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '| a | b |\n|---|---|\n',
  '<div>',
  '<script>',
  '<![CDATA[',
  'http://',
  'www.a.b',
  'a@b.co',
  '[pause 2s]',
  '[pause 1e999s]',
  '“',
  '"',
  '$',
  '%',
  '37%',
  '1e308',
  '9'.repeat(400),
  'LLM',
  'LLM (large language model)',
  'WEBVTT\n\n',
  '00:00:01.000 --> 00:00:02.000\n',
  '99:99:99,999 --> 00:00:00,000\n',
  '<v Ann>',
  '<00:00:01.500>',
  '{"',
  '}',
  '[{',
  'null',
  '"cues":',
  '\\u',
  '👩‍💻',
  '漢',
  'İ',
  'ß',
  ' ',
];

const snippet = fc.constantFrom(...SNIPPETS);

/** Any UTF-16 units, also such as belong to no character. */
const units: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), {
    maxLength: 200,
  })
  .map((codes) => String.fromCharCode(...codes));

const soup: fc.Arbitrary<string> = fc.array(snippet, { maxLength: 40 }).map((parts) => parts.join(''));

/** One change of a text: something put in, taken out, doubled or cut off. */
const mutation = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'double', 'cut', 'lineEnds'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(200),
  piece: snippet,
});

function mutate(text: string, changes: readonly (typeof mutation extends fc.Arbitrary<infer T> ? T : never)[]): string {
  let result = text;
  for (const { kind, at, length, piece } of changes) {
    const from = Math.floor(at * result.length);
    if (kind === 'insert') result = result.slice(0, from) + piece + result.slice(from);
    else if (kind === 'delete') result = result.slice(0, from) + result.slice(from + length);
    else if (kind === 'double') result = result.slice(0, from + length) + result.slice(from);
    else if (kind === 'cut') result = result.slice(0, from);
    else result = result.replace(/\r\n|\r|\n/g, length % 2 === 0 ? '\r\n' : '\r');
  }
  return result;
}

const fixture = fc
  .tuple(fc.constantFrom(...FIXTURES), fc.array(mutation, { maxLength: 5 }))
  .map(([text, changes]) => mutate(text, changes));

/** Answers files, or what is left of them. */
export const answersText: fc.Arbitrary<string> = fc.oneof(
  markdown,
  soup,
  units,
  fixture,
  fc.tuple(fixture, soup, markdown).map((parts) => parts.join('\n')),
);

/** A text that was read in the wrong encoding. */
const misread: fc.Arbitrary<string> = fc
  .tuple(
    fixture,
    fc.constantFrom<[BufferEncoding, BufferEncoding]>(['utf8', 'latin1'], ['utf16le', 'utf8'], ['latin1', 'utf8'], ['utf8', 'utf16le']),
  )
  .map(([text, [written, read]]) => Buffer.from(text, written).toString(read));

/** JSON with everything in it that a reader may look for, whole or torn. */
const json: fc.Arbitrary<string> = fc
  .tuple(
    fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(null, true, 0, -1, 1e308, 2 ** 53, '', '00:00:01', 'We moved it.', '\ud800', '__proto__'),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.constantFrom(
            'segments',
            'cues',
            'words',
            'text',
            'start',
            'end',
            'speaker',
            'duration',
            'offset',
            'results',
            'items',
            '__proto__',
            'rules',
            'v',
            'id',
            'at',
            'term',
          ),
          tie('value'),
          { maxKeys: 5 },
        ),
      ),
    })).value,
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.boolean(),
  )
  .map(([value, at, whole]) => {
    const text = JSON.stringify(value);
    return whole ? text : text.slice(0, Math.floor(at * text.length));
  });

/** Bytes as a decoder gives them that never fails. */
const bytes: fc.Arbitrary<string> = fc.uint8Array({ maxLength: 400 }).map((data) => new TextDecoder('utf-8').decode(data));

/** Any file at all: transcripts, glossaries, evidence, histories, configurations, lists. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  answersText,
  misread,
  json,
  bytes,
  fc.array(json, { maxLength: 5 }).map((lines) => lines.join('\n')),
);

/** An edit as an editor sends it; `at` and `length` are taken within the text it meets. */
export interface RandomEdit {
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}

export const edits: fc.Arbitrary<readonly RandomEdit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(30), fc.nat(500)),
    newText: fc.oneof({ weight: 2, arbitrary: fc.constantFrom('a', ' ', '\n', '.', '') }, snippet, soup),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Where an edit applies in a text, and the text afterwards. */
export function applyEdit(
  text: string,
  { at, length, newText }: RandomEdit,
): { readonly start: number; readonly end: number; readonly text: string } {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + length);
  return { start, end, text: text.slice(0, start) + newText + text.slice(end) };
}
