/**
 * Cleans up after a run, whatever ended it: waits for its standard input to close, then kills and removes what it was
 * told. The pipe closes even when the run is killed with SIGKILL, which no process can clean up after by itself.
 *
 * Its argument is the run's folder. Its input is one JSON line each: `{"kill": <process group>}`, `{"remove": <path>}`, and
 * `{"orderly": true}` if the run ends by itself and has ended its browser.
 */

import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const PAUSE_MS = 100;
const LONGEST_MS = 20_000;
/** How long everything has to stay gone: a browser that was killed while it started may come up all the same. */
const SETTLED_MS = 1500;

const [folder] = process.argv.slice(2);
const groups = [];
const paths = [folder];
let orderly = false;

// The guard has to outlive the run it guards, so it does not stop for what stops the run.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  if (order.kill) groups.push(order.kill);
  if (order.remove) paths.push(order.remove);
  if (order.orderly) orderly = true;
}

for (const group of groups) kill(-group);
const start = performance.now();
let quietSince = start;
do {
  if (removeAll()) quietSince = performance.now();
  if (orderly && !paths.some((path) => fs.existsSync(path))) break;
  await delay(PAUSE_MS);
} while (performance.now() - quietSince < SETTLED_MS && performance.now() - start < LONGEST_MS);

/** Kills and removes what is there, as far as that works at once, and tells whether there was anything. */
function removeAll() {
  const processes = processesIn(folder);
  for (const pid of processes) kill(pid);
  const there = paths.filter((path) => fs.existsSync(path));
  for (const path of there) {
    try {
      fs.rmSync(path, { recursive: true, force: true });
    } catch {
      // Something is still writing to it.
    }
  }
  return processes.length > 0 || there.length > 0;
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** The processes that were started with a path in the folder, such as the browser, whose group nobody tells us. */
function processesIn(place) {
  if (!fs.existsSync('/proc')) return [];
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .filter((pid) => commandLine(pid).includes(place));
}

function commandLine(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
