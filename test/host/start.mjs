#!/usr/bin/env node
/**
 * Opens VS Code with the extension, for a person: desktop VS Code if it is installed, otherwise VS Code in the browser,
 * served on loopback until Ctrl+C.
 *
 *   node test/host/start.mjs --extension <folder> --folder <folder> [--port <number>] [--no-open] [--no-token] [--server]
 *
 * `--server` serves VS Code even if desktop VS Code is installed; so does VSCODE_HOST=server. `--no-token` lets in whoever
 * can reach the port: other users of the machine, too.
 */

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { onStop, openRun } from './cleanup.mjs';
import { findDesktop, openDesktop } from './desktop.mjs';
import { EXIT } from './exitCodes.mjs';
import { ensureHost } from './install.mjs';
import { openInBrowser } from './openInBrowser.mjs';
import { keepLog } from './output.mjs';
import { startServer } from './server.mjs';
import { QUIET_SETTINGS } from './settings.mjs';

const STOPPED = Symbol('stopped');

try {
  process.exit(await main());
} catch (error) {
  console.error(`npm start: ${error.message}`);
  process.exit(1);
}

/** Does what the command line says, and returns the exit code. */
async function main() {
  const options = readArguments();
  const { extension, folder } = options;
  const desktop = options.server ? undefined : findDesktop();
  if (desktop) {
    console.log(`Opening ${folder} in ${desktop}, with the extension from ${extension} …`);
    return openDesktop({ command: desktop, extension, folder });
  }
  if (process.platform !== 'linux') {
    throw new Error(
      'VS Code is not installed, or its command "code" is not on the PATH. Install it from ' +
        'https://code.visualstudio.com, and on macOS run "Shell Command: Install \'code\' command in PATH" in it.',
    );
  }
  console.log('No desktop VS Code here: serving VS Code for the browser.');
  return serve(options);
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      extension: { type: 'string' },
      folder: { type: 'string' },
      port: { type: 'string', default: '0' },
      server: { type: 'boolean', default: process.env.VSCODE_HOST === 'server' },
      'no-open': { type: 'boolean', default: false },
      'no-token': { type: 'boolean', default: false },
    },
  });
  for (const name of ['extension', 'folder']) {
    if (!values[name]) throw new Error(`--${name} is missing.`);
    if (!fs.statSync(values[name], { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`--${name}: there is no folder ${values[name]}.`);
    }
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port: "${values.port}" is not a port.`);
  return {
    extension: path.resolve(values.extension),
    folder: path.resolve(values.folder),
    port,
    server: values.server,
    open: !values['no-open'],
    withToken: !values['no-token'],
  };
}

/** Serves VS Code until it is told to stop. */
async function serve({ extension, folder, port, withToken, open }) {
  const host = await ensureHost({ log: console.log });
  const run = openRun();
  const log = keepLog();
  try {
    const stopped = new Promise((resolve) => onStop(() => resolve(STOPPED)));
    const folders = {
      run: run.folder,
      userData: path.join(run.folder, 'user-data'),
      extensions: path.join(run.folder, 'extensions'),
    };
    writeSettings(folders.userData);
    registerExtension(folders.extensions, extension);
    const starting = startServer({ host, run, folders, port, withToken, args: ['--default-folder', folder], onLog: log.add });
    const server = await Promise.race([starting, stopped]);
    if (server === STOPPED) return 0;
    const address = `${server.origin}/?${new URLSearchParams({ ...server.access, folder })}`;
    if (open) openInBrowser(address);
    console.log(`Ready: ${address}  (Ctrl+C stops)`);
    const endedBy = await Promise.race([stopped, server.ended]);
    if (endedBy === STOPPED) {
      await server.stop();
      return 0;
    }
    console.error(`${log.text()}The VS Code server ended (${endedBy}).`);
    return EXIT.serverEnded;
  } finally {
    await run.close();
  }
}

function writeSettings(userData) {
  fs.mkdirSync(path.join(userData, 'User'), { recursive: true });
  fs.writeFileSync(path.join(userData, 'User/settings.json'), JSON.stringify(QUIET_SETTINGS, null, 2));
}

/** Installs the extension where it is, so that a reload of the window shows what was built meanwhile. */
function registerExtension(extensions, folder) {
  const manifest = path.join(folder, 'package.json');
  if (!fs.existsSync(manifest)) throw new Error(`--extension: there is no package.json in ${folder}.`);
  const { publisher, name, version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  const entry = {
    identifier: { id: `${publisher}.${name}` },
    version,
    location: { $mid: 1, path: folder, scheme: 'file' },
    metadata: { installedTimestamp: Date.now(), source: 'vsix' },
  };
  fs.mkdirSync(extensions, { recursive: true });
  fs.writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify([entry]));
}
