/**
 * Runs the end-to-end suites in the oldest VS Code that `engines.vscode` allows, for the web: `node test/support/e2eFloor.mjs
 * [--untrusted] [folder of an unpacked extension]`. With --untrusted, in a folder that the user doesn't trust.
 */

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runInWebVersion } from '../host/runInWebVersion.mjs';
import { NotFetched } from '../host/webVersions.mjs';
import { bundleTests, makeVirtualFiles, UNTRUSTED_FOLDER, VIRTUAL_FOLDER } from './e2eParts.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const args = process.argv.slice(2);
const isTrusted = !args.includes('--untrusted');
const [extension = ROOT] = args.filter((arg) => !arg.startsWith('--'));
const { engines } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const [version] = /\d+\.\d+/.exec(engines.vscode);

const run = path.join(ROOT, '.e2e', `run-floor-${process.pid}`);
mkdirSync(run, { recursive: true });
try {
  const tests = await bundleTests({ kind: 'web', extension, virtualSuites: 'most' });
  process.exitCode = await runInWebVersion({
    version,
    extensions: [extension, await makeVirtualFiles(path.join(run, 'virtual-files'))],
    tests,
    folder: isTrusted ? VIRTUAL_FOLDER : UNTRUSTED_FOLDER,
    isTrusted,
    defaults: {
      'workbench.colorTheme': 'Default Dark Modern',
      'workbench.startupEditor': 'none',
      'extensions.ignoreRecommendations': true,
      'security.workspace.trust.startupPrompt': 'never',
    },
  });
} catch (error) {
  console.error(`The floor can't be tested here: ${error.message}`);
  // Of sysexits.h: something that is needed is not available.
  process.exitCode = error instanceof NotFetched ? 69 : 1;
} finally {
  rmSync(run, { recursive: true, force: true });
}
