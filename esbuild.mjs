/** Builds the bundles of the product; with --production minified, checked against their size budgets, and with the licences of what is in them. */

import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, context } from 'esbuild';
import { bundledPackages, licenceProblems, licencesText } from './server/scripts/collectLicences.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const flags = new Set(process.argv.slice(2));
const isProduction = flags.has('--production');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const node = { platform: 'node', target: 'node20', mainFields: ['module', 'main'] };
// A worker has no DOM, so packages that offer code for workers must give that.
const browser = { platform: 'browser', conditions: ['worker'], target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** Its build for browsers is of modules, of which a bundle takes what it needs and runs nothing before it is called; that for Node is not. */
const flatYaml = { yaml: './node_modules/yaml/browser/index.js' };

/** Modules of Node that libraries ask for and nothing needs: the network, other programs, loading code by name. */
const without = (...names) => ({
  alias: { ...flatYaml, ...Object.fromEntries(names.map((name) => [name, './server/src/unreachable.ts'])) },
});

/** The pages: the rehearsal panel in its webview, and the rehearsal page in the browser that the user has. */
const page = { platform: 'browser', target: 'es2022', format: 'iife' };
/** Pages in the editor's webviews. */
const webview = { platform: 'browser', target: 'es2022' };

/** The libraries of the extension on the desktop, which loads them one after the other, and the bundle of each. */
const PIECES = { 'vscode-languageserver-protocol': 'dist/extension.protocol.js', 'vscode-languageclient': 'dist/extension.client.js' };
const desktop = { ...node, ...without('net'), format: 'cjs', external: ['vscode'], isInPieces: true };

/** Entry, output, and the most kilobytes the minified bundle may have: about a fifth above what it has today. */
const bundles = [
  { entry: 'client/src/extension.node.ts', out: 'dist/extension.node.js', ...desktop, budget: 5 },
  {
    entry: 'node_modules/vscode-languageserver-protocol/lib/node/main.js',
    out: PIECES['vscode-languageserver-protocol'],
    ...desktop,
    budget: 165,
  },
  { entry: 'node_modules/vscode-languageclient/lib/node/main.js', out: PIECES['vscode-languageclient'], ...desktop, budget: 340 },
  { entry: 'client/src/start.node.ts', out: 'dist/extension.start.js', ...desktop, budget: 95 },
  {
    entry: 'client/src/extension.browser.ts',
    out: 'dist/extension.browser.js',
    ...browser,
    format: 'cjs',
    external: ['vscode'],
    budget: 480,
  },
  { entry: 'client/src/rehearsal/view/app.ts', out: 'dist/rehearsal.js', ...page, budget: 150 },
  {
    entry: 'server/src/main.node.ts',
    out: 'dist/server.node.js',
    ...node,
    ...without('child_process', 'module', 'net'),
    format: 'cjs',
    banner: shebang(),
    budget: 7,
  },
  {
    entry: 'server/src/serve.node.ts',
    out: 'dist/server.serve.js',
    ...node,
    ...without('child_process', 'module', 'net'),
    format: 'cjs',
    define: ownUrl(),
    budget: 1800,
  },
  { entry: 'server/src/main.browser.ts', out: 'dist/server.browser.js', ...browser, format: 'iife', budget: 1800 },
  {
    entry: 'server/src/cli/main.ts',
    out: 'dist/cli.js',
    ...node,
    ...without('module'),
    format: 'cjs',
    banner: shebang(),
    define: ownUrl(),
    budget: 1300,
  },
  { entry: 'client/src/rehearsal/page/browser/page.ts', out: 'dist/rehearsal/page.js', ...page, budget: 24 },
  { entry: 'client/src/rehearsal/voice/browser/worklet.ts', out: 'dist/rehearsal/worklet.js', ...page, budget: 2 },
  { entry: 'client/src/overview/browser/page.ts', out: 'dist/overview/page.js', ...webview, format: 'iife', budget: 12 },
  { entry: 'client/src/overview/browser/page.css', out: 'dist/overview/page.css', ...webview, budget: 6 },
];

await buildAll(bundles);
mkdirSync(path.join(root, 'dist/rehearsal'), { recursive: true });
for (const file of ['index.html', 'page.css'])
  copyFileSync(path.join(root, 'client/src/rehearsal/page', file), path.join(root, 'dist/rehearsal', file));

async function buildAll(entries) {
  if (flags.has('--watch')) {
    for (const entry of entries) await (await context(options(entry))).watch();
    return;
  }
  for (const { out } of entries) rmSync(path.join(root, out), { force: true });
  const results = await Promise.all(entries.map((entry) => build(options(entry))));
  if (!isProduction) return;
  for (const { out, platform } of entries) if (platform === 'node') escapeAll(path.join(root, out));
  checkBudgets(entries);
  writeLicences(results.map(({ metafile }) => metafile));
}

function options({ entry, out, budget: _, banner, define, isInPieces = false, ...rest }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    minify: isProduction,
    sourcemap: isProduction ? false : 'linked',
    // Licences are collected in a file of their own.
    legalComments: 'none',
    metafile: isProduction,
    logLevel: 'warning',
    define: { __VERSION__: JSON.stringify(version), ...define },
    plugins: [uncopied(), apart(out, isInPieces ? PIECES : {})],
    // `require` instead: Node's loader for modules reads a file twice.
    ...(rest.format === 'cjs' && { supported: { 'dynamic-import': false } }),
    ...(banner && { banner: { js: banner } }),
    ...rest,
  };
}

