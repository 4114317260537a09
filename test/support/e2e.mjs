/** Runs the end-to-end suites in a real VS Code: `node test/support/e2e.mjs node|web [folder of an unpacked extension]`. */

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleWebTests } from '../host/bundleWebTests.mjs';
import { runInVSCode } from '../host/run.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const OUT = path.join(ROOT, '.e2e');
const [kind = 'node', unpacked] = process.argv.slice(2);

const extension = unpacked ?? ROOT;
const run = path.join(OUT, `run-${kind}-${process.pid}`);
mkdirSync(run, { recursive: true });
// The web host is where there is no microphone.
const speech = kind === 'web' ? undefined : await recordSpeech();
const tests = kind === 'web' ? await bundleForWeb() : await bundleForNode();
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
    define: { E2E_GREP: JSON.stringify(process.env.E2E_GREP ?? ''), E2E_SPEECH: JSON.stringify(speech ?? null) },
  });
  return outfile;
}

/** Has a synthetic voice say what the browser's microphone is to play. */
async function recordSpeech() {
  const outfile = path.join(run, 'speech.mjs');
  await build({
    entryPoints: [path.join(ROOT, 'test/voice/answer.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
  });
  const { wav, ...told } = (await import(pathToFileURL(outfile).href)).recordAnswer();
  const file = path.join(run, 'speech.wav');
  writeFileSync(file, wav);
  process.env.VSCODE_HOST_MICROPHONE = file;
  return told;
}

/** The web host loads tests from within the extension only. */
async function bundleForWeb() {
  const outfile = path.join(extension, '.e2e/browser.js');
  await bundleWebTests({ entry: path.join(ROOT, 'test/e2e/index.browser.ts'), outfile });
  return outfile;
}
