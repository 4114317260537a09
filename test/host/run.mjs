/** Runs an extension's integration tests in VS Code: in desktop VS Code where it can be had, otherwise in the stand-in. */

import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import fs from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { chooseVSCode } from './choice.mjs';
import { openRun } from './cleanup.mjs';
import { ensureHost } from './install.mjs';
import { HERE, REPOSITORY, VSCODE_VERSION } from './layout.mjs';
import { isExecutable } from './processes.mjs';

const STAND_IN = path.join(HERE, 'code.mjs');

/**
 * Runs tests in a fresh VS Code without any other extension. Never skips: without a VS Code to run in, it rejects.
 * @param {object} options
 * @param {string | string[]} options.extension The folder of the extension, or of several.
 * @param {string[]} [options.installed] Folders of extensions that are to be there as if the user had installed them.
 * @param {string} options.tests The module that exports `run()`; for the web kind a bundle inside of the extension's folder.
 * @param {string} [options.folder] The folder, file or .code-workspace to open; or the URI of a folder that one of the extensions provides.
 * @param {'node' | 'web'} [options.kind] The extension host.
 * @param {NodeJS.ProcessEnv} [options.env] Variables for the tests, in the Node extension host.
 * @param {Record<string, unknown>} [options.settings] User settings.
 * @param {string} [options.version] Of desktop VS Code: a version, `stable` or `insiders`.
 * @param {string[]} [options.launchArgs] More arguments for VS Code.
 * @returns {Promise<{ vscode: 'desktop' | 'stand-in' | 'given' }>} Rejects with the exit code in `code` when tests fail.
 */
export async function runInVSCode({
  extension,
  installed = [],
  tests,
  folder,
  kind = 'node',
  env = {},
  settings = {},
  version = process.env.VSCODE_VERSION || 'stable',
  launchArgs = [],
}) {
  const choice = await chooseVSCode();
  const executable = await provide(choice, version);
  const profile = openRun();
  try {
    const userData = path.join(profile.folder, 'user-data');
    fs.mkdirSync(path.join(userData, 'User'), { recursive: true });
    fs.writeFileSync(path.join(userData, 'User/settings.json'), JSON.stringify(settings, null, 2));
    const extensions = path.join(profile.folder, 'extensions');
    for (const folder of installed) install(folder, extensions);
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: { ...env, VSCODE_HOST_PROFILE: profile.folder },
      launchArgs: [
        ...(folder ? [/^[a-z][a-z\d+.-]+:\//i.test(folder) ? `--folder-uri=${folder}` : folder] : []),
        `--user-data-dir=${userData}`,
        `--extensions-dir=${extensions}`,
        ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
        ...launchArgs,
      ],
    });
  } finally {
    await profile.close();
  }
  return { vscode: choice.vscode };
}

/** Puts an extension where VS Code looks for those that are installed. */
function install(folder, extensions) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  fs.cpSync(folder, path.join(extensions, `${publisher}.${name}-${version}`), { recursive: true });
}

/** The path of the executable to run, after it has been installed. */
async function provide({ vscode, executable, why }, version) {
  if (vscode === 'given') {
    console.log(`VS Code: ${executable} (${why})`);
    return executable;
  }
  if (vscode === 'desktop') {
    console.log(`VS Code: desktop, ${version} (${why})`);
    return downloadAndUnzipVSCode({ version, cachePath: path.join(REPOSITORY, '.vscode-test') });
  }
  console.log(`VS Code: ${VSCODE_VERSION} in the test host (${why})`);
  await ensureHost({ log: console.log });
  await ensureChromium({ log: console.log });
  // Archives of a repository do not always keep the permission.
  if (!isExecutable(STAND_IN)) fs.chmodSync(STAND_IN, 0o755);
  return STAND_IN;
}
