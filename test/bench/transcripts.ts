/** How long transcripts take to index, to start warm and to search, and what they weigh, beside minisearch and flexsearch: `npm run bench -- transcripts [--full]`. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Index as FlexIndex } from 'flexsearch';
import MiniSearch from 'minisearch';
import { decodeIndex, encodeIndex } from '../../server/src/core/links/cacheFormat.ts';
import { findTerm } from '../../server/src/core/links/find.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';
import { isStopWord } from '../../server/src/core/links/words.ts';
import { rankPassages } from '../../server/src/core/links/passages.ts';
import { finish } from '../../server/src/core/text/steps.ts';
import { contentHash } from '../../server/src/core/text/hash.ts';
import { percentile } from '../support/percentile.ts';
import { randomFrom } from '../support/random.ts';
import { madeUpName, SyntheticSpeech } from '../support/syntheticSpeech.ts';

/** An engine under test. */
interface Engine {
  /** Seconds of CPU. */
  addHour(hour: number, speech: SyntheticSpeech): number;
  /** What it does once all is there; seconds of CPU. */
  settle?(): number;
  /** How many passages it finds. */
  search(term: string): number;
  save(file: string): Promise<void>;
  load(file: string): Promise<void>;
}

interface Built {
  readonly seconds: number;
  readonly heap: number;
  readonly resident: number;
  readonly saved: number;
  readonly kinds: readonly { readonly kind: string; readonly times: readonly number[]; readonly found: number }[];
}

interface Warm {
  readonly seconds: number;
  readonly heap: number;
}

const KINDS = ['frequent word', 'rare word', 'two words', 'three words', 'absent name', 'garbled name'] as const;
const TERMS_OF_EACH_KIND = 25;
/** Words of a passage as the other engines get them: fewer documents than cues, which is to their advantage. */
const CUES_OF_PASSAGE = 4;

const ENGINES: Readonly<Record<string, () => Engine>> = { ours, minisearch, flexsearch };

void main();

async function main(): Promise<void> {
  const [role, name = '', hours = '', file = ''] = process.argv.slice(2);
  if (role === 'build') console.log(JSON.stringify(await build(ENGINES[name]!(), Number(hours), file)));
  else if (role === 'warm') console.log(JSON.stringify(await warm(ENGINES[name]!(), file)));
  else
    compare(
      process.argv.includes('--full') ? [1, 10, 100, 1_000] : [1, 10, 100],
      process.argv.includes('--ours') ? ['ours'] : Object.keys(ENGINES),
    );
}

