/** A file of very many findings is told them without their fixes, and still offers each of these. */

import type { CodeAction } from 'vscode-languageserver-protocol';
import { expect, test } from 'vitest';
import { inMemory, spawned } from '../support/protocolClient.ts';

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

test('what the built server writes by itself is what a library would write', async () => {
  const built = spawned('dist/server.node.js').client;
  const plain = inMemory();
  for (const client of [built, plain]) {
    client.configuration = { fadeOverTarget: true };
    await client.initialize();
  }
  // Findings with and without other places, messages with more than ASCII, and text that fades.
  const said = 'Basically, “naïve” users – 30 % of them – utilized the SLO 😀, you know. ';
  const text = Array.from({ length: 220 }, (_, i) => `## Question ${i} (10 s)\n\n${said.repeat(1 + (i % 2) * 3)}\n`).join('\n');
  for (const client of [built, plain]) await client.open(URI, text);
  // In a heading, where no finding waits for the end of a sentence, nor for a rest in typing.
  for (const typed of ['“Ü”', ' # ', 'x']) {
    const at = { line: 440, character: 6 };
    const reports = [];
    for (const client of [built, plain]) {
      await client.change(URI, typed, { start: at, end: at });
      reports.push(await client.diagnostics(URI));
    }
    expect(reports[0]!.length).toBeGreaterThan(220);
    expect(reports[0]!.some(({ tags }) => tags !== undefined)).toBe(true);
    expect(reports[0]!.some(({ relatedInformation }) => relatedInformation !== undefined)).toBe(true);
    expect(JSON.stringify(reports[0])).toBe(JSON.stringify(reports[1]));
  }
  for (const client of [built, plain]) await client.shutdown();
});
