/** Checks many answers files with the built command line, at one, two and four threads, and says what it takes: `npm run bench -- cli [--files=N] [--transcripts | --memory]`. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SENTENCES } from '../support/interviewText.ts';
import { SyntheticSpeech } from '../support/syntheticSpeech.ts';

const ANSWERS_OF_A_FILE = 6;
const SENTENCES_OF_AN_ANSWER = 5;
const FILES_OF_A_FOLDER = 100;
const HOURS = [1, 100];

const CLI = path.join(process.cwd(), 'dist/cli.js');

interface Taken {
  readonly seconds: number;
  /** Of the whole process with its workers, in megabytes. */
  readonly resident: number;
  readonly report: string;
}

function main(): void {
  const most = Number(process.argv.find((arg) => arg.startsWith('--files='))?.slice('--files='.length) ?? 10_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-cli-'));
  try {
    const probe = path.join(folder, 'probe.cjs');
    writeFileSync(probe, PROBE);
    const words = writeFiles(path.join(folder, 'answers'), most);
    console.log(
      `${os.availableParallelism()} processors; files of ${words} words on average; RSS is the most that the process with all its workers had\n`,
    );
    if (process.argv.includes('--transcripts')) withTranscripts(folder, probe);
    else if (process.argv.includes('--memory')) overTime(folder, most);
    else withoutTranscripts(folder, probe, most);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withoutTranscripts(folder: string, probe: string, most: number): void {
  console.log(`${'files'.padStart(6)} ${'format'.padEnd(6)} ${'threads'.padStart(7)}  files/s    ratio  RSS MB  report`);
  for (const files of [10, 100, Math.round(most / 10), most]) {
    for (const format of files === most ? ['text', 'json'] : ['text']) {
      let first: Taken | undefined;
      for (const threads of ['1', '2', '4', 'default']) {
        const taken = check(folder, probe, files, ['--format', format, ...(threads === 'default' ? [] : ['--threads', threads])]);
        first ??= taken;
        const isSame = taken.report === first.report;
        console.log(
          `${String(files).padStart(6)} ${format.padEnd(6)} ${threads.padStart(7)} ${(files / taken.seconds).toFixed(0).padStart(8)} ${(first.seconds / taken.seconds).toFixed(2).padStart(8)} ${taken.resident.toFixed(0).padStart(7)}  ${isSame ? 'same as one thread' : 'DIFFERENT'}`,
        );
        if (!isSame) process.exitCode = 1;
      }
    }
  }
}

/** Whether memory grows with the files: the heap of each thread with its garbage collected, and what the process has, from time to time. */
function overTime(folder: string, most: number): void {
  const probe = path.join(folder, 'heap.cjs');
  writeFileSync(probe, HEAP_PROBE);
  console.log('threads  heap of each thread without garbage, and RSS, in MB, at a tenth, a third, two thirds and at the end of the time');
  for (const threads of ['1', '2']) {
    const { notes } = run(folder, probe, most, ['--threads', threads], ['--expose-gc']);
    const samples = notes
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number) as [thread: number, heap: number, resident: number]);
    const ids = [...new Set(samples.map(([thread]) => thread))].sort((a, b) => a - b);
    for (const id of ids) {
      const own = samples.filter(([thread]) => thread === id);
      const at = [0.1, 1 / 3, 2 / 3, 1].map((share) => own[Math.min(own.length - 1, Math.floor(own.length * share))]!);
      const what = id === 0 ? 'main' : `worker ${id}`;
      console.log(
        `${threads.padStart(7)}  ${what.padEnd(9)} ${at.map(([, heap, rss]) => `${heap.toFixed(0)} (${rss.toFixed(0)})`).join('  ')}`,
      );
    }
  }
}

/** Claims are held against hours of transcripts; what an index costs a worker is seen in the memory. */
function withTranscripts(folder: string, probe: string): void {
  console.log(`${'hours'.padStart(6)} ${'threads'.padStart(7)}  files/s  RSS MB  (1,000 files)`);
  const speech = new SyntheticSpeech();
  for (const hours of HOURS) {
    const transcripts = path.join(folder, `transcripts-${hours}`);
    mkdirSync(path.join(transcripts, 'talks'), { recursive: true });
    for (let hour = 0; hour < hours; hour++) {
      const { name, text } = speech.file(hour);
      writeFileSync(path.join(transcripts, name), text);
    }
    for (const threads of ['1', '2', '4']) {
      const { seconds, resident } = check(folder, probe, 1000, ['--threads', threads, '--transcripts', transcripts]);
      console.log(
        `${String(hours).padStart(6)} ${threads.padStart(7)} ${(1000 / seconds).toFixed(0).padStart(8)} ${resident.toFixed(0).padStart(7)}`,
      );
    }
  }
}

/** Runs the command as a user would, with its report in a file; the probe writes how much memory it had at most. */
function check(folder: string, probe: string, files: number, options: readonly string[]): Taken {
  const { seconds, notes, report } = run(folder, probe, files, options);
  return { seconds, resident: Number(notes) / 1024, report };
}

function run(
  folder: string,
  probe: string,
  files: number,
  options: readonly string[],
  node: readonly string[] = [],
): { readonly seconds: number; readonly notes: string; readonly report: string } {
  const [report, notes] = [path.join(folder, 'report'), path.join(folder, 'notes')];
  const [out, beside] = [openSync(report, 'w'), openSync(notes, 'w')];
  const folders = Array.from({ length: Math.ceil(files / FILES_OF_A_FOLDER) }, (_, i) => path.join('answers', String(i)));
  const inputs = files < FILES_OF_A_FOLDER ? Array.from({ length: files }, (_, i) => path.join('answers/0', `${i}.md`)) : folders;
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [...node, '--require', probe, CLI, 'check', '--fail-on', 'never', ...options, ...inputs],
    {
      cwd: folder,
      stdio: ['ignore', out, 'pipe', beside],
      encoding: 'utf8',
    },
  );
  const seconds = (performance.now() - start) / 1000;
  closeSync(out);
  closeSync(beside);
  if (status !== 0) throw new Error(stderr);
  return { seconds, notes: readFileSync(notes, 'utf8'), report: readFileSync(report, 'utf8') };
}

