/** Ctrl+C, or another's wish that the command ends: the first lets it end in order, but not for ever; the second ends it at once. */

import os from 'node:os';
import { dropUnfinished } from './wholeFile.ts';

export interface Interruption {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** What a shell expects of a command that a signal has ended: 130 for Ctrl+C. */
  readonly exitCode: number;
  /** From now on signals do what they do by themselves. */
  readonly end: () => void;
}

export function interruption(): Interruption {
  const controller = new AbortController();
  let exitCode = 0;
  const interrupt = (name: Signal): void => {
    exitCode = 128 + os.constants.signals[name];
    if (controller.signal.aborted) {
      endBy(name);
      return;
    }
    // Does not keep a process that has nothing more to do.
    setTimeout(() => endBy(name), PATIENCE_MILLISECONDS).unref();
    controller.abort();
  };
  /** By the signal itself: `process.exit` waits for a pipe that is being opened, until somebody opens its other end. */
  const endBy = (name: Signal): void => {
    dropUnfinished();
    end();
    process.kill(process.pid, name);
  };
  const end = (): void => {
    for (const [name, listener] of listeners) process.off(name, listener);
  };
  const listeners = (['SIGINT', 'SIGTERM'] as const satisfies readonly Signal[]).map((name) => [name, () => interrupt(name)] as const);
  for (const [name, listener] of listeners) process.on(name, listener);
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
    end,
  };
}

type Signal = 'SIGINT' | 'SIGTERM';

/** How long to wait for what may never come: the other end of a pipe, a disk behind a network. A file's time is less. */
const PATIENCE_MILLISECONDS = 5_000;
