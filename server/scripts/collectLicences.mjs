/** Collects the licences of every npm package that got into a bundle, and refuses packages whose licence is not on the list. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Licences that allow to pass code on in a package such as ours, with no more to do than to keep their text. SPDX identifiers. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0']);

/**
 * The packages that esbuild's metafiles have code of in a bundle, by name and version.
 * @param {readonly { outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }> }[]} metafiles
 * @param {string} root The folder that the inputs' paths are relative to.
 * @returns {{ name: string, version: string, licence: string, text: string }[]}
 */
export function bundledPackages(metafiles, root) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap((output) => Object.entries(output.inputs)));
  const files = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => path.resolve(root, file));
  const packages = [...new Set(files.flatMap((file) => packageFolder(file) ?? []))].map(readPackage);
  // The same package may lie in several folders.
  const byName = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
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

/**
 * Whether an SPDX expression lets us choose only what is on the list: any side of an `OR`, all sides of an `AND`.
 * @param {string} expression
 * @param {ReadonlySet<string>} [more] Licences that are taken besides.
 */
export function isAllowed(expression, more = new Set()) {
  const plain = expression.replace(/[()]/g, ' ').trim();
  return plain.split(/\s+OR\s+/).some((side) => side.split(/\s+AND\s+/).every((one) => ALLOWED.has(one.trim()) || more.has(one.trim())));
}

/** The folder of the package that a file belongs to; undefined for our own files. */
function packageFolder(file) {
  const parts = file.split(/[\\/]/);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  return parts.slice(0, at + (parts[at + 1].startsWith('@') ? 3 : 2)).join('/');
}

function readPackage(folder) {
  const { name, version, license, licenses, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  // Old packages have an object, or several.
  const written = [license, licenses].flat().filter(Boolean);
  const licence = written.map((one) => (typeof one === 'string' ? one : one.type)).join(' OR ');
  const holder = (typeof author === 'string' ? author : author?.name)?.replace(/\s*[<(].*/, '');
  return { name, version, licence, text: licenceText(folder) || (licence === 'MIT' && holder ? mit(holder) : '') };
}

/** The licence file; else what the readme says under that heading. */
function licenceText(folder) {
  const files = readdirSync(folder);
  const own = files.filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-][\w.-]+)?$/i.test(name)).sort();
  if (own.length > 0) return own.map((name) => readFileSync(path.join(folder, name), 'utf8').trim()).join('\n\n');
  const readme = files.find((name) => /^readme(?:\.\w+)?$/i.test(name));
  if (readme === undefined) return '';
  const section =
    /^#+ licen[cs]e[^\n]*\n+([^]*?)(?=\n#|$(?![^]))/im.exec(readFileSync(path.join(folder, readme), 'utf8'))?.[1]?.trim() ?? '';
  // Most say no more than the licence's name.
  return /copyright|permission/i.test(section) ? section : '';
}

/** For packages that name the licence and forget its text. */
function mit(holder) {
  return `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
