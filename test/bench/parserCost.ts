/**
 * Holds the estimate of `markdownCost.ts` against what the parser takes, for every hard text and for ordinary ones, at several sizes.
 * A ratio above 1 is a text that takes longer than its estimate. `--only=NAME` texts whose name has it.
 */

import { parseMarkdown } from '../../server/src/core/answers/markdown.ts';
import { estimateNanoseconds } from '../../server/src/core/answers/markdownCost.ts';
import { NASTY_MARKDOWN } from '../fuzz/nastyMarkdown.ts';
import { interviewFile } from '../support/interviewText.ts';

const SIZES = [2_000, 8_000, 32_000];
/** Nanoseconds of an estimate that is not tried: nobody waits for it, in the server as little as here. */
const NOT_TRIED = 1.5e9;
const ONLY = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '';

const ordinary = interviewFile(10_000);
const corpus = [
  { name: 'ordinary prose', make: (size: number) => ordinary.slice(0, size) },
  { name: 'ordinary marks', make: (size: number) => ordinary.replaceAll(' the ', ' *the* ').replaceAll('. ', '.\n\n- ').slice(0, size) },
  { name: 'ordinary links', make: (size: number) => ordinary.replaceAll(' a ', ' [a](http://example.org) ').slice(0, size) },
  ...NASTY_MARKDOWN,
].filter(({ name }) => name.includes(ONLY));

for (let i = 0; i < 20; i++) for (const { make } of corpus) parseMarkdown(make(300));

const rows = corpus.map(({ name, make }) => ({ name, cells: SIZES.map((size) => measure(make(size))) }));
rows.sort((a, b) => worst(b.cells) - worst(a.cells));
console.log(`| text | ${SIZES.map((size) => `${size}: ms, estimate, ratio`).join(' | ')} |\n|${' --- |'.repeat(SIZES.length + 1)}`);
for (const { name, cells } of rows) {
  const written = cells.map(({ taken, estimate, ratio }) =>
    Number.isNaN(taken) ? `–, ${(estimate / 1e6).toFixed(0)}` : `${taken.toFixed(1)}, ${(estimate / 1e6).toFixed(1)}, ${ratio.toFixed(1)}`,
  );
  console.log(`| ${name} | ${written.join(' | ')} |`);
}

interface Cell {
  /** Milliseconds of the processor, of three runs the least; no number where it wasn't tried. */
  readonly taken: number;
  /** Nanoseconds. */
  readonly estimate: number;
  readonly ratio: number;
}

function measure(text: string): Cell {
  const estimate = estimateNanoseconds(text);
  if (estimate > NOT_TRIED) return { taken: NaN, estimate, ratio: 0 };
  let taken = Infinity;
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    const start = process.cpuUsage();
    parseMarkdown(text);
    const { user, system } = process.cpuUsage(start);
    taken = Math.min(taken, (user + system) / 1000);
    if (taken > 100) break;
  }
  return { taken, estimate, ratio: (taken * 1e6) / estimate };
}

function worst(cells: readonly Cell[]): number {
  return Math.max(...cells.map(({ ratio }) => ratio));
}
