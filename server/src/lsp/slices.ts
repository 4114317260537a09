/** Runs work in slices of a few milliseconds, so that newer messages are read in between. */

import type { Runtime } from './runtime.ts';

/** The result of the steps; undefined when `isSuperseded` said so in a rest between two slices. */
export async function inSlices<T>(runtime: Runtime, steps: Generator<unknown, T>, isSuperseded: () => boolean): Promise<T | undefined> {
  let sliceEnd = runtime.now() + SLICE_MILLISECONDS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (runtime.now() < sliceEnd) continue;
    await runtime.yield();
    if (isSuperseded()) return undefined;
    sliceEnd = runtime.now() + SLICE_MILLISECONDS;
  }
}

/** Short enough that a keystroke which arrives meanwhile is not felt to wait (half a frame at 60 Hz). */
const SLICE_MILLISECONDS = 8;
