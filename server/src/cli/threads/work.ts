/** What a worker thread is given, and how it checks files with that. */

import { parentPort, workerData } from 'node:worker_threads';
import { LearnedPaces } from '../../core/rehearsal/calibration.ts';
import type { History } from '../../core/rehearsal/history.ts';
import { Checker, type Wanted } from '../checker.ts';
import { Sources, type SharedSources } from '../sources.ts';
import { takeTerminalLocale } from '../locale.ts';

/** All that the outcome of a file depends on, besides the files themselves. */
export interface Work {
  readonly wanted: Wanted;
  readonly history: History;
  /** Milliseconds since 1970, for all threads. */
  readonly now: number;
  readonly sources: SharedSources | undefined;
}

/** The life of a worker thread: it checks one file after the other as long as it is told to. */
export function work(): void {
  const { wanted, history, now, sources } = workerData as Work;
  takeTerminalLocale(wanted.locale, process.env);
  const checker = new Checker(wanted, 'forgets');
  checker.learned = new LearnedPaces(history, now);
  if (sources !== undefined) checker.sources = Sources.over(sources);
  let last = Promise.resolve();
  parentPort!.on('message', (name: string) => {
    // One at a time, in order: so the pool knows which file a crash belongs to.
    last = last.then(async () => parentPort!.postMessage(await checker.check(name)));
  });
  parentPort!.postMessage('ready');
}
