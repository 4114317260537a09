/** Collects the licences of every npm package that got into a bundle, and refuses packages whose licence is not on the list. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Licences that allow to pass code on in a package such as ours, with no more to do than to keep their text. SPDX identifiers. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0']);

/**
 * The packages behind the inputs of esbuild's metafiles, by name and version.
 * @param {readonly { inputs: Record<string, unknown> }[]} metafiles
 * @param {string} root The folder that the inputs' paths are relative to.
 * @returns {{ name: string, version: string, licence: string, text: string }[]}
 */
export function bundledPackages(metafiles, root) {
  const folders = new Set(
    metafiles.flatMap(({ inputs }) => Object.keys(inputs)).flatMap((file) => packageFolder(path.resolve(root, file)) ?? []),
  );
  const packages = [...folders].map(readPackage);
  // The same package may lie in several folders.
  const byName = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/**
 * What is wrong with the licences of packages, in one sentence each.
 * @param {readonly { name: string, version: string, licence: string, text: string }[]} packages
 */
export function licenceProblems(packages) {
  return packages.flatMap(({ name, version, licence, text }) => {
    if (!isAllowed(licence))
      return [`${name}@${version} is under ${licence || 'no licence'}, which is not on the list of server/scripts/collectLicences.mjs.`];
    return text === '' ? [`${name}@${version} has no licence text.`] : [];
  });
}

/**
 * The file that goes along with the bundles.
 * @param {readonly { name: string, version: string, licence: string, text: string }[]} packages
 */
export function licencesText(packages) {
  const head = `The programs of this package contain these ${packages.length} npm packages, each under its own licence.\n`;
  const entries = packages.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text.trim()}\n`);
  return [head, ...entries].join(`\n${'-'.repeat(80)}\n\n`);
}

/** Whether an SPDX expression lets us choose only what is on the list: any side of an `OR`, all sides of an `AND`. */
export function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, ' ').trim();
  return plain.split(/\s+OR\s+/).some((side) => side.split(/\s+AND\s+/).every((one) => ALLOWED.has(one.trim())));
}

/** The folder of the package that a file belongs to; undefined for our own files. */
function packageFolder(file) {
  const parts = file.split(/[\\/]/);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  return parts.slice(0, at + (parts[at + 1].startsWith('@') ? 3 : 2)).join('/');
}

function readPackage(folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  // Old packages have an object, or several.
  const old = [license, licenses].flat().filter(Boolean);
  const licence = old.map((one) => (typeof one === 'string' ? one : one.type)).join(' OR ');
  return { name, version, licence, text: licenceText(folder) };
}

/** The licence file; else, for packages without one, what their readme says under that heading. */
function licenceText(folder) {
  const files = readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-][\w.-]+)?$/i.test(name))
    .sort();
  if (files.length > 0) return files.map((name) => readFileSync(path.join(folder, name), 'utf8').trim()).join('\n\n');
  const readme = readdirSync(folder).find((name) => /^readme(?:\.\w+)?$/i.test(name));
  if (readme === undefined || !existsSync(path.join(folder, readme))) return '';
  return /^#+ licen[cs]e[^\n]*\n+([^]*?)(?=\n#|$(?![^]))/im.exec(readFileSync(path.join(folder, readme), 'utf8'))?.[1]?.trim() ?? '';
}
