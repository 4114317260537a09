/** Runs an extension's web tests in an old VS Code for the web: one without a server, on a folder that an extension provides. */

import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureChromium } from './chromium.mjs';
import { openRun } from './cleanup.mjs';
import { startControl } from './control.mjs';
import { EXIT } from './exitCodes.mjs';
import { ensureHost } from './install.mjs';
import { SHOTS } from './layout.mjs';
import { keepLog } from './output.mjs';
import { serveWeb } from './webServer.mjs';
import { ensureWebVersion } from './webVersions.mjs';
import { closeBrowser, prepareWorkbench, startBrowser } from './workbench.mjs';

const START_MS = Number(process.env.VSCODE_HOST_START_MS) || 90_000;
const RUN_MS = Number(process.env.VSCODE_HOST_RUN_MS) || 600_000;
const LAST_LINES_MS = 2000;

/**
 * @param {object} options
 * @param {string} options.version Such as `1.91`.
 * @param {string[]} options.extensions Folders of extensions, of which one provides the folder.
 * @param {string} options.tests A bundle that `bundleWebTests()` has made.
 * @param {string} options.folder The URI of the folder to open.
 * @param {boolean} [options.isTrusted] Whether the user trusts that folder.
 * @param {Record<string, unknown>} [options.defaults] Default values of settings.
 * @returns {Promise<number>} The tests' exit code, or one of exitCodes.mjs after saying why.
 */
export async function runInWebVersion({ version: minor, extensions, tests, folder, isTrusted = true, defaults = {} }) {
  const { folder: code, version } = await ensureWebVersion(minor, { log: console.log });
  console.log(`VS Code: ${version} for the web`);
  // The browser's driver comes with it.
  const host = await ensureHost({ log: console.log });
  const chromium = await ensureChromium({ log: console.log });
  const run = openRun();
  const log = keepLog();
  let workbench, browser, server, control;
  try {
    control = await startControl(() => workbench?.page);
    server = await serveWeb({ code, extensions, tests, folder, isTrusted, defaults, controlUrl: control.url });
    browser = await startBrowser(host, chromium, run.folder);
    workbench = await prepareWorkbench({
      browser,
      server: { ...server, access: {} },
      defaults: {},
      onLine: (line) => console.log(line),
      onLog: log.add,
    });
    await workbench.open(new URLSearchParams());
    const exitCode = await Promise.race([
      workbench.exited.then((code) => finished(workbench, code)),
      workbench.crashed.then(() => fail(EXIT.pageCrashed, 'The page crashed.')),
      after(START_MS).then(() => (workbench.hasStarted() ? never() : fail(EXIT.notStarted, 'The tests did not start.'))),
      after(RUN_MS).then(() => fail(EXIT.tooLong, 'The tests took too long.')),
    ]);
    if (exitCode !== 0) {
      fs.mkdirSync(SHOTS, { recursive: true });
      await workbench.page.screenshot({ path: path.join(SHOTS, 'failed.png') }).catch(() => {});
    }
    return exitCode;
  } finally {
    if (browser) await closeBrowser(browser);
    server?.close();
    control?.close();
    await run.close();
  }

  function fail(exitCode, why) {
    process.stderr.write(`${log.text()}[test host] ${why}\n`);
    return exitCode;
  }
}

/** The exit code, after the tests' last line has arrived. */
async function finished(workbench, code) {
  await Promise.race([workbench.finished, delay(LAST_LINES_MS)]);
  return code;
}

/** A deadline that does not keep the process alive. */
const after = (ms) => delay(ms, undefined, { ref: false });

const never = () => new Promise(() => {});
