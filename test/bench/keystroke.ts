/** How long after a keystroke the findings are there, through the real server over stdio, by sizes of file and transcripts, beside peers: `npm run bench -- keystroke [--quick] [--server] [--peers]`. */

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { INDEX_METHOD } from '../../server/src/protocol/transcripts.ts';
import { interviewAnswer, interviewFile } from '../support/interviewText.ts';
import { MODERN, TestClient } from '../support/protocolClient.ts';
import { percentile } from '../support/percentile.ts';
import { PEERS, peersFolder } from '../support/recheckPeers.ts';
import { SyntheticSpeech } from '../support/syntheticSpeech.ts';

const ROOT = process.cwd();
const SERVER = path.join(ROOT, 'dist/server.node.js');
const PROBE = path.join(ROOT, 'test/support/cpuProbe.cjs');
/** What is typed: sentences like those of the file, no two the same, with a new paragraph now and then. */
const TYPED = Array.from({ length: 4 }, (_, i) => `${interviewAnswer(9_001 + i).split('\n')[2]!}\n\n`).join('');
const WARM_UP = 30;
/** A few minutes of typing. */
const KEYSTROKES = 1_000;
/** In the first of these, the engine is still compiling what has become hot. */
const EARLY = 150;
const WORDS = [2_000, 20_000, 100_000];
const WORDS_BESIDE_PEERS = 20_000;
const WIDTHS = [9, 14, 34, 34, 34, 34, 8, 8];

/** Milliseconds, of the clock on the wall and of the server's processor. */
interface Took {
  readonly wall: number;
  readonly cpu: number;
}

void main();

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const [role, name = '', folder = '', words = ''] = args;
  if (role === 'peer') return measurePeer(name, folder, Number(words));
  const quick = args.includes('--quick');
  const isAll = !args.includes('--server') && !args.includes('--peers');
  if (isAll || args.includes('--server')) {
    await startUp();
    for (const hours of quick ? [1] : [1, 100]) await typing(hours, WORDS);
  }
  if (isAll || args.includes('--peers')) beside();
}

async function startUp(): Promise<void> {
  const uri = 'file:///answers.md';
  const text = interviewFile(WORDS[0]!);
  const ready: Took[] = [];
  const found: Took[] = [];
  for (let i = 0; i < 10; i++) {
    const started = performance.now();
    const { client, pid } = start();
    // The probe would be asked only after the server has been loaded, which goes on behind its first answer.
    const since = (): Took => ({ wall: performance.now() - started, cpu: processorMilliseconds(pid) });
    await client.initialize();
    ready.push(since());
    await client.open(uri, text);
    await client.diagnostics(uri);
    found.push(since());
    await client.shutdown();
  }
  const bare = Array.from({ length: 10 }, () => {
    const started = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - started;
  });
  const p50 = (times: readonly Took[]): string =>
    `${percentile(wallOf(times), 50).toFixed(0)} ms, ${percentile(cpuOf(times), 50).toFixed(0)} ms of CPU`;
  console.log(
    `After spawn, p50 of 10: ready ${p50(ready)}; findings of ${WORDS[0]!.toLocaleString('en')} words ${p50(found)}; ` +
      `Node with an empty program on the same machine ${percentile(bare, 50).toFixed(0)} ms.`,
  );
}

