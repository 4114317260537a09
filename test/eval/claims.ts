/** Measures the claim rules on the gold answers, beside other checkers, and the claim score on check-worthy sentences. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scoreOf } from '../../server/src/core/claims/checkWorthiness.ts';
import { reportClaims } from '../support/goldClaims.ts';

const DEFAULT_FILE = '../shared/claims/checkworthy-dev.jsonl';

/**
 * Prints the measurement; the exit code is 0 even without data, which not everybody has. Options: `--held` takes the half of
 * the gold set that is kept out of development, `--errors` prints what is wrong, `--peers=FOLDER` says where the other
 * checkers are installed.
 */
export async function run(args: readonly string[], root: string): Promise<number> {
  await reportClaims(args, root);
  const name = args.find((arg) => !arg.startsWith('--')) ?? DEFAULT_FILE;
  const file = path.resolve(root, name);
  console.log('\nThe claim score');
  if (!existsSync(file)) {
    console.log(`Nothing to measure: ${name} is not here. Lines of {"text","label"} can be given by path.`);
    return 0;
  }
  const rows = readRows(file);
  const started = performance.now();
  const scored = rows.map((row) => ({ ...row, score: scoreOf(row.text) }));
  const micros = ((performance.now() - started) / Math.max(1, rows.length)) * 1000;
  report('all', scored);
  // The weights were set by hand while looking at the even lines only.
  report(
    'even lines',
    scored.filter((_, i) => i % 2 === 0),
  );
  report(
    'odd lines, held out',
    scored.filter((_, i) => i % 2 === 1),
  );
  report(
    'by length',
    scored.map((row) => ({ ...row, score: row.text.length })),
  );
  console.log(`\n${micros.toFixed(0)} µs a sentence`);
  return 0;
}

interface Row {
  readonly text: string;
  readonly label: number;
}

interface Scored extends Row {
  readonly score: number;
}

/** The mean of the precisions at each positive, with the highest score first. */
export function averagePrecision(scored: readonly Scored[]): number {
  let positives = 0;
  let sum = 0;
  ranked(scored).forEach(({ label }, i) => {
    if (label === 0) return;
    positives++;
    sum += positives / (i + 1);
  });
  return positives === 0 ? 0 : sum / positives;
}

function report(name: string, scored: readonly Scored[]): void {
  const all = scored.filter(({ label }) => label !== 0).length;
  let found = 0;
  const order = ranked(scored);
  const half = order.findIndex(({ label }) => label !== 0 && ++found >= all / 2);
  const base = all / Math.max(1, scored.length);
  console.log(
    `${name.padEnd(22)} ${String(scored.length).padStart(5)} sentences  average precision ${averagePrecision(scored).toFixed(3)}  ` +
      `precision at half the recall ${(found / (half + 1)).toFixed(2)}  base rate ${base.toFixed(3)}`,
  );
}

function ranked(scored: readonly Scored[]): readonly Scored[] {
  return [...scored].sort((a, b) => b.score - a.score);
}

function readRows(file: string): readonly Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}
