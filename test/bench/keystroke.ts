/** How long after a keystroke the findings are there, through the real server over stdio, by size of the file. */

import path from 'node:path';
import { spawned } from '../support/protocolClient.ts';
import { prose } from '../support/words.ts';

const SERVER = path.join(process.cwd(), 'dist/server.node.js');
const URI = 'file:///answers.md';
const KEYSTROKES = 60;

void main();

async function main(): Promise<void> {
  console.log('words     open ms   p50 ms   p95 ms   p99 ms   hover p95 ms   RSS MB');
  for (const size of [2_000, 20_000, 100_000]) {
    const { client, process: child } = spawned(SERVER);
    const started = performance.now();
    await client.initialize();
    const ready = performance.now() - started;
    const answers = Array.from({ length: size / 100 }, (_, i) => `## Question ${i} (30 s)\n\n${prose(i, 100)}\n`);
    const opened = performance.now();
    await client.open(URI, answers.join('\n'));
    await client.diagnostics(URI);
    const open = performance.now() - opened;
    // In the middle of the file, where what is before and after has to be kept.
    const line = Math.floor(answers.length / 2) * 4 + 2;
    const times: number[] = [];
    const hovers: number[] = [];
    for (let i = 0; i < KEYSTROKES; i++) {
      const start = performance.now();
      await client.change(URI, 'x', { start: { line, character: 0 }, end: { line, character: 0 } });
      await client.diagnostics(URI);
      times.push(performance.now() - start);
      const hovered = performance.now();
      await client.connection.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position: { line: line - 2, character: 3 } });
      hovers.push(performance.now() - hovered);
    }
    const memory = await residentMegabytes(child.pid!);
    const row = [open, percentile(times, 50), percentile(times, 95), percentile(times, 99), percentile(hovers, 95)];
    console.log(
      `${String(size).padEnd(8)} ${row.map((value) => value.toFixed(1).padStart(8)).join(' ')} ${String(memory).padStart(14)}   (ready after ${ready.toFixed(0)} ms)`,
    );
    await client.shutdown();
  }
}

function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))]!;
}

async function residentMegabytes(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
