/** How long the extension's activation keeps VS Code's extension host busy: `E2E_ACTIVATION=1 node test/support/e2e.mjs node`. */

import Module from 'node:module';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';

const EXTENSION_ID = 'interview-answers.interview-answers';

type Load = (request: string, ...more: unknown[]) => unknown;
type Start = (...context: unknown[]) => Promise<unknown>;

/**
 * Activates the extension, which nothing has asked for yet, and prints what it took: each stretch in which nothing else can run
 * in the host, and how busy the host was until the server had answered. Numbers to read, no test.
 */
export async function tellActivationTime(): Promise<void> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  if (extension === undefined || extension.isActive) throw new Error('There is no extension that is yet to be activated.');
  const loader = Module as unknown as { _load: Load };
  const { _load: load } = loader;
  const took: { readonly what: string; readonly wall: number; readonly cpu: number }[] = [];
  loader._load = function (this: unknown, request, ...more) {
    const piece = /\bextension\.(\w+)\.js$/.exec(request)?.[1];
    if (piece === undefined || took.some(({ what }) => what === piece)) return load.call(this, request, ...more);
    const loaded = timed(piece, () => load.call(this, request, ...more));
    if (piece !== 'start') return loaded;
    const { start } = loaded as { start: Start };
    return { start: (...context: unknown[]) => timed('the call that starts it', () => start(...context)) };
  };
  const before = performance.eventLoopUtilization();
  const started = performance.now();
  await extension.activate();
  const { active } = performance.eventLoopUtilization(before);
  loader._load = load;
  const [all, longest] = [took.reduce((sum, { wall }) => sum + wall, 0), Math.max(...took.map(({ wall }) => wall))];
  const stretches = took.map(({ what, wall, cpu }) => `${what} ${ms(wall)} (${ms(cpu)} of the processor)`);
  console.log(`Activation blocks the extension host for ${ms(all)} in all, at most ${ms(longest)} at a time: ${stretches.join(', ')}.`);
  console.log(`The server had answered after ${ms(performance.now() - started)}, in which the host was busy for ${ms(active)}.`);

  function timed<T>(what: string, work: () => T): T {
    const used = process.cpuUsage();
    const start = performance.now();
    const result = work();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    took.push({ what, wall, cpu: (user + system) / 1000 });
    return result;
  }
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}
