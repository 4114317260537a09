/** Index of the end-to-end suites in VS Code's web extension host, a worker. */

import { runMocha } from '../host/mochaInWorker.mjs';
import { defineSuites } from './suites.ts';

/** Set when the suites are bundled: the extension host has an environment of its own. */
declare const E2E_GREP: string;
declare const E2E_RETRIES: number;

/** Runs all suites; rejects when a test fails. */
export function run(): Promise<void> {
  return runMocha(
    () => {
      defineSuites('web');
      return Promise.resolve();
    },
    { timeout: 30_000, retries: E2E_RETRIES, ...(E2E_GREP !== '' && { grep: E2E_GREP }) },
  );
}
