/** Runs the built command line as a process, without holding up the tests beside it. */

import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';

export const CLI = path.join(import.meta.dirname, '../../dist/cli.js');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `node` are options for Node itself. */
export async function runCli(
  args: readonly string[],
  { cwd, input = '', node = [] }: { readonly cwd: string; readonly input?: string; readonly node?: readonly string[] },
): Promise<Ran> {
  const child = spawn(process.execPath, [...node, CLI, ...args], { cwd, stdio: 'pipe' });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  // A program that has seen enough reads no more.
  child.stdin.on('error', () => undefined).end(input);
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}

/** As `runCli`, for tests that have nothing else to do meanwhile. */
export function runCliSync(args: readonly string[], cwd: string, input = ''): Ran {
  return spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: 'utf8', input });
}
