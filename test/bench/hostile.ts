/**
 * Measures every hard text of test/fuzz at a megabyte: the whole analysis, its longest step, the readers of other files, and every request.
 *
 * `--size=N` UTF-16 units, `--only=NAME` texts whose name has it, `--part=analysis|readers|requests`, `--over=N` milliseconds that are listed.
 */

import { analyseInSteps, AnalysisCache } from '../../server/src/core/analysis.ts';
import { readEvidence } from '../../server/src/core/claims/evidenceFile.ts';
import { readGlossary } from '../../server/src/core/glossary/readGlossary.ts';
import { parseHistory } from '../../server/src/core/rehearsal/history.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { readTranscript } from '../../server/src/core/transcripts/readTranscript.ts';
import { NASTY_MARKDOWN, type Nasty } from '../fuzz/nastyMarkdown.ts';
import { NASTY_TRANSCRIPTS } from '../fuzz/nastyTranscripts.ts';
import { openLong, REQUESTS, wellFormed } from '../fuzz/requests.ts';

const SIZE = Number(option('size') ?? 1_000_000);
const ONLY = option('only')?.toLowerCase() ?? '';
const PART = option('part');
const OVER = Number(option('over') ?? 1_000);
/** Milliseconds of a step that is listed: what a keystroke may wait for without anybody's noticing. */
const LONG_STEP = 50;
/** Milliseconds of short steps that are measured together. */
const SHORT = 10;

const { settings } = readSettings({ rules: Object.fromEntries(RULES.map(({ id }) => [id, 'warning'])) });

interface Row {
  readonly text: string;
  readonly what: string;
  /** Milliseconds of the processor. */
  readonly all: number;
  readonly step: number;
}

const rows: Row[] = [];

void main();

async function main(): Promise<void> {
  // What is slow only before it is compiled, or before a list is unpacked, is no text's doing.
  for (const { make } of ONLY === '' ? NASTY_MARKDOWN : chosen(NASTY_MARKDOWN)) analyseAll(make(2_000));
  if (PART === undefined || PART === 'analysis') for (const nasty of chosen(NASTY_MARKDOWN)) measure(nasty, 'analysis', analyseAll);
  if (PART === undefined || PART === 'readers') {
    for (const nasty of chosen([...NASTY_TRANSCRIPTS, ...NASTY_MARKDOWN])) measure(nasty, 'transcript', whole(readTranscript));
    for (const nasty of chosen(NASTY_MARKDOWN)) measure(nasty, 'glossary', whole(readGlossary));
    for (const nasty of chosen(NASTY_MARKDOWN)) measure(nasty, 'evidence', whole(readEvidence));
    for (const nasty of chosen(NASTY_TRANSCRIPTS)) measure(nasty, 'history', whole(parseHistory));
  }
  if (PART === undefined || PART === 'requests') for (const nasty of chosen(NASTY_MARKDOWN)) await measureRequests(nasty);
  rows.sort((a, b) => b.all - a.all);
  console.log(`\nAt ${SIZE.toLocaleString('en')} characters; ms of the processor above ${OVER}, or with a step above ${LONG_STEP} ms:\n`);
  console.log('| text | what | all | longest step |\n| --- | --- | --- | --- |');
  for (const { text, what, all, step } of rows) {
    if (all > OVER || (what === 'analysis' && step > LONG_STEP))
      console.log(`| ${text} | ${what} | ${all.toFixed(0)} | ${step.toFixed(0)} |`);
  }
}

function chosen(corpus: readonly Nasty[]): readonly Nasty[] {
  return corpus.filter(({ name }) => name.toLowerCase().includes(ONLY));
}

function measure({ name, make }: Nasty, what: string, work: (text: string) => number): void {
  const text = make(SIZE);
  globalThis.gc?.();
  const start = process.cpuUsage();
  const step = work(text);
  rows.push({ text: name, what, all: since(start), step });
  process.stderr.write(`${name}: ${what} ${rows.at(-1)!.all.toFixed(0)} ms, step ${step.toFixed(0)} ms\n`);
}

/** Analyses a file, and returns the milliseconds of the longest step. */
function analyseAll(text: string): number {
  const steps = analyseInSteps(text, { settings, isListed: true }, new AnalysisCache());
  let longest = 0;
  for (let isDone = false; !isDone;) {
    const start = process.cpuUsage();
    // To ask for the processor's time takes as long as a short step: those that follow each other count as one.
    const until = performance.now() + SHORT;
    while (!isDone && performance.now() < until) isDone = steps.next().done === true;
    longest = Math.max(longest, since(start));
  }
  return longest;
}

function whole(read: (text: string) => unknown): (text: string) => number {
  return (text) => {
    const start = process.cpuUsage();
    read(text);
    return since(start);
  };
}

async function measureRequests({ name, make }: Nasty): Promise<void> {
  const text = wellFormed(make(SIZE));
  const { client, params } = await openLong(text);
  for (const method of REQUESTS) {
    const start = process.cpuUsage();
    // What can't be renamed is refused.
    await client.connection.sendRequest<unknown>(method, params).catch(() => undefined);
    const all = since(start);
    rows.push({ text: name, what: method, all, step: 0 });
    if (all > OVER) process.stderr.write(`${name}: ${method} ${all.toFixed(0)} ms\n`);
  }
  await client.shutdown();
}

function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function option(name: string): string | undefined {
  return process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}
