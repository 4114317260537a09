/** Random edits and requests over a real connection: nothing fails, and what is told is what a new document would be told. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import { inMemory } from '../support/protocolClient.ts';
import { answersText, applyEdit, edits } from './arbitraries.ts';
import { PATIENCE, runs } from './runs.ts';

const URI = 'file:///edited.md';
const FRESH = 'file:///fresh.md';

/** Every request about a document, with what else it wants to know. */
const REQUESTS = [
  'textDocument/hover',
  'textDocument/documentSymbol',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/documentLink',
  'textDocument/codeAction',
  'textDocument/codeLens',
  'textDocument/completion',
  'textDocument/prepareRename',
  'textDocument/semanticTokens/full',
  'textDocument/semanticTokens/range',
  'textDocument/foldingRange',
  'textDocument/selectionRange',
  'textDocument/inlayHint',
  'textDocument/diagnostic',
  'interviewAnswers/estimate',
  'interviewAnswers/reading',
  'interviewAnswers/answers',
  'interviewAnswers/plainText',
  'interviewAnswers/rehearsal/script',
  'interviewAnswers/rehearsal/questions',
] as const;

test('edits and requests', { timeout: PATIENCE }, async () => {
  const client = inMemory();
  client.configuration = { files: ['**/*.md'] };
  await client.initialize();
  let last = '';
  await fc.assert(
    fc.asyncProperty(answersText, edits, fc.double({ min: 0, max: 1, noNaN: true }), async (text, changes, at) => {
      // What a stream carries is UTF-8, which has no lone surrogates.
      let current = text.toWellFormed();
      await client.open(URI, current);
      for (const change of changes) {
        const { start, end, text: next } = applyEdit(current, { ...change, newText: change.newText.toWellFormed() });
        if (!next.isWellFormed()) continue;
        const lines = new LineIndex(current);
        await client.change(URI, next.slice(start, next.length - (current.length - end)), {
          start: lines.position(start),
          end: lines.position(end),
        });
        current = next;
        last = current;
        const lineIndex = new LineIndex(current);
        const position = lineIndex.position(Math.floor(at * current.length));
        const range = { start: position, end: lineIndex.position(current.length) };
        const context = { diagnostics: [], includeDeclaration: true, triggerKind: 1 };
        const sent = REQUESTS.map((method) =>
          client.connection.sendRequest<unknown>(method, { textDocument: { uri: URI }, position, range, context, positions: [position] }),
        );
        for (const result of await Promise.all(sent)) checkRanges(result, current);
      }
      await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: URI } });
      await client.open(FRESH, current);
      const [edited, fresh] = await Promise.all([client.diagnostics(URI), client.diagnostics(FRESH)]);
      expect(JSON.stringify(edited).replaceAll('edited.md', 'fresh.md')).toBe(JSON.stringify(fresh));
      await client.close(URI);
      await client.close(FRESH);
      expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
    }),
    runs(40),
  );
  expect(last).not.toBe('');
  await client.shutdown();
});

/** Checks every range within an answer, wherever it stands in it. */
function checkRanges(result: unknown, text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  JSON.stringify(result, (_, value: unknown) => {
    if (isRange(value)) {
      for (const { line, character } of [value.start, value.end]) {
        expect([value, line >= 0 && line < lines.length && character >= 0 && character <= lines[line]!.length]).toEqual([value, true]);
      }
      expect(
        value.start.line < value.end.line || (value.start.line === value.end.line && value.start.character <= value.end.character),
      ).toBe(true);
    }
    return value;
  });
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function isRange(value: unknown): value is Range {
  const range = value as Partial<Range> | null;
  return typeof range === 'object' && range !== null && typeof range.start?.line === 'number' && typeof range.end?.line === 'number';
}
