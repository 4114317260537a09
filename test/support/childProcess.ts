/** Runs a module of ours in processes of its own, which can be limited and killed. */

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = path.join(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** Builds a module for processes of its own, into a folder; returns the file. */
export function built(module: string, folder: string): string {
  const outfile = path.join(folder, `${path.basename(module, '.ts')}.mjs`);
  buildSync({ entryPoints: [path.join(ROOT, module)], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  return outfile;
}

/** Starts a script that has the exports of a built module as `m`; `wrap` makes of Node's command line another one around it. */
export function startScript(
  module: string,
  script: string,
  wrap: (command: readonly string[]) => readonly string[] = (same) => same,
): ChildProcess {
  const source = `const m = await import(${JSON.stringify(pathToFileURL(module).href)});\n${script}`;
  const [command, ...args] = wrap([process.execPath, '--input-type=module', '-e', source]) as [string, ...string[]];
  return spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** What a process has printed when it ends, on both of its outputs. */
export function ended(child: ChildProcess): Promise<Ended> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, output }));
  });
}

/** Whether a process can be forbidden something here: nothing is to root, who can be somebody else where a program lets them. */
export const CAN_FORBID =
  process.platform !== 'win32' && (process.getuid!() !== 0 || spawnSync('setpriv', ['--version'], { stdio: 'ignore' }).status === 0);

/** A command line of somebody to whom files can be forbidden. */
export function asNobody(command: readonly string[]): readonly string[] {
  return process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...command] : command;
}

/** A command line that can write no file beyond some kilobytes. */
export function withSmallFiles(command: readonly string[]): readonly string[] {
  // In blocks of 512 or of 1024 bytes, by the shell.
  return ['sh', '-c', 'ulimit -f 8 && exec "$@"', 'sh', ...command];
}
