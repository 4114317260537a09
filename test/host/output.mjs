/** Follows what the tests in the Node extension host print, and keeps the log that explains a run that went wrong. */

import fs from 'node:fs';

const POLL_MS = 50;
const KEPT_ENTRIES = 200;

/**
 * Prints what is appended to a file, soon after it is appended.
 * @param {string} file May not exist yet.
 * @param {(text: Buffer) => void} print
 */
export function followFile(file, print) {
  let position = 0;
  const readOn = () => {
    const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size === position) return;
    const chunk = Buffer.alloc(size - position);
    const descriptor = fs.openSync(file);
    position += fs.readSync(descriptor, chunk, 0, chunk.length, position);
    fs.closeSync(descriptor);
    print(chunk);
  };
  const timer = setInterval(readOn, POLL_MS);
  return {
    exists: () => fs.existsSync(file),
    close() {
      clearInterval(timer);
      readOn();
    },
  };
}

/**
 * Keeps the last entries of a log; with VSCODE_HOST_DEBUG, also prints each at once.
 */
export function keepLog() {
  const entries = [];
  return {
    add(text) {
      if (process.env.VSCODE_HOST_DEBUG) process.stderr.write(`+${performance.now().toFixed(0)} ms ${text}`);
      entries.push(text);
      if (entries.length > KEPT_ENTRIES) entries.shift();
    },
    /** What has not been printed yet. */
    text: () => (process.env.VSCODE_HOST_DEBUG ? '' : entries.join('')),
  };
}