async function typing(hours: number, sizes: readonly number[]): Promise<void> {
  console.log(
    `\n${hours} ${hours === 1 ? 'hour' : 'hours'} of transcripts; ms, p50/p95/p99 of the wall clock and of [the processor]; early: [p95] of the first ${EARLY} keystrokes`,
  );
  console.log(
    ['words', 'first', 'keystroke', 'hover', 'completion', 'code actions', 'early', 'RSS MB']
      .map((title, i) => title.padStart(WIDTHS[i]!))
      .join(''),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-keystroke-'));
  try {
    const speech = new SyntheticSpeech();
    mkdirSync(path.join(folder, 'talks'));
    for (let hour = 0; hour < hours; hour++) {
      const { name, text } = speech.file(hour);
      writeFileSync(path.join(folder, name), text);
    }
    for (const size of sizes) await typeIn(folder, size);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function typeIn(folder: string, size: number): Promise<void> {
  const server = start();
  const { client } = server;
  const root = pathToFileURL(folder).href;
  const uri = `${root}/answers.md`;
  await client.initialize(MODERN, { rootUri: root, workspaceFolders: [{ uri: root, name: 'bench' }] });
  const text = interviewFile(size);
  const first = await measure(server, async () => {
    await client.open(uri, text);
    await client.diagnostics(uri);
  });
  await client.connection.sendRequest(INDEX_METHOD, {});
  await client.diagnostics(uri);
  const took: Record<'keystroke' | 'hover' | 'completion' | 'codeActions', Took[]> = {
    keystroke: [],
    hover: [],
    completion: [],
    codeActions: [],
  };
  // In the middle of the file, where what is before and after has to be kept.
  let at = { line: Math.floor(text.split('\n').length / 8) * 4 + 2, character: 0 };
  const above = { line: at.line - 2, character: 3 };
  const textDocument = { uri };
  for (let i = 0; i < WARM_UP + KEYSTROKES; i++) {
    const letter = TYPED[i % TYPED.length]!;
    const found = await measure(server, async () => {
      await client.change(uri, letter, { start: at, end: at });
      await client.diagnostics(uri);
    });
    at = letter === '\n' ? { line: at.line + 1, character: 0 } : { line: at.line, character: at.character + 1 };
    const position = at;
    const hover = await measure(server, () => client.connection.sendRequest('textDocument/hover', { textDocument, position: above }));
    const completion = await measure(server, () => client.connection.sendRequest('textDocument/completion', { textDocument, position }));
    const range = { start: position, end: position };
    const codeActions = await measure(server, () =>
      client.connection.sendRequest('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
    );
    if (i < WARM_UP) continue;
    took.keystroke.push(found);
    took.hover.push(hover);
    took.completion.push(completion);
    took.codeActions.push(codeActions);
  }
  const cells = [
    size.toLocaleString('en'),
    `${first.wall.toFixed(0)} [${first.cpu.toFixed(0)}]`,
    ...Object.values(took).map((times) => `${percentiles(wallOf(times))} [${percentiles(cpuOf(times))}]`),
    percentile(cpuOf(took.keystroke.slice(0, EARLY)), 95).toFixed(1),
    String(residentMegabytes(server.pid)),
  ];
  console.log(cells.map((cell, i) => cell.padStart(WIDTHS[i]!)).join(''));
  await client.shutdown();
}

interface Started {
  readonly client: TestClient;
  readonly pid: number;
  /** Microseconds of the processor since it was spawned. */
  readonly cpu: () => Promise<number>;
}

/** The built server as an editor starts it, with one ear more: the probe of its processor time. */
function start(): Started {
  const child = spawn(process.execPath, ['--require', PROBE, SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore', 'ipc'] });
  const client = new TestClient(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  return {
    client,
    pid: child.pid!,
    cpu: () =>
      new Promise((resolve) => {
        child.once('message', ({ microseconds }: { microseconds: number }) => resolve(microseconds));
        child.send('');
      }),
  };
}

async function measure(server: Started, work: () => Promise<unknown>): Promise<Took> {
  const before = await server.cpu();
  const started = performance.now();
  await work();
  const wall = performance.now() - started;
  return { wall, cpu: ((await server.cpu()) - before) / 1000 };
}

/** Each peer in a process of its own, on the same text, one after the other, with ratios to this one's times. */
function beside(): void {
  const folder = peersFolder(ROOT);
  console.log(`\nBeside peers, on the same ${WORDS_BESIDE_PEERS.toLocaleString('en')} words, as libraries; ms of the processor`);
  console.log(
    `${''.padEnd(34)}${'first check'.padStart(20)}${'another file'.padStart(20)}${'after an edit, p50'.padStart(26)}${'p95'.padStart(10)}   findings`,
  );
  let own: Measured | undefined;
  for (const name of Object.keys(PEERS)) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1]!, 'peer', name, folder, String(WORDS_BESIDE_PEERS)], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (status !== 0) {
      console.log(`${name.padEnd(34)}${'left out:'.padStart(20)} ${/^\w*(?:Error|NotInstalled)?: .*$/m.exec(stderr)?.[0] ?? 'it failed'}`);
      continue;
    }
    const measured = JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured;
    own ??= measured;
    const first = `${measured.first.toFixed(0)} (×${(measured.first / own.first).toFixed(1)})`;
    const other = `${measured.other.toFixed(0)} (×${(measured.other / own.other).toFixed(1)})`;
    const again = `${measured.p50.toFixed(1)} (×${(measured.p50 / own.p50).toFixed(1)})`;
    console.log(
      `${name.padEnd(34)}${first.padStart(20)}${other.padStart(20)}${again.padStart(26)}${measured.p95.toFixed(1).padStart(10)}   ${measured.found}`,
    );
  }
}

interface Measured {
  readonly first: number;
  /** Of another file, once the code is warm. */
  readonly other: number;
  readonly p50: number;
  readonly p95: number;
  readonly found: number;
}

/** In a process of its own: loading it and its dictionaries doesn't count, but neither is its code warm at the first check. */
async function measurePeer(name: string, folder: string, words: number): Promise<void> {
  const check = await PEERS[name]!(folder);
  await check('## A question\n\nOne sentence, so that dictionaries are loaded.\n');
  const text = interviewFile(words);
  let found = 0;
  const first = await cpu(async () => (found = await check(text)));
  const middle = text.indexOf('\n\n', text.length / 2) + 2;
  const times: number[] = [];
  for (let i = 0; i < EDITS; i++) {
    const edited = `${text.slice(0, middle)}${TYPED.slice(0, i + 1)}${text.slice(middle)}`;
    times.push(await cpu(async () => check(edited)));
    if (times.reduce((sum, time) => sum + time, 0) > LONGEST && times.length >= FEWEST_EDITS) break;
  }
  const others: number[] = [];
  for (let i = 1; i <= OTHERS; i++) {
    const other = interviewFile(words, i * FAR);
    others.push(await cpu(async () => check(other)));
  }
  // Once warm: an editor's checker has run before.
  const warm = times.slice(Math.floor(times.length / 4));
  console.log(
    JSON.stringify({
      first,
      other: percentile(others, 50),
      p50: percentile(warm, 50),
      p95: percentile(warm, 95),
      found,
    } satisfies Measured),
  );
}

const EDITS = 60;
const OTHERS = 5;
/** Answers: more than a file has, so that no two have one in common. */
const FAR = 10_000;
const FEWEST_EDITS = 6;
/** Milliseconds of CPU after which a slow peer has been seen enough of. */
const LONGEST = 15_000;

async function cpu(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function wallOf(times: readonly Took[]): readonly number[] {
  return times.map(({ wall }) => wall);
}

function cpuOf(times: readonly Took[]): readonly number[] {
  return times.map(({ cpu }) => cpu);
}

function percentiles(times: readonly number[]): string {
  return [50, 95, 99].map((percent) => percentile(times, percent).toFixed(1)).join('/');
}

/** What a process has used so far, in steps of 10 ms. */
function processorMilliseconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // Behind the program's name, which may hold anything: the 14th and 15th fields of all, in hundredths of a second.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function residentMegabytes(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}
