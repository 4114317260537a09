/** Gives a run a temporary folder of its own, and makes sure that neither files nor processes of it stay behind. */

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HERE } from './layout.mjs';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
const PARENT_CHECK_MS = 500;

/**
 * @typedef {object} Run
 * @property {string} folder The temporary folder; short, as Unix sockets in it have paths of at most 107 bytes.
 * @property {(group: number) => void} killAtEnd Names a process group that must not outlive the run.
 * @property {(path: string) => void} removeAtEnd Names a file or folder that must not outlive the run.
 * @property {() => Promise<void>} close Kills and removes all that was named, and the temporary folder.
 */

/**
 * Opens a run. Its leftovers are removed by `close()`, or by a guard process if this process ends in any other way.
 * @returns {Run}
 */
export function openRun() {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'vscode-host-'));
  // Detached, so that Ctrl+C in the terminal does not reach it.
  const guard = spawn(process.execPath, [path.join(HERE, 'guard.mjs'), folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise((resolve) => guard.once('exit', resolve));
  const tell = (order) => guard.stdin.write(`${JSON.stringify(order)}\n`);
  return {
    folder,
    killAtEnd: (group) => tell({ kill: group }),
    removeAtEnd: (file) => tell({ remove: file }),
    async close() {
      tell({ orderly: true });
      guard.stdin.end();
      await ended;
    },
  };
}

/**
 * Calls back when the run is to stop: on a signal, or, where a parent started it for its own purpose, when that is gone.
 * A second signal ends the process at once.
 * @param {(why: string) => void} stop
 */
export function onStop(stop) {
  let asked = false;
  const ask = (why) => {
    if (asked) process.exit(130);
    asked = true;
    stop(why);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, () => ask(`stopped by ${signal}`));

  // npm starts scripts through a shell, which does not pass signals on: then the parent's end is all there is to see.
  if (!process.env.npm_lifecycle_event && !process.env.VSCODE_HOST_PROFILE) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    ask('the process that started it has ended');
  }, PARENT_CHECK_MS);
  timer.unref();
}