/** What is imported when it is needed is a bundle of its own, if there is one of that entry; so are pieces. */
function apart(out, pieces) {
  const beside = (other) => ({ path: `./${path.posix.relative(path.posix.dirname(out), other)}`, external: true });
  return {
    name: 'apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind, path: name, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const entry = path.relative(root, path.join(resolveDir, name)).replaceAll(path.sep, '/');
        const bundle = bundles.find((one) => one.entry === entry);
        return bundle && beside(bundle.out);
      });
      onResolve({ filter: /^vscode-/ }, ({ path: name }) => {
        const piece = pieces[name.replace(/\/node$/, '')];
        return piece === undefined || piece === out ? undefined : beside(piece);
      });
    },
  };
}

/**
 * Modules of many names that many files import. Compilers have each importer copy all of them, name by name, when it is loaded: a
 * third of the time of loading. So it gets an object that inherits them, and passes as a module that needs no copy.
 */
function uncopied() {
  const names = /^(?:vscode|vscode-languageclient(?:\/node|\/browser)?|vscode-languageserver(?:-protocol)?(?:\/node|\/browser)?)$/;
  return {
    name: 'uncopied',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: names }, ({ path: name, namespace, importer }) => {
        // Within a library its own parts stay as they are; the editor's interface is nobody's part.
        if (namespace === 'uncopied' || (name !== 'vscode' && importer.includes('node_modules'))) return undefined;
        return { path: name, namespace: 'uncopied' };
      });
      onLoad({ filter: /^/, namespace: 'uncopied' }, ({ path: name }) => ({
        contents: `module.exports = Object.create(require(${JSON.stringify(name)}), { __esModule: { value: true } });`,
        resolveDir: root,
      }));
    },
  };
}

/**
 * Node keeps a program's text as long as it runs, in two bytes for each character if one of them needs two. esbuild escapes those in
 * strings; what is left stands in regular expressions and in raw templates that become some, where an escape means the same. Raw
 * templates for anything else would change: `test/protocol/bundles.test.ts` holds what is built to the sources.
 */
function escapeAll(file) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped));
}

function checkBudgets(entries) {
  let isOver = false;
  for (const { out, budget } of entries) {
    const kilobytes = statSync(path.join(root, out)).size / 1024;
    const zipped = gzipSync(readFileSync(path.join(root, out))).length / 1024;
    const mark = kilobytes > budget ? '  OVER BUDGET' : '';
    console.log(`${out.padEnd(28)} ${kilobytes.toFixed(0).padStart(5)} kB of ${budget} kB (${zipped.toFixed(0)} kB zipped)${mark}`);
    isOver ||= kilobytes > budget;
  }
  if (isOver) process.exitCode = 1;
}

function writeLicences(metafiles) {
  const packages = bundledPackages(metafiles, root);
  writeFileSync(path.join(root, 'dist/THIRD_PARTY_LICENSES.txt'), licencesText(packages));
  const problems = licenceProblems(packages);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

function shebang() {
  return '#!/usr/bin/env node';
}

/** tinyglobby makes itself a `require` from the module's address, and the command line its threads: a CommonJS bundle has it under another name. */
function ownUrl() {
  return { 'import.meta.url': '__filename', 'import.meta.filename': '__filename' };
}
