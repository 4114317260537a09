#!/usr/bin/env node
/** Installs the test host on demand: the VS Code server, the Node it needs, and the browser driver, each pinned by integrity. */

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { HERE, HOST_ROOT, hostIn } from './layout.mjs';
import { isAlive, isExecutable, run } from './processes.mjs';
import { installSubstitutes, unpackServer } from './unpackServer.mjs';

const ARCHITECTURES = ['x64', 'arm64'];

/** What decides the content of an installed host. A change in any of them makes another host. */
const RECIPE = ['pinned/package.json', 'pinned/package-lock.json', 'unpackServer.mjs', 'substitutes'];

/** A host being built; the process in its name tells whether anybody still builds it. */
const BUILDING = /^\.installing-(\d+)-/;

/**
 * Makes sure that the host is installed and tells where it is. Costs nothing when it is there already.
 *
 * The host is built in a folder of its own and renamed when it is complete, so a run that is broken off or that runs
 * beside another one can never leave half a host.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<import('./layout.mjs').Host>}
 */
export async function ensureHost({ log = (line) => console.error(line) } = {}) {
  if (process.platform !== 'linux' || !ARCHITECTURES.includes(process.arch)) {
    throw new Error(
      `The stand-in for VS Code runs on Linux (x64 or arm64), not on ${process.platform} ${process.arch}. ` +
        'Install VS Code from https://code.visualstudio.com instead.',
    );
  }
  const name = `host-${process.arch}-${recipeHash()}`;
  const folder = path.join(HOST_ROOT, name);
  if (fs.existsSync(folder)) return hostIn(folder);

  const start = Date.now();
  log('Installing the VS Code test host (about 115 MB to download) …');
  fs.mkdirSync(HOST_ROOT, { recursive: true });
  const building = fs.mkdtempSync(path.join(HOST_ROOT, `.installing-${process.pid}-`));
  try {
    await both(unpackServer(path.join(building, 'vscode')), installPackages(path.join(building, 'packages')));
    const modules = path.join(building, 'vscode/node_modules');
    fs.renameSync(path.join(building, 'packages/node_modules'), modules);
    fs.rmSync(path.join(building, 'packages'), { recursive: true });
    installSubstitutes(modules);
    await check(building);
    moveIntoPlace(building, folder);
  } finally {
    fs.rmSync(building, { recursive: true, force: true });
  }
  removeLeftovers(name);
  log(`Installed the VS Code test host in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
  return hostIn(folder);
}

/** Waits for both even if one fails, so that nothing is still writing when the folder is removed. */
async function both(...jobs) {
  for (const result of await Promise.allSettled(jobs)) if (result.status === 'rejected') throw result.reason;
}

/** A short name for the exact content that an install has. */
function recipeHash() {
  const hash = createHash('sha256');
  const add = (file) => {
    if (fs.statSync(file).isDirectory()) {
      for (const entry of fs.readdirSync(file).sort()) add(path.join(file, entry));
    } else {
      hash.update(path.relative(HERE, file)).update('\0').update(fs.readFileSync(file)).update('\0');
    }
  };
  for (const part of RECIPE) add(path.join(HERE, part));
  return hash.digest('hex').slice(0, 12);
}

/** Installs what the lock file lists, and nothing that the lock file does not vouch for. */
async function installPackages(folder) {
  fs.mkdirSync(folder);
  for (const file of ['package.json', 'package-lock.json']) {
    fs.copyFileSync(path.join(HERE, 'pinned', file), path.join(folder, file));
  }
  // No install scripts: every package used is plain JavaScript or carries its binary.
  const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', args, { cwd: folder });
  for (const unused of ['include', 'share', 'lib']) {
    fs.rmSync(path.join(folder, `node_modules/node-linux-${process.arch}`, unused), { recursive: true, force: true });
  }
}

/** npm leaves out an optional package it cannot get without a word, and a binary may not fit the system: look now. */
async function check(folder) {
  const { node, server } = hostIn(folder);
  const ripgrep = path.join(server, `node_modules/@vscode/ripgrep-linux-${process.arch}/bin/rg`);
  for (const binary of [node, ripgrep]) {
    if (isExecutable(binary)) continue;
    const name = path.relative(server, binary);
    throw new Error(`npm did not deliver ${name}: the registry did not have it, or not with the pinned integrity.`);
  }
  await run(node, ['--version']).catch((error) => {
    throw new Error(`The Node binary of the test host does not run here (it needs glibc): ${error.message}`);
  });
}

function moveIntoPlace(building, folder) {
  try {
    fs.renameSync(building, folder);
  } catch (error) {
    // Another run was faster; its host is the same as ours.
    if (!fs.existsSync(folder)) throw error;
  }
}

/** Removes hosts of other recipes, and what broken-off installs left. */
function removeLeftovers(current) {
  for (const entry of fs.readdirSync(HOST_ROOT)) {
    const builder = BUILDING.exec(entry)?.[1];
    const outdated = entry.startsWith('host-') && entry !== current;
    if (outdated || (builder && !isAlive(Number(builder)))) {
      fs.rmSync(path.join(HOST_ROOT, entry), { recursive: true, force: true });
    }
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const { folder } = await ensureHost();
    console.log(`VS Code test host: ${folder}`);
    console.log(`Browser: ${await ensureChromium()}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 69;
  }
}
