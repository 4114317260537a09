/** Every request about a document that the server answers, and what holds for each of its answers. */

import { expect } from 'vitest';
import { RULES } from '../../server/src/core/rules/registry.ts';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import { inMemory, type TestClient } from '../support/protocolClient.ts';

/** The methods; all of them take the same parameters. */
export const REQUESTS = [
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

/** What any of the requests wants to know. */
export function paramsOf(uri: string, position: Position, range: Range): object {
  return {
    textDocument: { uri },
    position,
    range,
    context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
    positions: [position],
    what: { kind: 'file' },
  };
}

/** A long text, open and analysed in a server, and what each of the requests wants to know about the middle or all of it. */
export async function openLong(text: string): Promise<{ readonly client: TestClient; readonly params: object }> {
  const client = inMemory();
  client.configuration = { files: ['**/*.md'], rules: Object.fromEntries(RULES.map(({ id }) => [id, 'warning'])) };
  await client.initialize();
  const uri = 'file:///long.md';
  await client.open(uri, text);
  // The first analysis is not what is measured.
  await client.report(uri);
  const lines = new LineIndex(text);
  const range = { start: lines.positionAt(0), end: lines.positionAt(text.length) };
  return { client, params: paramsOf(uri, lines.positionAt(text.length >> 1), range) };
}

/** A text as it arrives: what a stream carries is UTF-8, which has no lone surrogates. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Checks every range within an answer, wherever it stands in it. */
export function checkRanges(result: unknown, text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  JSON.stringify(result, (_, value: unknown) => {
    // Only what is wrong is handed to the runner: an answer about a megabyte has a hundred thousand ranges.
    if (isRange(value) && !isWithin(value, lines)) expect(value).toBe('a range within the document');
    return value;
  });
}

function isWithin({ start, end }: Range, lines: readonly string[]): boolean {
  const isInside = [start, end].every(
    ({ line, character }) => line >= 0 && line < lines.length && character >= 0 && character <= lines[line]!.length,
  );
  return isInside && (start.line < end.line || (start.line === end.line && start.character <= end.character));
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

function isRange(value: unknown): value is Range {
  const range = value as Partial<Range> | null;
  return typeof range === 'object' && range !== null && typeof range.start?.line === 'number' && typeof range.end?.line === 'number';
}
