/** How many threads are worth their start. */

import os from 'node:os';

/** Threads for so many files: as many as there are processors, but none of them for less than it costs to start. */
export function threadsFor(files: number, processors = os.availableParallelism()): number {
  return Math.max(1, Math.min(processors, MOST_THREADS, Math.floor(files / FILES_WORTH_A_THREAD)));
}

/**
 * A thread loads the product anew and warms up by itself, for as long as dozens of files of 500 words take. Measured with
 * `npm run bench -- cli`: from twice as many files on, two threads are quicker than one.
 */
const FILES_WORTH_A_THREAD = 50;

/** Beyond these, more memory than time is gained. */
const MOST_THREADS = 8;
