/** Finds the browser that shows VS Code's workbench, and installs Debian's chromium where there is none. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findOnPath, isExecutable, run } from './processes.mjs';

const COMMANDS = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium-browser',
];

/** Places of browsers that are installed without a command on the PATH. */
const PLACES = ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];

/** The browser alone, and one font, as a headless browser without any font shows no text. */
const PACKAGES = ['chromium', 'fonts-dejavu-core'];

/** apt waits this many seconds for another apt to finish. */
const LOCK_TIMEOUT = 'DPkg::Lock::Timeout=600';

/**
 * Finds an installed browser: VSCODE_HOST_CHROMIUM, then Chromium, Chrome and Edge where they usually are.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findChromium(env = process.env) {
  const chosen = env.VSCODE_HOST_CHROMIUM;
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`VSCODE_HOST_CHROMIUM names ${chosen}, which is not an executable file.`);
    return chosen;
  }
  for (const command of COMMANDS) {
    const found = findOnPath(command, env);
    if (found) return found;
  }
  return [...PLACES, ...playwrightBrowsers(env)].find(isExecutable);
}

/** Browsers that Playwright downloaded for something else, newest first. */
function playwrightBrowsers(env) {
  const root = env.PLAYWRIGHT_BROWSERS_PATH || path.join(os.homedir(), '.cache/ms-playwright');
  if (!fs.existsSync(root)) return [];
  return fs
    .readdirSync(root)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)))
    .flatMap((name) => ['chrome-linux64', 'chrome-linux'].map((folder) => path.join(root, name, folder, 'chrome')));
}

/**
 * Finds a browser; installs Debian's chromium when there is none and the user may install packages.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<string>} The browser's path.
 */
export async function ensureChromium({ log = (line) => console.error(line) } = {}) {
  const found = findChromium();
  if (found) return found;
  const prefix = await rightToInstall();
  if (!prefix) throw new Error(missing('It cannot be installed here: that takes apt-get, and root or sudo without a password.'));
  log(`No Chromium or Chrome found; installing ${PACKAGES.join(' and ')} with apt-get …`);
  try {
    await install(prefix);
  } catch (error) {
    throw new Error(missing(error.message), { cause: error });
  }
  const installed = findChromium();
  if (!installed) throw new Error(missing('apt-get installed a package without a browser in it.'));
  return installed;
}

/** The command line to put in front of apt-get, if the user may run it. */
async function rightToInstall() {
  if (!findOnPath('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  if (!findOnPath('sudo')) return undefined;
  return run('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n'],
    () => undefined,
  );
}

async function install(prefix) {
  const aptGet = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', LOCK_TIMEOUT, ...args];
    return run(command, rest);
  };
  // Old lists may still do, for instance when a second apt-get is updating them at this moment.
  await aptGet('update', '-q').catch(() => {});
  await aptGet('install', '-y', '-q', '--no-install-recommends', ...PACKAGES);
}

function missing(why) {
  return (
    'The VS Code test host needs Chromium, Chrome or Edge, and found none.\n' +
    `${why}\n` +
    `Install one of them (Debian: apt-get install ${PACKAGES.join(' ')}), or set VSCODE_HOST_CHROMIUM to its path.`
  );
}
