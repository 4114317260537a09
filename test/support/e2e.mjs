/** Runs the end-to-end suites in a real VS Code: `node test/support/e2e.mjs node|web [folder of an unpacked extension]`. */

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleWebTests } from '../host/bundleWebTests.mjs';
import { runInVSCode } from '../host/run.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const OUT = path.join(ROOT, '.e2e');
const [kind = 'node', unpacked] = process.argv.slice(2);

mkdirSync(OUT, { recursive: true });
const extension = unpacked ?? ROOT;
const tests = kind === 'web' ? await bundleForWeb() : await bundleForNode();
const run = path.join(OUT, `run-${kind}-${process.pid}`);
const folder = path.join(run, 'interview');
// Tests may change files, and the sample is in the repository.
cpSync(path.join(ROOT, 'test/fixtures/workspace'), folder, { recursive: true });
try {
  // `E2E_LOCALE=de` runs VS Code in German.
  const launchArgs = process.env.E2E_LOCALE ? ['--locale', process.env.E2E_LOCALE] : [];
  await runInVSCode({
    extension,
    tests,
    folder,
    kind,
    launchArgs,
    settings: { 'workbench.colorTheme': 'Default Dark Modern', 'window.zoomLevel': 0 },
  });
} catch (error) {
  if (error.code === undefined) throw error;
  process.exitCode = 1;
} finally {
  rmSync(run, { recursive: true, force: true });
}

async function bundleForNode() {
  const outfile = path.join(OUT, 'node.js');
  await build({
    entryPoints: [path.join(ROOT, 'test/e2e/index.node.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    define: { E2E_GREP: JSON.stringify(process.env.E2E_GREP ?? '') },
  });
  return outfile;
}

/** The web host loads tests from within the extension only. */
async function bundleForWeb() {
  const outfile = path.join(extension, '.e2e/browser.js');
  await bundleWebTests({ entry: path.join(ROOT, 'test/e2e/index.browser.ts'), outfile });
  return outfile;
}
