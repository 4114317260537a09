/** How long to fuzz: a minute as a part of the tests, as long as you like with `FUZZ_RUNS=50 npm run fuzz`. */

import fc from 'fast-check';

const TIMES = Number(process.env['FUZZ_RUNS'] ?? 1);

/** Options of a property that runs `count` times, or a multiple of it. */
export function runs(count: number): fc.Parameters<unknown> {
  return { numRuns: Math.max(1, Math.round(count * TIMES)), plugins: [fc.interruptAfterTimeLimit(20_000 * TIMES)] };
}

/** Milliseconds that a test may take. */
export const PATIENCE = 120_000 * Math.max(1, TIMES);
