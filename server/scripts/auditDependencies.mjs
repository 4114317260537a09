/** Holds every package of a lock file against lists that lie here: its licence, its pinned content, and whether it may run code as it is installed. */

import { isAllowed } from './collectLicences.mjs';

/**
 * Licences of tools that build and test and are in no package of ours; those that may be are in collectLicences.mjs. SPDX identifiers.
 * All allow to use a program without a duty towards what is made with it.
 */
const FOR_TOOLS = new Set(['Artistic-2.0', 'CC-BY-3.0', 'LGPL-2.1+', 'MPL-2.0', 'PSF-2.0', 'Python-2.0', 'WTFPL', 'Zlib']);

/** Packages that don't name their licence by an SPDX identifier, and why each is taken. None is passed on by us. */
const TAKEN = new Map([
  ['@vscode/vsce-sign', 'signs extensions for the marketplace, under terms of its own; comes with vsce'],
  ['@vscode/windows-ca-certs', 'says BSD and not which; of the test host, on Windows only'],
]);

/** Packages that run a script as they are installed; any other would be code that nobody has chosen. */
const RUNS_SCRIPTS = new Set(['@parcel/watcher', '@vscode/vsce-sign', 'esbuild', 'keytar']);

/**
 * What is wrong with a lock file (version 3) and the manifest it belongs to, in one sentence each.
 * @param {{ lockfileVersion: number, packages: Record<string, Record<string, any>> }} lock
 * @param {Record<string, any>} manifest
 */
export function auditLock(lock, manifest) {
  if (lock.lockfileVersion !== 3) return [`The lock file has version ${lock.lockfileVersion}, not 3.`];
  const packages = Object.entries(lock.packages).filter(([folder]) => folder !== '');
  return [...manifestProblems(lock, manifest), ...packages.flatMap(([folder, one]) => packageProblems(folder, one))];
}

function manifestProblems(lock, manifest) {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const wanted = kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}));
  return [
    ...[...wanted, ...Object.entries(manifest.overrides ?? {})]
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `${name} is wanted as ${JSON.stringify(version)}, which is not one version.`),
    ...wanted
      .filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)
      .map(([name, version]) => `${name} is wanted as ${version}, and locked as ${lock.packages[`node_modules/${name}`]?.version}.`),
  ];
}

function packageProblems(folder, { version, license, integrity, resolved, link, hasInstallScript, inBundle }) {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const problems = [];
  if (!EXACT.test(version ?? '')) problems.push('has no version');
  // What is bundled in another package is pinned with that.
  if (!inBundle && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) problems.push('is not pinned by SHA-512');
  if (resolved !== undefined || link) problems.push('names a place of its own to come from');
  if (hasInstallScript && !RUNS_SCRIPTS.has(name)) problems.push('runs a script as it is installed');
  if (!isAllowed(license ?? '', FOR_TOOLS) && !isTaken(name)) problems.push(`is under ${license || 'no licence'}, which is on no list`);
  return problems.map((problem) => `${name}@${version} ${problem}.`);
}

/** A package for one platform is under the licence of the package it belongs to. */
function isTaken(name) {
  return [...TAKEN.keys()].some((one) => name === one || name.startsWith(`${one}-`));
}

/** One version, and nothing that could become another. */
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/;
