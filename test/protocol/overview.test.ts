/** What the views ask of the server, over the protocol: the outline, moves, exports, imports. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ANSWERS_METHOD,
  EXPORT_ANSWERS_METHOD,
  IMPORT_QUESTIONS_METHOD,
  MOVE_SECTION_METHOD,
  PLAIN_TEXT_METHOD,
  type AnswersResult,
  type ExportResult,
  type ImportQuestionsResult,
  type MoveSectionResult,
  type PlainTextResult,
} from '../../server/src/protocol/overview.ts';
import { inMemory, type TestClient } from '../support/protocolClient.ts';
import { words } from '../support/words.ts';

const URI = 'untitled:answers.md';
const textDocument = { uri: URI };
const TEXT = `# Us\n\n## Why us (10 s)\n\n${words(60)}.\n\n## Why now (at least 5 s)\n\n# Them\n\n## A question\n\nWhat comes next?\n`;

describe('overview', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = inMemory();
    await client.initialize();
    await client.open(URI, TEXT);
  });
  afterEach(() => client.shutdown());

  const ask = <T>(method: string, more: object = {}): Promise<T> => client.connection.sendRequest<T>(method, { textDocument, ...more });

  test('every heading with its times, and totals', async () => {
    const { version, isAnswersFile, answers, total, axis } = await ask<AnswersResult>(ANSWERS_METHOD);
    expect({ version, isAnswersFile }).toEqual({ version: 1, isAnswersFile: true });
    expect(answers.map(({ title, line, endLine, level, parent }) => ({ title, line, endLine, level, parent }))).toEqual([
      { title: 'Us', line: 0, endLine: 8, level: 1 },
      { title: 'Why us', line: 2, endLine: 6, level: 2, parent: 0 },
      { title: 'Why now', line: 6, endLine: 8, level: 2, parent: 0 },
      { title: 'Them', line: 8, endLine: 13, level: 1 },
      { title: 'A question', line: 10, endLine: 13, level: 2, parent: 3 },
    ]);
    expect(answers[1]).toMatchObject({ verdict: 'over', target: { min: 10, max: 10 }, findings: { warning: 2 } });
    expect(answers[2]).toMatchObject({ words: 0, target: { min: 5, max: null } });
    expect(answers[2]).not.toHaveProperty('verdict');
    expect(total).toMatchObject({ answers: 3, unwritten: 1, over: 1 });
    expect(axis.max).toBeGreaterThanOrEqual(answers[1]!.high);
  });

  test('a file that is no answers file has headings only', async () => {
    await client.open('untitled:notes.md', '# Notes\n\nText.\n');
    const { isAnswersFile, answers } = await client.connection.sendRequest<AnswersResult>(ANSWERS_METHOD, {
      textDocument: { uri: 'untitled:notes.md' },
    });
    expect({ isAnswersFile, seconds: answers[0]!.seconds }).toEqual({ isAnswersFile: false, seconds: 0 });
  });

  test('a section moves to where it is dropped', async () => {
    const move = await ask<MoveSectionResult>(MOVE_SECTION_METHOD, { version: 1, line: 10, onto: 2 });
    expect(move).toMatchObject({ edits: [{ range: { start: { line: 2, character: 0 } } }, { newText: '' }] });
  });

  test('no move for another version, or for a heading that is gone', async () => {
    expect(await ask(MOVE_SECTION_METHOD, { version: 0, line: 10, onto: 2 })).toHaveProperty('refused');
    expect(await ask(MOVE_SECTION_METHOD, { version: 1, line: 9, onto: 2 })).toHaveProperty('refused');
    expect(await ask(MOVE_SECTION_METHOD, { version: 1, line: 0, onto: 2 })).toHaveProperty('refused');
  });

  test('a section as it is said', async () => {
    expect(await ask<PlainTextResult>(PLAIN_TEXT_METHOD, { line: 8 })).toEqual({ text: 'Them\n\nA question\n\nWhat comes next?' });
    expect(await ask(PLAIN_TEXT_METHOD, { line: 3 })).toBeNull();
  });

  test.each([
    ['timeline', 'svg', '<svg '],
    ['cueCards', 'html', '<!doctype html>'],
    ['handout', 'html', '<!doctype html>'],
  ])('%s as %s', async (kind, extension, start) => {
    const result = await ask<ExportResult>(EXPORT_ANSWERS_METHOD, { kind, title: 'answers', rehearsed: [{ line: 2, last: 33 }] });
    expect(result.extension).toBe(extension);
    expect(result.text.startsWith(start)).toBe(true);
    expect(result.text).toContain('Why now');
    if (kind === 'timeline') expect(result.text).toContain('Rehearsed: 33 s');
  });

  test('a list of questions as headings', async () => {
    const result = await client.connection.sendRequest<ImportQuestionsResult>(IMPORT_QUESTIONS_METHOD, {
      text: '1. Why?',
      targetSeconds: 30,
    });
    expect(result).toEqual({ markdown: '## Why? (≈ 30 s)\n', questions: 1 });
  });

  test('nothing for a document that is not open', async () => {
    expect(await client.connection.sendRequest(ANSWERS_METHOD, { textDocument: { uri: 'untitled:other.md' } })).toBeNull();
  });
});