/** Each engine builds and starts in processes of its own, so that its memory is its own. */
function compare(sizes: readonly number[], names: readonly string[]): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-transcripts-'));
  try {
    for (const hours of sizes) {
      console.log(
        `\n${hours.toLocaleString('en')} hours, ${(hours * 9_000).toLocaleString('en')} words; build in seconds of CPU; a search in ms of CPU, p50 and p95 of all terms and p95 by kind (passages found on average)`,
      );
      console.log(
        `${''.padEnd(11)} build s  heap MB  RSS MB  saved MB  warm s  warm MB     p50     p95 | ${KINDS.map((kind) => kind.padStart(16)).join('')}`,
      );
      for (const name of names) {
        const file = path.join(folder, `${name}-${hours}`);
        const built = child('build', name, String(hours), file) as Built | undefined;
        const started = child('warm', name, String(hours), file) as Warm | undefined;
        console.log(row(name, built, started));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function row(name: string, built: Built | undefined, started: Warm | undefined): string {
  if (built === undefined) return `${name.padEnd(11)} did not finish`;
  const times = built.kinds.flatMap((kind) => kind.times);
  const figures = [
    built.seconds.toFixed(2).padStart(8),
    built.heap.toFixed(0).padStart(9),
    built.resident.toFixed(0).padStart(8),
    built.saved.toFixed(1).padStart(10),
    (started?.seconds.toFixed(2) ?? '–').padStart(8),
    (started?.heap.toFixed(0) ?? '–').padStart(9),
    percentile(times, 50).toFixed(2).padStart(8),
    percentile(times, 95).toFixed(2).padStart(8),
  ];
  const kinds = built.kinds.map((kind) =>
    `${percentile(kind.times, 95).toFixed(2)} (${kind.found.toFixed(kind.found < 10 ? 1 : 0)})`.padStart(16),
  );
  return `${name.padEnd(11)}${figures.join('')} | ${kinds.join('')}`;
}

function child(...args: string[]): unknown {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', process.argv[1]!, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  return status === 0 ? (JSON.parse(stdout) as unknown) : undefined;
}

async function build(engine: Engine, hours: number, file: string): Promise<Built> {
  const speech = new SyntheticSpeech();
  const terms = termsFor(speech, hours);
  // The words of the speech stay alive throughout, so that they count on neither side.
  const before = heap();
  let seconds = 0;
  for (let hour = 0; hour < hours; hour++) seconds += engine.addHour(hour, speech);
  seconds += engine.settle?.() ?? 0;
  const after = heap();
  const resident = process.memoryUsage().rss / 1e6;
  for (const { warmUp } of terms) for (const term of warmUp) engine.search(term);
  const kinds = terms.map(({ kind, measured }) => {
    let found = 0;
    const times = measured.map((term) => {
      found += engine.search(term);
      return middle(() => void engine.search(term));
    });
    return { kind, times, found: found / measured.length };
  });
  await engine.save(file);
  return { seconds, heap: after - before, resident, saved: readFileSync(file).length / 1e6, kinds };
}

async function warm(engine: Engine, file: string): Promise<Warm> {
  const before = heap();
  const start = performance.now();
  await engine.load(file);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, heap: heap() - before };
}

/** The same terms for every engine. */
function termsFor(
  speech: SyntheticSpeech,
  hours: number,
): readonly { kind: string; warmUp: readonly string[]; measured: readonly string[] }[] {
  const next = randomFrom(99);
  const between = (from: number, to: number): number => Math.floor(from + next() * (to - from));
  // As hovers ask: a term neither begins nor ends with a word of grammar.
  const phrase = (length: number): string => {
    const words = speech.cues(between(0, hours))[between(0, 800)]!.replace(/[.,]/g, '').split(' ');
    const at = between(0, words.length - length);
    const drawn = words.slice(at, at + length);
    return [drawn[0]!, drawn.at(-1)!].some((word) => isStopWord(word.toLowerCase())) ? phrase(length) : drawn.join(' ');
  };
  const said = (): string => speech.words[between(40_000, 60_000)]!;
  const make: Readonly<Record<(typeof KINDS)[number], () => string>> = {
    'frequent word': () => speech.words[between(100, 2_000)]!,
    'rare word': () => speech.words[between(5_000, 60_000)]!,
    'two words': () => phrase(2),
    'three words': () => phrase(3),
    'absent name': () => `${madeUpName(next)}${madeUpName(next).toLowerCase()}`,
    // As somebody would write a name whose captions have it wrong.
    'garbled name': () => {
      const name = said();
      const written = name[0]!.toUpperCase() + name.slice(1);
      return written
        .replace(/(?<=.)c/, 'k')
        .replace(/(?<=..)[aeiou](?=.*$)/, (vowel) => ({ a: 'e', e: 'i', i: 'e', o: 'u', u: 'o' })[vowel] ?? vowel);
    },
  };
  return KINDS.map((kind) => ({
    kind,
    warmUp: Array.from({ length: 10 }, make[kind]),
    measured: Array.from({ length: TERMS_OF_EACH_KIND }, make[kind]),
  }));
}

/** Reads the files, too; keeps the text, and finds phrases, forms, garbles and columns. */
function ours(): Engine {
  let index = new TranscriptIndex();
  const keys = new Map<string, string>();
  return {
    addHour(hour, speech) {
      const { name, text } = speech.file(hour);
      return cpuSeconds(() => {
        keys.set(name, contentHash(text));
        index.addText(name, text);
      });
    },
    settle: () => cpuSeconds(() => finish(index.settleInSteps())),
    search: (term) => rankPassages(findTerm(term, index)).length,
    save(file) {
      writeFileSync(file, encodeIndex(index, keys));
      return Promise.resolve();
    },
    load(file) {
      const decoded = decodeIndex(readFileSync(file));
      if (decoded === undefined) throw new Error('The cache is not readable.');
      index = decoded.index;
      return Promise.resolve();
    },
  };
}

/** Gets passages that are cut already, and doesn't keep their text. */
function minisearch(): Engine {
  const options = { fields: ['text'], storeFields: [] };
  let index = new MiniSearch<{ id: number; text: string }>(options);
  let id = 0;
  return {
    addHour(hour, speech) {
      const passages = passagesOf(hour, speech);
      return cpuSeconds(() => {
        for (const text of passages) index.add({ id: id++, text });
      });
    },
    search: (term) => index.search(term, { combineWith: 'AND' }).length,
    save(file) {
      writeFileSync(file, JSON.stringify(index));
      return Promise.resolve();
    },
    load(file) {
      index = MiniSearch.loadJSON(readFileSync(file, 'utf8'), options);
      return Promise.resolve();
    },
  };
}

/** As minisearch, and gives a thousand results at most. */
function flexsearch(): Engine {
  const index = new FlexIndex({ tokenize: 'strict' });
  let id = 0;
  return {
    addHour(hour, speech) {
      const passages = passagesOf(hour, speech);
      return cpuSeconds(() => {
        for (const text of passages) index.add(id++, text);
      });
    },
    search: (term) => (index.search(term, { limit: 1_000 }) as unknown[]).length,
    save(file) {
      const parts: [string, string][] = [];
      index.export((key: string, data: string) => {
        parts.push([key, data]);
      });
      writeFileSync(file, JSON.stringify(parts));
      return Promise.resolve();
    },
    load(file) {
      for (const [key, data] of JSON.parse(readFileSync(file, 'utf8')) as [string, string][]) index.import(key, data);
      return Promise.resolve();
    },
  };
}

function passagesOf(hour: number, speech: SyntheticSpeech): readonly string[] {
  const cues = speech.cues(hour);
  return Array.from({ length: Math.ceil(cues.length / CUES_OF_PASSAGE) }, (_, i) =>
    cues.slice(i * CUES_OF_PASSAGE, (i + 1) * CUES_OF_PASSAGE).join(' '),
  );
}

/** MB of what is alive, on the heap and in buffers. */
function heap(): number {
  globalThis.gc!();
  globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** Milliseconds of CPU of three runs' middle one: other processes, and collecting garbage, disturb now and then. */
function middle(run: () => void): number {
  return percentile(
    [1, 2, 3].map(() => 1000 * cpuSeconds(run)),
    50,
  );
}

/** Seconds of CPU that a step takes, with collecting its garbage and compiling it. */
function cpuSeconds(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
