/** A file of very many findings is told them without their fixes, and still offers each of these. */

import type { CodeAction } from 'vscode-languageserver-protocol';
import { expect, test } from 'vitest';
import { inMemory } from '../support/protocolClient.ts';

const URI = 'file:///answers.md';

test.each([
  [20, true],
  [300, false],
])('%i findings: data is sent along: %s', async (count, hasData) => {
  const client = inMemory();
  await client.initialize();
  const text = Array.from({ length: count }, (_, i) => `## Question ${i} (5 min)\n\nI said number ${i}.\n`).join('\n');
  await client.open(URI, text);
  const diagnostics = (await client.diagnostics(URI)).filter(({ code }) => code === 'duration/under');
  expect(diagnostics).toHaveLength(count);
  expect(diagnostics.every(({ data }) => (data !== undefined) === hasData)).toBe(true);
  const diagnostic = diagnostics[7]!;
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic] },
  });
  const edits = actions
    .flatMap(({ edit }) => edit?.changes?.[URI] ?? [])
    .filter(({ range }) => range.start.line === diagnostic.range.start.line);
  expect(actions.some(({ title }) => title.startsWith('Set the target') || title.includes('target'))).toBe(true);
  expect(edits.length).toBeGreaterThan(0);
  await client.shutdown();
});
