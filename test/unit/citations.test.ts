/** Citations of transcripts: which links are ones, and of which second. */

import { expect, test } from 'vitest';
import { citationsIn } from '../../server/src/core/links/citations.ts';

test.each([
  ['[term](talk.vtt#t=90)', 90],
  ['[term](talk.vtt#t=90.5)', 90.5],
  ['[term](talk.vtt#t=1:30)', 90],
  ['[term](../a/talk.vtt#t=1:02:30)', 3750],
])('%s is of a second', (text, seconds) => expect(citationsIn(`So ${text}.`)).toMatchObject([{ seconds }]));

test.each([
  '[term](talk.vtt)',
  '[term](#t=90)',
  '[term](talk.vtt#t=1:75)',
  '[term](talk.vtt#t=1:2:3:4)',
  '[term](https://example.org/a#t=90)',
])('%s is none', (text) => expect(citationsIn(text)).toEqual([]));

test('is where its destination stands', () => {
  const text = 'We use [it](talk.vtt#t=1:30).';
  expect(citationsIn(text).map(({ span, path }) => [text.slice(span.start, span.end), path])).toEqual([['talk.vtt#t=1:30', 'talk.vtt']]);
});
