/** Random edits and requests over a real connection: nothing fails, and what is told is what a new document would be told. */

import fc from 'fast-check';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import { inMemory } from '../support/protocolClient.ts';
import { answersText, applyEdit, edits } from './arbitraries.ts';
import { checkRanges, paramsOf, REQUESTS, wellFormed } from './requests.ts';
import { PATIENCE, runs } from './runs.ts';

const URI = 'file:///edited.md';
const FRESH = 'file:///fresh.md';

test('edits and requests', { timeout: PATIENCE }, async () => {
  const client = inMemory();
  client.configuration = { files: ['**/*.md'] };
  await client.initialize();
  let last = '';
  await fc.assert(
    fc.asyncProperty(answersText, edits, fc.double({ min: 0, max: 1, noNaN: true }), async (text, changes, at) => {
      // What a stream carries is UTF-8, which has no lone surrogates.
      let current = wellFormed(text);
      await client.open(URI, current);
      for (const change of changes) {
        const { start, end, text: next } = applyEdit(current, { ...change, newText: wellFormed(change.newText) });
        if (/\p{Surrogate}/u.test(next) || isWithinLineEnd(current, start) || isWithinLineEnd(current, end)) continue;
        const lines = new LineIndex(current);
        await client.change(URI, next.slice(start, next.length - (current.length - end)), {
          start: lines.positionAt(start),
          end: lines.positionAt(end),
        });
        current = next;
        last = current;
        const lineIndex = new LineIndex(current);
        const position = lineIndex.positionAt(Math.floor(at * current.length));
        const range = { start: position, end: lineIndex.positionAt(current.length) };
        const sent = REQUESTS.map((method) =>
          client.connection.sendRequest<unknown>(method, paramsOf(URI, position, range)).catch((error: unknown) => {
            // What can't be renamed is refused with a reason, for the editor to show.
            if (method !== 'textDocument/prepareRename' || !(error instanceof ResponseError) || error.code !== LSPErrorCodes.RequestFailed)
              throw error;
          }),
        );
        for (const result of await Promise.all(sent)) checkRanges(result, current);
      }
      await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: URI } });
      await client.open(FRESH, current);
      const [edited, fresh] = await Promise.all([client.diagnostics(URI), client.diagnostics(FRESH)]);
      expect(told(edited)).toBe(told(fresh));
      await client.close(URI);
      await client.close(FRESH);
      expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
    }),
    runs(40),
  );
  expect(last).not.toBe('');
  await client.shutdown();
});

/** What a client is told, without the document's name and version. */
function told(diagnostics: unknown): string {
  return JSON.stringify(diagnostics)
    .replaceAll(path.basename(URI), path.basename(FRESH))
    .replace(/"version":\d+/g, '"version":1');
}

/** No editor has a place between the two halves of a line end. */
function isWithinLineEnd(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}
