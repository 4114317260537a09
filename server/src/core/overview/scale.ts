/** A scale of seconds with round marks, for drawing times against targets. */

import type { OutlineRow } from './outline.ts';

export interface Axis {
  /** Seconds at the right end; a multiple of the marks' distance. */
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Distances of marks that people read without counting: parts and multiples of a minute. */
const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400];
const MOST_TICKS = 8;

/** The smallest round scale that holds all times of the rows, and `more` (seconds). */
export function axisOf(rows: readonly OutlineRow[], more: readonly number[] = []): Axis {
  const highest = rows.reduce(
    (max, { estimate, target }) => Math.max(max, estimate.high, target === undefined ? 0 : farEnd(target.minSeconds, target.maxSeconds)),
    Math.max(STEPS[0]!, ...more),
  );
  const step = STEPS.find((candidate) => highest / candidate <= MOST_TICKS) ?? Math.ceil(highest / MOST_TICKS / 3600) * 3600;
  const count = Math.ceil(highest / step);
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** A target without an upper end shows a little of what is behind its lower one. */
function farEnd(min: number, max: number): number {
  return max === Infinity ? min * 1.2 : max;
}
