/** Runs an extension's tests in the stand-in, from the server's start to the tests' exit code. */

import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startControl } from './control.mjs';
import { EXIT, RunError } from './exitCodes.mjs';
import { HERE, SHOTS } from './layout.mjs';
import { followFile, keepLog } from './output.mjs';
import { startPortProxy } from './portProxy.mjs';
import { startServer } from './server.mjs';
import { serveExtensions } from './webExtension.mjs';
import { closeBrowser, prepareWorkbench, startBrowser, workbenchQuery } from './workbench.mjs';

const START_MS = Number(process.env.VSCODE_HOST_START_MS) || 90_000;
const RUN_MS = Number(process.env.VSCODE_HOST_RUN_MS) || 600_000;
const LAST_LINES_MS = 2000;
const SCREENSHOT_MS = 3000;

/**
 * @typedef {object} Verdict How a run ended.
 * @property {number} code
 * @property {string} [why] Given when it was not the tests that ended it.
 */

/**
 * @typedef {object} TestRun
 * @property {import('./commandLine.mjs').Options} commandLine
 * @property {import('./workbench.mjs').Target} target What to open.
 * @property {string[]} extensionFolders
 * @property {string} [tests] Without tests, VS Code stays open until the run is stopped.
 * @property {import('./layout.mjs').Host} host
 * @property {string} chromium
 * @property {import('./cleanup.mjs').Run} run
 * @property {import('./server.mjs').Folders} folders
 * @property {Promise<Verdict>} stopped
 * @property {(text: string | Buffer) => void} print Gets what the tests print.
 */

/**
 * Runs the tests.
 * @param {TestRun} testRun
 * @returns {Promise<number>} The exit code.
 */
export async function runTests(testRun) {
  const log = keepLog();
  /** What to undo, in the order in which it was done. @type {((verdict: Verdict) => unknown)[]} */
  const closers = [];
  const verdict = await Promise.race([testRun.stopped, untilItEnds(testRun, log, closers)]).catch((error) => ({
    code: error.exitCode ?? EXIT.notOpened,
    why: error instanceof RunError ? error.message : error.stack,
  }));
  for (const close of closers.reverse()) await close(verdict);
  if (verdict.why) process.stderr.write(`${log.text()}[test host] ${verdict.why}\n`);
  return verdict.code;
}

/** Opens everything in turn, and waits for what ends the run: the tests, or something that breaks. */
async function untilItEnds(testRun, log, closers) {
  const { commandLine, tests, extensionFolders, host, chromium, run, folders, target, print } = testRun;
  const outputFile = path.join(run.folder, 'tests.out');
  const finishedFile = path.join(run.folder, 'tests.finished');
  const output = followFile(outputFile, print);
  closers.push(() => output.close());

  let workbench;
  const control = await startControl(() => workbench?.page);
  closers.push(() => control.close());
  const proxy = await startPortProxy();
  closers.push(() => proxy.close());

  // The browser and the server start side by side, as each takes its time.
  const browserStart = startBrowser(host, chromium, run.folder);
  closers.push(() => browserStart.then(closeBrowser, () => {}));
  browserStart.catch(() => {});
  const server = await startServer({
    host,
    run,
    folders,
    args: serverArguments(commandLine),
    env: {
      VSCODE_HOST_CONTROL: control.url,
      VSCODE_HOST_FINISHED: finishedFile,
      VSCODE_HOST_OUTPUT: outputFile,
      VSCODE_HOST_TESTS: tests ?? '',
      VSCODE_PROXY_URI: proxy.template,
    },
    onLog: log.add,
  });
  closers.push(() => server.stop());
  workbench = await prepareWorkbench({
    browser: await browserStart,
    server,
    locale: commandLine.locale,
    defaults: JSON.parse(process.env.VSCODE_HOST_DEFAULTS || '{}'),
    web: commandLine.web ? serveExtensions({ host, run, server, folders: extensionFolders, tests, controlUrl: control.url }) : undefined,
    onLine: (line) => print(`${line}\n`),
    onLog: log.add,
  });
  closers.push(({ code }) => code !== 0 && saveScreenshot(workbench.page));
  await workbench.open(
    workbenchQuery({
      server,
      target,
      extensionFolders: commandLine.web ? [] : extensionFolders,
      tests: tests && !commandLine.web ? path.join(HERE, 'shim.node.cjs') : undefined,
    }),
  );

  const end = [
    testsEnd(workbench, finishedFile),
    workbench.crashed.then(() => fail(EXIT.pageCrashed, 'The page crashed.')),
    server.ended.then((how) => fail(EXIT.serverEnded, `The VS Code server ended (${how}).`)),
  ];
  if (tests) {
    const hasStarted = () => workbench.hasStarted() || output.exists();
    end.push(
      after(START_MS)
        .then(() => hasStarted() || fail(EXIT.notStarted, 'The tests did not start.'))
        .then(never),
      after(RUN_MS).then(() => fail(EXIT.tooLong, 'The tests took too long.')),
    );
  }
  return Promise.race(end);
}

/** Shows what the window looked like when the run failed; a page that is gone has no look. */
async function saveScreenshot(page) {
  await page.screenshot({ path: path.join(SHOTS, 'failed.png'), timeout: SCREENSHOT_MS }).catch(() => {});
}

function serverArguments({ logLevel = 'info', proposedApi }) {
  return [
    `--log=${logLevel}`,
    // Without it, a built workbench takes no extension and no tests from its address, and says nothing about it.
    '--enable-smoke-test-driver',
    ...proposedApi.filter(Boolean).flatMap((extension) => ['--enable-proposed-api', extension]),
  ];
}

/** The tests' exit code, after all they printed has arrived. */
async function testsEnd(workbench, finishedFile) {
  const code = await workbench.exited;
  const finished = fs.existsSync(finishedFile) || (await Promise.race([workbench.finished.then(() => true), delay(LAST_LINES_MS, false)]));
  // VS Code reports success when the extension host was killed, as then it has no exit code of it.
  if (code === 0 && !finished) fail(EXIT.notFinished, 'The extension host ended before the tests did.');
  return { code };
}

/** A deadline that does not keep the process alive. */
const after = (ms) => delay(ms, undefined, { ref: false });

const never = () => new Promise(() => {});

function fail(exitCode, message) {
  throw new RunError(exitCode, message);
}
