/** Runs short commands to their end, and tells whether a command exists. */

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const SHOWN_ON_FAILURE = 2000;

/**
 * Runs a command without a shell and without input. Rejects with the end of what it printed when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>} What it wrote to its standard output.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.once('error', (error) => reject(error.code === 'ENOENT' ? new Error(`The command "${command}" is not installed.`) : error));
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(output);
      const said = (output + errors).trim().slice(-SHOWN_ON_FAILURE);
      reject(new Error(`${command} ${args.slice(0, 2).join(' ')} failed (${code ?? signal}):\n${said}`));
    });
  });
}

/**
 * Finds a command as a shell would.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} Its path.
 */
export function findOnPath(name, env = process.env) {
  const suffixes = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  for (const folder of (env.PATH ?? env.Path ?? '').split(path.delimiter)) {
    for (const suffix of suffixes) {
      const candidate = path.join(folder, name + suffix);
      if (folder && isExecutable(candidate)) return candidate;
    }
  }
  return undefined;
}

/**
 * Tells whether the path is a file that may be executed.
 * @param {string} file
 */
export function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Tells whether a process is alive.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
