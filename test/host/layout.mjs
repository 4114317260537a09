/** Names the versions and the folders of the test host: what is installed where, and what a run finds there. */

import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The VS Code that the stand-in runs. */
export const VSCODE_VERSION = '1.139.1';

/** This folder. */
export const HERE = path.dirname(fileURLToPath(import.meta.url));

export const REPOSITORY = path.resolve(HERE, '../..');

/** Everything the host installs or leaves behind lies in here; git ignores it. */
export const HOST_ROOT = path.resolve(process.env.VSCODE_HOST_DIR || path.join(REPOSITORY, '.vscode-host'));

/** Screenshots may be written in here and nowhere else. */
export const SHOTS = path.resolve(process.env.VSCODE_HOST_SHOTS || path.join(HOST_ROOT, 'screenshots'));

/**
 * @typedef {object} Host
 * @property {string} folder What `ensureHost()` made.
 * @property {string} server The VS Code server's folder, which is also what it serves to the browser as static files.
 * @property {string} serverMain The script that starts the server.
 * @property {string} node The Node binary the server needs; it is newer than the one that runs these scripts.
 */

/**
 * Tells where the parts of an installed host are.
 * @param {string} folder
 * @returns {Host}
 */
export function hostIn(folder) {
  const server = path.join(folder, 'vscode');
  return {
    folder,
    server,
    serverMain: path.join(server, 'out/server-main.js'),
    node: path.join(server, `node_modules/node-linux-${process.arch}/bin/node`),
  };
}
