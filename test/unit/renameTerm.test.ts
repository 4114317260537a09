/** Which stretches of an answer are terms, and the form that a new name has at each place. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../server/src/core/answers/parseAnswers.ts';
import { Glossary } from '../../server/src/core/glossary/glossary.ts';
import { readGlossary } from '../../server/src/core/glossary/readGlossary.ts';
import { nameProblem, renamed, renameInAnswers, renameInGlossary, termPlaces } from '../../server/src/core/links/renameTerm.ts';
import { termsIn } from '../../server/src/core/links/terms.ts';
import { TermsCache } from '../../server/src/core/links/workspaceTerms.ts';
import { finish } from '../../server/src/core/text/steps.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { indexOf } from '../support/links.ts';
import { markdown } from '../support/markdownArbitrary.ts';
import { mark, unmark } from '../support/marked.ts';

const TALK =
  'Whichever node it happens to ask, the on-call rota and the speculative decoder say so. Time to first token is what the decoder gives.\n';
const sources = { index: indexOf(TALK), glossary: new Glossary(readGlossary('## data plane\n\nWhere work is done.\n').entries) };

/** The terms of a text are those that are marked. */
function checkTerms(marked: string): void {
  const { text } = unmark(marked);
  expect(mark(text, [...termsIn(text, sources)])).toBe(marked);
}

describe('terms', () => {
  test('are names, entries of the glossary, and phrases of the trade that transcripts have', () => {
    checkTerms('I like the «data plane», the «speculative decoder» and «Fernlight Systems».');
  });
  test('may have small words inside', () => checkTerms('We cut the «time to first token».'));
  test('are not clauses, nor the rest of a compound', () => {
    checkTerms('I know which node it happens to ask.');
    checkTerms('He ran the on-call «rota».');
  });
});

describe('a new name', () => {
  test.each([
    ['schedulers', 'scheduler', 'queue', 'queues'],
    ['scheduler', 'schedulers', 'queues', 'queue'],
    ['schedulers', 'schedulers', 'queues', 'queues'],
    ['planes', 'plane', 'entry', 'entries'],
    ['planes', 'plane', 'batch', 'batches'],
    ['planes', 'plane', 'key', 'keys'],
    ['Kubernetes', 'Kubernetes', 'Nomad', 'Nomad'],
    ['class', 'class', 'type', 'type'],
    ['Backpressure', 'backpressure', 'load shedding', 'Load shedding'],
    ['backpressure', 'Backpressure', 'Load shedding', 'load shedding'],
    ['backpressure', 'Backpressure', 'GPU', 'GPU'],
    ['GPU', 'GPU', 'eBPF', 'eBPF'],
  ])('for %s, typed at %s as %s: %s', (written, from, to, expected) => expect(renamed(written, from, to)).toBe(expected));

  test.each(['C++', 'C#', 'LSM tree', "Dijkstra's algorithm", '为什么', 'a/b', 'x (y)'])('can be %s', (name) =>
    expect(nameProblem(name)).toBeUndefined(),
  );
  test.each(['', ' ', '…', 'a\nb', 'a|b', '*a*', '`a`', '[a]', '<a>', 'a_b'])('can not be %j', (name) =>
    expect(nameProblem(name)).toMatch(/^A term/),
  );
});

/** A text with a term, marked once where it is renamed, after all edits. */
function checkRename(marked: string, to: string, expected: string): void {
  const { text, ranges } = unmark(marked);
  const file = parseAnswers(text, { tables: false });
  const places = termPlaces(file, finish(new TermsCache().in(file, sources)), sources);
  const from = places.find(({ span }) => span.start === ranges[0]!.start)!;
  expect(text.slice(from.span.start, from.span.end)).toBe(text.slice(ranges[0]!.start, ranges[0]!.end));
  expect(applyEdits(text, renameInAnswers(file, places, sources, from, to))).toBe(expected);
}

describe('renaming in answers', () => {
  test('what is said and headings, with the links to them', () => {
    checkRename(
      '# The data plane (30 s)\n\nOur «data plane».\n\n# More\n\n[Why](#the-data-plane)\n',
      'engine',
      '# The engine (30 s)\n\nOur engine.\n\n# More\n\n[Why](#the-engine)\n',
    );
  });
  test('not code, comments, addresses or parts that have marks inside', () => {
    checkRename(
      '# Why (30 s)\n\n«data plane», **data** plane, [a](data-plane.md). <!-- data plane -->\n\n```\ndata plane\n```\n',
      'engine',
      '# Why (30 s)\n\nengine, **data** plane, [a](data-plane.md). <!-- data plane -->\n\n```\ndata plane\n```\n',
    );
  });
});

test('in glossaries, the names of all entries of the term, and no meanings', () => {
  const text = '## Data planes\n\nA data plane.\n\n## Other\n\nx\n\n| term | meaning |\n|---|---|\n| data-plane | y |\n';
  const from = { key: 'dataplane', written: 'data plane', span: { start: 0, end: 0 } };
  expect(applyEdits(text, renameInGlossary(text, from, 'engine'))).toBe(
    text.replace('Data planes', 'Engines').replace('data-plane', 'engine'),
  );
});

test('on any text, edits are within it and do not overlap', () => {
  fc.assert(
    fc.property(markdown, fc.nat(20), (around, at) => {
      const text = `${around.slice(0, at)}data plane${around.slice(at)}\n\n# A data plane\n\n[x](#a-data-plane) data planes\n`;
      const file = parseAnswers(text, { tables: true });
      const places = termPlaces(file, finish(new TermsCache().in(file, sources)), sources);
      const from = { key: 'dataplane', written: 'data plane', span: { start: 0, end: 0 } };
      let end = 0;
      for (const { span } of [...renameInAnswers(file, places, sources, from, 'engine')].sort((a, b) => a.span.start - b.span.start)) {
        expect(end <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        end = span.end;
      }
    }),
  );
});
