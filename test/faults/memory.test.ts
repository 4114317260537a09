/**
 * A server that runs for days: its heap, after all garbage is collected, is the same after thousands of documents and after hours of
 * typing. `FAULTS_HOURS=8` and `FAULTS_CYCLES=10000` take as long as they say; without them it is a part of that.
 */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { MINIMAL, MODERN, spawned, type Spawned } from '../support/protocolClient.ts';
import { words } from '../support/words.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const PRELOAD = pathToFileURL(path.join(ROOT, 'test/support/reportMemory.mjs')).href;

const CYCLES = Number(process.env['FAULTS_CYCLES'] ?? 3_600);
const HOURS = Number(process.env['FAULTS_HOURS'] ?? 0.25);
/** Bytes that machine code and tables grow by, whatever the number of documents; the longer it runs, the smaller the leak that shows. */
const ONCE = 1_000_000;
/** Forty words a minute, of five letters and a space. */
const KEYSTROKES_AN_HOUR = 40 * 6 * 60;

let server: Spawned | undefined;
afterEach(() => {
  server?.process.kill('SIGKILL');
  server = undefined;
});

function serve(): Spawned {
  server = spawned(path.join(ROOT, 'dist/server.node.js'), ['--stdio'], ['--expose-gc', '--import', PRELOAD]);
  server.client.configuration = { highlightTerms: true };
  return server;
}

/** Bytes of the server's heap that are in use. */
async function heapOf({ process: child, stderr }: Spawned): Promise<number> {
  const before = stderr().length;
  child.kill('SIGUSR2');
  for (;;) {
    const found = /heap (\d+)\n/.exec(stderr().slice(before));
    if (found !== null) return Number(found[1]);
    await new Promise((resolve) => child.stderr!.once('data', resolve));
  }
}

/** One of the first few names, another one each time. */
function name(i: number, among: number): string {
  return NAMES[i % among]!;
}

const NAMES = 'Acme Borel Cantor Dirac Euler Fermi Gauss Hopper Ising Joule Kepler Lovelace Maxwell'.split(' ');

const LONGEST = 3_600_000;

test.skipIf(process.platform === 'win32').each([
  ['that pulls', MODERN],
  ['that is pushed to', MINIMAL],
])(
  'a client %s opens and closes document after document',
  async (_, capabilities) => {
    const { client } = serve();
    await client.initialize(capabilities);
    const cycle = async (i: number): Promise<void> => {
      const uri = `untitled:answers/${i}.md`;
      // Every document is another one, so that whatever is kept of it adds up; of words, a number is remembered on purpose.
      await client.open(uri, `# Why ${name(i, 7)} (10 s)\n\nWe like ${name(i, 11)} at ${name(i, 13)}. ${words(20)}.\n`);
      const place = { textDocument: { uri }, position: { line: 2, character: 9 } };
      if (capabilities === MODERN) await client.report(uri);
      await client.connection.sendRequest('textDocument/documentHighlight', place);
      await client.connection.sendRequest('textDocument/hover', place);
      await client.connection.sendRequest('interviewAnswers/rehearsal/questions', place);
      // Closed in the middle of a request, and asked for once more.
      const late = client.connection.sendRequest('textDocument/documentSymbol', place);
      await client.close(uri);
      await Promise.all([late, client.connection.sendRequest('textDocument/codeLens', place)]);
      client.published.length = 0;
    };
    const warm = Math.ceil((CYCLES * 2) / 3);
    for (let i = 0; i < warm; i++) await cycle(i);
    const before = await heapOf(server!);
    for (let i = warm; i < CYCLES; i++) await cycle(i);
    const bytes = ((await heapOf(server!)) - before) / (CYCLES - warm);
    console.log(`${CYCLES} documents: ${bytes.toFixed(0)} bytes of heap for each`);
    expect(bytes).toBeLessThan(50 + ONCE / (CYCLES - warm));
  },
  LONGEST,
);

test.skipIf(process.platform === 'win32')(
  'somebody types for hours',
  async () => {
    const { client } = serve();
    await client.initialize();
    const uri = 'file:///answers.md';
    const answer = (i: number): string => `## Question ${i} (30 s)\n\n${words(90)}.\n`;
    await client.open(uri, `# Interview\n\n${Array.from({ length: 20 }, (_, i) => answer(i)).join('\n')}`);
    let typed = 0;
    // Ever new words in one answer after the other; a sentence that is done is taken out again, so that the file stays as long as it is.
    const typeSentence = async (): Promise<void> => {
      const line = 4 + 4 * (typed % 20);
      const sentence = `So word${typed} meets other${typed} at last. `;
      for (const [character, letter] of [...sentence].entries()) {
        await client.change(uri, letter, { start: { line, character }, end: { line, character } });
        typed++;
        // Editors ask when they have time.
        if (typed % 3 === 0) await client.report(uri);
      }
      await client.change(uri, '', { start: { line, character: 0 }, end: { line, character: sentence.length } });
    };
    const keystrokes = HOURS * KEYSTROKES_AN_HOUR;
    while (typed < keystrokes / 3) await typeSentence();
    const before = await heapOf(server!);
    const after = typed;
    while (typed < keystrokes) await typeSentence();
    const bytes = ((await heapOf(server!)) - before) / (typed - after);
    console.log(`${typed} keystrokes: ${bytes.toFixed(1)} bytes of heap for each`);
    // Sentences that were met are remembered, up to a number; whole texts would be thousands of bytes each time.
    expect(bytes).toBeLessThan(300 + ONCE / (typed - after));
  },
  LONGEST,
);

test.skipIf(process.platform === 'win32')(
  'somebody goes through a long file and changes every answer',
  async () => {
    const { client } = serve();
    await client.initialize();
    const uri = 'file:///answers.md';
    const text = Array.from({ length: ANSWERS }, (_, i) => `## Question ${i} (30 s)\n\nWe met it’s ${words(90)}.\n`).join('\n');
    await client.open(uri, text);
    await client.report(uri);
    const change = async (i: number): Promise<void> => {
      const at = { line: 4 * i + 2, character: 3 };
      await client.change(uri, 'x', { start: at, end: at });
      await client.report(uri);
    };
    for (let i = 0; i < ANSWERS / 3; i++) await change(i);
    const before = await heapOf(server!);
    for (let i = Math.ceil(ANSWERS / 3); i < ANSWERS; i++) await change(i);
    const bytes = ((await heapOf(server!)) - before) / (ANSWERS - ANSWERS / 3);
    console.log(`${ANSWERS} answers: ${bytes.toFixed(0)} bytes of heap for each`);
    // A version of the file kept for an answer would be two bytes a unit.
    expect(bytes).toBeLessThan(text.length / 4);
  },
  LONGEST,
);

const ANSWERS = 150;
