/** Runs the suite in the web extension host; bundled first. */

import * as vscode from 'vscode';
import { runMocha } from '../../mochaInWorker.mjs';
import { defineWorkbenchSuite } from './workbenchSuite.mjs';

/** Set when it is bundled, as the web host has no environment. */
/* global SELFTEST_FAIL */

export function run() {
  const define = () => defineWorkbenchSuite({ vscode, host: 'web worker', shot: 'selftest-web.png', fail: SELFTEST_FAIL });
  return runMocha(define, { timeout: 20_000 });
}
