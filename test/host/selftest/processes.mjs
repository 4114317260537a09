/** Starts programs of the host in a temporary folder of their own, and tells what they leave behind. */

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const HOST = fileURLToPath(new URL('..', import.meta.url));
const SETTLE_MS = 8000;

/**
 * Starts a program, without input.
 * @param {string} script Relative to test/host.
 * @param {string[]} args
 */
export function start(script, args) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'st-'));
  const child = spawn(process.execPath, [path.join(HOST, script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: folder, VSCODE_HOST: 'server' },
  });
  let output = '';
  /** How long the output was at which time. @type {{ length: number, at: number }[]} */
  const growth = [];
  const readers = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      growth.push({ length: output.length, at: performance.now() });
      for (const reader of readers) reader();
    });
  }
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  return {
    child,
    folder,
    output: () => output,
    ended,
    /** When a text was printed, in milliseconds. */
    timeOf(text) {
      const end = output.indexOf(text) + text.length;
      return growth.find(({ length }) => length >= end).at;
    },
    /** Waits until the output matches. */
    async waitFor(pattern) {
      let reader;
      const found = new Promise((resolve) => {
        reader = () => pattern.test(output) && resolve(pattern.exec(output));
        readers.add(reader);
        reader();
      });
      const early = ended.then((code) => {
        throw new Error(`It ended (${code}) before it printed ${pattern}:\n${output}`);
      });
      early.catch(() => {});
      return Promise.race([found, early]).finally(() => readers.delete(reader));
    },
    /** Rejects if files or processes are still there some time after the end. */
    async assertNothingLeft() {
      const deadline = performance.now() + SETTLE_MS;
      let left;
      do {
        left = [...fs.readdirSync(folder), ...processesNaming(folder)];
        if (left.length === 0) return fs.rmdirSync(folder);
        await delay(100);
      } while (performance.now() < deadline);
      throw new Error(`Left behind: ${left.join(', ')}`);
    },
  };
}

/** The command lines of all processes in which a text occurs; a process that has ended has none. */
function processesNaming(text) {
  const found = [];
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const line = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      if (line.includes(text)) found.push(`${pid}: ${line}`);
    } catch {
      // It has ended in the meantime.
    }
  }
  return found;
}
