/** How long the extension's activation keeps VS Code's extension host busy: `E2E_ACTIVATION=1 node test/support/e2e.mjs node`. */

import Module from 'node:module';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';

const EXTENSION_ID = 'interview-answers.interview-answers';

type Load = (request: string, ...more: unknown[]) => unknown;
type Activate = (...context: unknown[]) => Promise<unknown>;

/**
 * Activates the extension, which nothing has asked for yet, and prints what it took: the two stretches in which nothing
 * else can run in the host, and how busy the host was until the server had answered. Numbers to read, no test.
 */
export async function tellActivationTime(): Promise<void> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  if (extension === undefined || extension.isActive) throw new Error('There is no extension that is yet to be activated.');
  const loader = Module as unknown as { _load: Load };
  const { _load: load } = loader;
  const took: string[] = [];
  loader._load = function (this: unknown, request, ...more) {
    if (!request.endsWith('extension.node.js')) return load.call(this, request, ...more);
    const { activate, ...rest } = timed('loading', () => load.call(this, request, ...more) as { activate: Activate });
    return { ...rest, activate: (...context: unknown[]) => timed('the call of activate', () => activate(...context)) };
  };
  const before = performance.eventLoopUtilization();
  const started = performance.now();
  await extension.activate();
  const { active } = performance.eventLoopUtilization(before);
  loader._load = load;
  console.log(`Activation blocks the extension host: ${took.join(', ')}.`);
  console.log(`The server had answered after ${ms(performance.now() - started)}, in which the host was busy for ${ms(active)}.`);

  function timed<T>(what: string, work: () => T): T {
    const cpu = process.cpuUsage();
    const start = performance.now();
    const result = work();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    took.push(`${what} ${ms(wall)} (${ms((user + system) / 1000)} of the processor)`);
    return result;
  }
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}