/** The most memory that a process has had, in kilobytes, written where the benchmark looks for it. */
const PROBE = `if (require('node:worker_threads').isMainThread)
  process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));
`;

/** Thread, heap and resident memory in megabytes, every two seconds. */
const HEAP_PROBE = `const { threadId } = require('node:worker_threads');
setInterval(() => {
  global.gc();
  const { heapUsed, rss } = process.memoryUsage();
  require('node:fs').writeSync(3, threadId + ' ' + heapUsed / 1e6 + ' ' + rss / 1e6 + '\\n');
}, 2000).unref();
`;

/** Writes the answers files, and returns how many words one has on average. */
function writeFiles(folder: string, files: number): number {
  let words = 0;
  for (let number = 0; number < files; number++) {
    const text = Array.from({ length: ANSWERS_OF_A_FILE }, (_, i) => answer(number * ANSWERS_OF_A_FILE + i)).join('\n');
    words += text.split(/\s+/).length;
    const sub = path.join(folder, String(Math.floor(number / FILES_OF_A_FOLDER)));
    if (number % FILES_OF_A_FOLDER === 0) mkdirSync(sub, { recursive: true });
    writeFileSync(path.join(sub, `${number}.md`), text);
  }
  return Math.round(words / files);
}

/** No two answers are the same, so that none is cheaper for having been seen before. */
function answer(number: number): string {
  const sentences = Array.from(
    { length: SENTENCES_OF_AN_ANSWER },
    (_, i) => `${SENTENCES[(number + i * 4) % SENTENCES.length]!.slice(0, -1)}, in week ${number + i}.`,
  );
  return `## Tell me about a time, ${number} (1 min)\n\n${sentences.join(' ')}\n`;
}

// Last, when all of the above is there.
main();
