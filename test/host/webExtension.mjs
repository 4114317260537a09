/** Serves an extension and its tests to the web extension host. */

import fs from 'node:fs';
import path from 'node:path';
import { HERE } from './layout.mjs';

const TESTS = '__vscode_host_tests.js';

/**
 * @typedef {object} WebExtensions
 * @property {object[]} extensions Where the workbench finds the extensions, as URI components.
 * @property {object} [extensionTestsPath] Where it finds the tests.
 */

/**
 * Puts extensions where the server serves static files, as the web host can load an extension, and start workers of it,
 * from the workbench's own origin only.
 * @param {object} options
 * @param {import('./layout.mjs').Host} options.host
 * @param {import('./cleanup.mjs').Run} options.run
 * @param {import('./server.mjs').Server} options.server
 * @param {string[]} options.folders The extensions.
 * @param {string} [options.tests] The bundle of the tests; lies inside of one of the extensions.
 * @param {string} options.controlUrl
 * @returns {WebExtensions}
 */
export function serveExtensions({ host, run, server, folders, tests, controlUrl }) {
  const { commit, quality } = JSON.parse(fs.readFileSync(path.join(host.server, 'product.json'), 'utf8'));
  const staticRoot = `/${quality ?? 'stable'}-${commit}/static`;
  const served = folders.map((folder, index) => {
    const name = `${path.basename(run.folder)}-${index}`;
    const link = path.join(host.server, name);
    run.removeAtEnd(link);
    // Links to the entries, not one link to the folder: the tests' bundle joins them without touching the extension.
    fs.mkdirSync(link);
    for (const entry of fs.readdirSync(folder)) fs.symlinkSync(path.join(folder, entry), path.join(link, entry));
    return { folder, link, uri: { scheme: 'http', authority: server.authority, path: `${staticRoot}/${name}` } };
  });
  const result = { extensions: served.map(({ uri }) => uri) };
  if (tests) {
    const owner = served.find(({ folder }) => tests.startsWith(folder + path.sep));
    fs.writeFileSync(path.join(owner.link, TESTS), wrapTests(fs.readFileSync(tests, 'utf8'), controlUrl));
    result.extensionTestsPath = { ...owner.uri, path: `${owner.uri.path}/${TESTS}` };
  }
  return result;
}

/** Wraps the bundle of the tests into the shim. */
export function wrapTests(bundle, controlUrl) {
  // Replaced by functions, as a bundle is full of the `$` patterns of replacement strings.
  return fs
    .readFileSync(path.join(HERE, 'shim.web.js'), 'utf8')
    .replace('__CONTROL__', () => controlUrl)
    .replace('/*__TESTS__*/', () => `${bundle}\n`);
}

/**
 * Finds the file of a tests path, which may leave out `.js` or name a folder with an index.
 * @param {string} tests
 * @param {string[]} folders The extensions.
 * @returns {string | undefined} Undefined if it lies in none of the extensions, where the web host could not load it.
 */
export function findWebTests(tests, folders) {
  const candidates = [tests, `${tests}.js`, path.join(tests, 'index.js')];
  const file = candidates.find((candidate) => fs.statSync(candidate, { throwIfNoEntry: false })?.isFile());
  if (!file) throw new Error(`There are no tests at ${tests}.`);
  return folders.some((folder) => file.startsWith(folder + path.sep)) ? file : undefined;
}
