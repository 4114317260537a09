/** Shows an address in the user's own browser, if somebody is there to see it. */

import { spawn } from 'node:child_process';
import { hasDisplay } from './choice.mjs';
import { findOnPath } from './processes.mjs';

/**
 * Opens the address, unless this runs in CI, without a terminal or without a display.
 * @param {string} address
 */
export function openInBrowser(address) {
  if (process.env.CI || !process.stdout.isTTY || !hasDisplay(process.env)) return;
  const opener = findOnPath('xdg-open');
  if (!opener) return;
  const child = spawn(opener, [address], { detached: true, stdio: 'ignore' });
  // The address is printed anyway.
  child.once('error', () => {});
  child.unref();
}
