/** What end-to-end runs are made of: bundles of the suites, and an extension that provides a virtual workspace. */

import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleWebTests } from '../host/bundleWebTests.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const VIRTUAL = path.join(ROOT, 'test/e2e/virtual');

/** The folder that the tests work on. */
export const FIXTURES = path.join(ROOT, 'test/fixtures/workspace');

/** Where `makeVirtualFiles()` has the same folder. */
export const VIRTUAL_FOLDER = 'interviewfs:/interview';

/** The same under the one virtual scheme that VS Code asks for trust in. */
export const UNTRUSTED_FOLDER = 'vscode-vfs://memory/interview';

/**
 * Bundles the suites, and returns the bundle's path.
 * @param {object} options
 * @param {string} options.kind `node` or `web`.
 * @param {string} options.extension The folder of the extension; the web host loads tests from within it only.
 * @param {'files' | 'most' | 'all'} [options.virtualSuites] Which suites run in a virtual workspace; `E2E_ALL=1` runs all.
 * @param {object} [options.speech] What the microphone plays.
 */
export async function bundleTests({ kind, extension, speech, virtualSuites = 'files' }) {
  const define = {
    E2E_GREP: JSON.stringify(process.env.E2E_GREP ?? ''),
    E2E_RETRIES: process.env.E2E_RETRIES ?? '0',
    E2E_ACTIVATION: JSON.stringify(process.env.E2E_ACTIVATION === '1'),
    E2E_VIRTUAL_SUITES: JSON.stringify(process.env.E2E_ALL === '1' ? 'all' : virtualSuites),
    E2E_SPEECH: JSON.stringify(speech ?? null),
  };
  const entry = path.join(ROOT, `test/e2e/index.${kind === 'web' ? 'browser' : 'node'}.ts`);
  const outfile = path.join(extension, `.e2e/${kind === 'web' ? 'browser' : 'node'}.js`);
  if (kind === 'web') await bundleWebTests({ entry, outfile, define });
  else await bundle({ entry, outfile, define, external: ['vscode', 'mocha'], platform: 'node' });
  return outfile;
}

/** Has a synthetic voice say what the browser's microphone is to play; the recording is written into a folder. */
export async function recordSpeech(folder) {
  const outfile = path.join(folder, 'speech.mjs');
  await build({
    entryPoints: [path.join(ROOT, 'test/voice/answer.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
  });
  const { wav, ...told } = (await import(pathToFileURL(outfile).href)).recordAnswer();
  const file = path.join(folder, 'speech.wav');
  writeFileSync(file, wav);
  process.env.VSCODE_HOST_MICROPHONE = file;
  return told;
}

/** Makes the extension in a folder, and returns that. */
export async function makeVirtualFiles(folder) {
  const files = Object.fromEntries(
    filesBelow(FIXTURES).map((name) => [`/interview/${name}`, readFileSync(path.join(FIXTURES, name), 'utf8')]),
  );
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(VIRTUAL, 'package.json'), path.join(folder, 'package.json'));
  const define = { VIRTUAL_FILES: JSON.stringify(files) };
  await bundle({
    entry: path.join(VIRTUAL, 'extension.ts'),
    outfile: path.join(folder, 'extension.js'),
    define,
    external: ['vscode'],
    platform: 'browser',
  });
  return folder;
}

function bundle({ entry, outfile, ...rest }) {
  return build({ entryPoints: [entry], outfile, bundle: true, target: 'es2022', format: 'cjs', ...rest });
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => statSync(path.join(folder, name)).isFile());
}
