/**
 * Runs the end-to-end suites in a real VS Code: `node test/support/e2e.mjs node|web [--virtual] [folder of an unpacked extension]`.
 * With --virtual, the workspace is in a file system that an extension provides.
 */

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runInVSCode } from '../host/run.mjs';
import { FIXTURES, bundleTests, makeVirtualFiles, recordSpeech, VIRTUAL_FOLDER } from './e2eParts.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const OUT = path.join(ROOT, '.e2e');
const args = process.argv.slice(2);
const isVirtual = args.includes('--virtual');
const [kind = 'node', unpacked] = args.filter((arg) => !arg.startsWith('--'));

const extension = unpacked ?? ROOT;
const run = path.join(OUT, `run-${kind}-${process.pid}`);
mkdirSync(run, { recursive: true });
try {
  // The web host is where there is no microphone.
  const speech = kind === 'web' ? undefined : await recordSpeech(run);
  const tests = await bundleTests({ kind, extension, speech });
  const folder = isVirtual ? VIRTUAL_FOLDER : path.join(run, 'interview');
  // Tests may change files, and the sample is in the repository.
  if (!isVirtual) cpSync(FIXTURES, folder, { recursive: true });
  const helpers = isVirtual ? [await makeVirtualFiles(path.join(run, 'virtual-files'))] : [];
  await runInVSCode({
    // The web host has no installed extensions, and the window of the Node host takes one under development.
    extension: kind === 'web' ? [extension, ...helpers] : extension,
    installed: kind === 'web' ? [] : helpers,
    tests,
    folder,
    kind,
    // `E2E_LOCALE=de` runs VS Code in German.
    launchArgs: process.env.E2E_LOCALE ? ['--locale', process.env.E2E_LOCALE] : [],
    settings: { 'workbench.colorTheme': 'Default Dark Modern', 'window.zoomLevel': 0 },
  });
} catch (error) {
  if (error.code === undefined) throw error;
  process.exitCode = 1;
} finally {
  rmSync(run, { recursive: true, force: true });
}
