/** Finds desktop VS Code on this machine, and opens it with an extension under development. */

import { spawn } from 'node:child_process';
import path from 'node:path';
import { hasDisplay } from './choice.mjs';
import { findOnPath, isExecutable } from './processes.mjs';

const COMMANDS = ['code', 'code-insiders', 'codium'];

/** On macOS the command is on the PATH only if the user has put it there. */
const MAC_COMMANDS = [
  '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
  '/Applications/Visual Studio Code - Insiders.app/Contents/Resources/app/bin/code',
  '/Applications/VSCodium.app/Contents/Resources/app/bin/codium',
];

/**
 * Finds desktop VS Code, if it could open a window.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string | undefined} Its command.
 */
export function findDesktop(env = process.env, platform = process.platform) {
  // In the terminal of a remote window, `code` talks to that window, and cannot open one with an extension.
  if (env.VSCODE_IPC_HOOK_CLI) return undefined;
  if (platform === 'linux' && !hasDisplay(env)) return undefined;
  for (const command of COMMANDS) {
    const found = findOnPath(command, env);
    if (found) return found;
  }
  return platform === 'darwin' ? MAC_COMMANDS.find(isExecutable) : undefined;
}

/**
 * Opens desktop VS Code.
 * @param {object} options
 * @param {string} options.command
 * @param {string} options.extension
 * @param {string} options.folder
 * @returns {Promise<number>} The command's exit code; the window stays open.
 */
export function openDesktop({ command, extension, folder }) {
  const args = [`--extensionDevelopmentPath=${extension}`, path.resolve(folder)];
  // On Windows the command is a batch file, which only a shell can run.
  const shell = process.platform === 'win32';
  const quote = (text) => (shell ? `"${text}"` : text);
  const child = spawn(quote(command), args.map(quote), { stdio: 'inherit', shell });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
