/** Ctrl+C, or another's wish that the command ends: the first lets it end in order, the second ends it at once. */

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
  const interrupt = (name: 'SIGINT' | 'SIGTERM'): void => {
    exitCode = 128 + os.constants.signals[name];
    if (controller.signal.aborted) {
      dropUnfinished();
      process.exit(exitCode);
    }
    controller.abort();
  };
  const listeners = (['SIGINT', 'SIGTERM'] as const).map((name) => [name, () => interrupt(name)] as const);
  for (const [name, listener] of listeners) process.on(name, listener);
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
    end: () => {
      for (const [name, listener] of listeners) process.off(name, listener);
    },
  };
}
