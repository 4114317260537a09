/** Bundles tests for the web extension host, which loads a single CommonJS file. */

import { build } from 'esbuild';

/**
 * Bundles an index of tests that exports `run()`.
 * @param {object} options
 * @param {string} options.entry
 * @param {string} options.outfile Has to lie inside of the extension's folder, as the web host can load nothing else.
 * @param {Record<string, string>} [options.define] Values known when it is bundled, as the web host has no environment.
 */
export async function bundleWebTests({ entry, outfile, define = {} }) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    define,
    external: ['vscode'],
    format: 'iife',
    globalName: 'tests',
    // At the very end: the browser bundle of mocha, finding a `module` here, exports itself from it.
    footer: { js: 'module.exports = tests;' },
    // Packages with a version for the browser are to come in that version.
    mainFields: ['browser', 'module', 'main'],
    platform: 'browser',
  });
}
