/** Decides which VS Code runs tests. */

import { isExecutable } from './processes.mjs';

/** Where desktop VS Code is downloaded from; asked only whether it answers. */
const UPDATE_SERVICE = 'https://update.code.visualstudio.com/api/releases/stable';
const REACH_MS = 3000;

/**
 * @typedef {object} Choice
 * @property {'given' | 'desktop' | 'stand-in'} vscode
 * @property {string} [executable] When it is given.
 * @property {string} why
 */

/**
 * Chooses: VSCODE_EXECUTABLE, then what VSCODE_HOST says (`desktop` or `server`), then desktop VS Code if it could be
 * downloaded and could open a window here, and otherwise the stand-in.
 * @param {object} [world] What the decision depends on.
 * @param {NodeJS.ProcessEnv} [world.env]
 * @param {NodeJS.Platform} [world.platform]
 * @param {() => Promise<boolean>} [world.canDownload]
 * @returns {Promise<Choice>}
 */
export async function chooseVSCode({ env = process.env, platform = process.platform, canDownload = reachUpdateService } = {}) {
  const executable = env.VSCODE_EXECUTABLE;
  if (executable) {
    if (!isExecutable(executable)) throw new Error(`VSCODE_EXECUTABLE names ${executable}, which is not an executable file.`);
    return { vscode: 'given', executable, why: 'VSCODE_EXECUTABLE' };
  }
  const wanted = env.VSCODE_HOST;
  if (wanted === 'desktop') return { vscode: 'desktop', why: 'VSCODE_HOST=desktop' };
  if (wanted === 'server') return { vscode: 'stand-in', why: 'VSCODE_HOST=server' };
  if (wanted) throw new Error(`VSCODE_HOST is "${wanted}"; it can be "desktop" or "server".`);

  // The stand-in is for Linux; elsewhere desktop VS Code has to be there, and says itself what is wrong if it is not.
  if (platform !== 'linux') return { vscode: 'desktop', why: `on ${platform}` };
  if (!hasDisplay(env)) return { vscode: 'stand-in', why: 'there is no display for desktop VS Code' };
  if (!(await canDownload())) return { vscode: 'stand-in', why: 'desktop VS Code cannot be downloaded' };
  return { vscode: 'desktop', why: 'it can be downloaded' };
}

/**
 * Tells whether a program can open windows on Linux.
 * @param {NodeJS.ProcessEnv} env
 */
export function hasDisplay(env) {
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** One answer for all runs of a process. @type {Promise<boolean> | undefined} */
let reached;

/** Asks once, and briefly: without a network, every test run would wait otherwise. */
function reachUpdateService() {
  reached ??= fetch(UPDATE_SERVICE, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) }).then(
    (response) => response.ok,
    () => false,
  );
  return reached;
}
