#!/usr/bin/env node
/**
 * Stands in for the desktop `code` binary: takes the command line that @vscode/test-electron builds, runs the VS Code
 * server with its workbench in a headless browser, and exits with the tests' exit code. The README lists the others.
 */

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { onStop, openRun } from './cleanup.mjs';
import { parseCommandLine } from './commandLine.mjs';
import { EXIT, RunError } from './exitCodes.mjs';
import { ensureHost } from './install.mjs';
import { VSCODE_VERSION } from './layout.mjs';
import { runServerCommand } from './server.mjs';
import { runTests } from './testRun.mjs';
import { findWebTests } from './webExtension.mjs';

try {
  const code = await main(process.argv.slice(2));
  // What was printed has to be out before the process ends, and a pipe may be slow.
  process.stdout.write('', () => process.exit(code));
} catch (error) {
  console.error(`[test host] ${error instanceof RunError ? error.message : error.stack}`);
  process.exit(error.exitCode ?? EXIT.notOpened);
}

/** Runs a command line, and returns the exit code. */
async function main(args) {
  const commandLine = parseCommandLine(args);
  if (commandLine.version) {
    console.log(VSCODE_VERSION);
    return 0;
  }
  const inputs = readInputs(commandLine);
  const host = await orNotInstalled(ensureHost());
  const managesExtensions = commandLine.list || commandLine.install.length > 0;
  const chromium = managesExtensions ? undefined : await orNotInstalled(ensureChromium());

  const run = openRun();
  // Made by run.mjs for this run; run.mjs removes it too, but may be killed before.
  if (process.env.VSCODE_HOST_PROFILE) run.removeAtEnd(process.env.VSCODE_HOST_PROFILE);
  try {
    const folders = makeFolders(commandLine, run);
    if (managesExtensions) return await manageExtensions(commandLine, host, folders);
    return await runTests({ ...inputs, commandLine, host, chromium, run, folders, stopped: stopRequest(), print });
  } finally {
    await run.close();
  }
}

/** What the command line names, as absolute paths that exist. */
function readInputs({ open, extensionFolders, tests, web }) {
  const inputs = {
    target: readTarget(open[0]),
    extensionFolders: extensionFolders.map(toExistingPath),
    tests: tests && toPath(tests),
  };
  if (web && tests) {
    inputs.tests = findWebTests(inputs.tests, inputs.extensionFolders);
    if (!inputs.tests) throw new RunError(EXIT.testsOutside, 'Web tests have to lie inside of the extension folder.');
  }
  return inputs;
}

/** @returns {import('./workbench.mjs').Target} */
function readTarget(name) {
  if (name === undefined) return { kind: 'nothing' };
  if (isVirtual(name)) return { kind: 'folder', path: name };
  const target = toExistingPath(name);
  if (fs.statSync(target).isDirectory()) return { kind: 'folder', path: target };
  return { kind: target.endsWith('.code-workspace') ? 'workspace' : 'file', path: target };
}

/** Whether it names a folder of a file system that some extension provides. */
function isVirtual(name) {
  return /^[a-z][a-z\d+.-]+:\//i.test(name) && !name.startsWith('file:');
}

function toPath(name) {
  return name.startsWith('file:') ? fileURLToPath(name) : path.resolve(name);
}

function toExistingPath(name) {
  const found = toPath(name);
  if (!fs.existsSync(found)) throw new RunError(EXIT.notOpened, `There is no file or folder ${found}.`);
  return found;
}

function orNotInstalled(installing) {
  return installing.catch((error) => {
    throw new RunError(EXIT.notInstalled, error.message);
  });
}

function makeFolders({ userData, extensions, disableExtensions }, run) {
  // The browser's profile goes where everything else of the run goes.
  process.env.TMPDIR = run.folder;
  const folders = {
    run: run.folder,
    userData: path.resolve(userData ?? path.join(run.folder, 'user-data')),
    extensions: path.resolve(extensions && !disableExtensions ? extensions : path.join(run.folder, 'extensions')),
  };
  fs.mkdirSync(path.join(folders.userData, 'User'), { recursive: true });
  fs.mkdirSync(folders.extensions, { recursive: true });
  return folders;
}

function manageExtensions({ install, list }, host, folders) {
  const args = install.flatMap((extension) => ['--install-extension', extension]);
  return runServerCommand(host, folders, [...args, list ? '--list-extensions' : '--force']);
}

/** Resolves when the run is asked to stop, or when nobody is left to read its output. */
function stopRequest() {
  return new Promise((resolve) => {
    const stop = (why) => resolve({ code: EXIT.stopped, why });
    onStop(stop);
    process.stdout.on('error', () => stop('its output is closed'));
  });
}

function print(text) {
  process.stdout.write(text);
}
