/**
 * Cleans up after a run, whatever ended it: waits for its standard input to close, then kills and removes what it was
 * told. The pipe closes even when the run is killed with SIGKILL, which no process can clean up after by itself.
 *
 * Input: one JSON line each, `{"kill": <process group>}` or `{"remove": <path>}`.
 */

import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const ATTEMPTS = 200;
const PAUSE_MS = 100;

const groups = [];
const paths = [];

// The guard has to outlive the run it guards, so it does not stop for what stops the run.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const { kill, remove } = JSON.parse(line);
  if (kill) groups.push(kill);
  if (remove) paths.push(remove);
}

for (const group of groups) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
for (const path of paths) await remove(path);

/** A browser that is just ending still writes, so removing is repeated until nothing comes back. */
async function remove(path) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      fs.rmSync(path, { recursive: true, force: true });
      return;
    } catch {
      await delay(PAUSE_MS);
    }
  }
}
