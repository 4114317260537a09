/** Starts the VS Code server on a loopback port, and runs its command line. */

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EXIT, RunError } from './exitCodes.mjs';

/** What the server prints when it answers. */
const READY = /Web UI available at http:\/\/[^:/]+:(\d+)/;
/** A server that cannot listen says so, and stays. */
const CANNOT_LISTEN = /Error: listen \w+: (.+)/;
const START_MS = 60_000;
const STOP_MS = 3000;

/** Variables that would tie the server to a VS Code in whose terminal it was started, or change the server's own Node. */
const FOREIGN_VARIABLES = ['CODE_SERVER_PARENT_PID', 'ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'VSCODE_IPC_HOOK_CLI'];

const QUIET = [
  '--accept-server-license-terms',
  '--disable-getting-started-override',
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  '--telemetry-level=off',
];

/**
 * @typedef {object} Folders
 * @property {string} run The run's temporary folder.
 * @property {string} userData
 * @property {string} extensions
 */

/**
 * @typedef {object} Server
 * @property {string} origin Such as `http://127.0.0.1:1234`.
 * @property {string} authority The origin without its scheme.
 * @property {{ tkn?: string }} access What the first address opened has to contain; a cookie has it from then on.
 * @property {Promise<string>} ended Tells how the server ended, once it did.
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the server and waits until it answers.
 * @param {object} options
 * @param {import('./layout.mjs').Host} options.host
 * @param {import('./cleanup.mjs').Run} options.run
 * @param {Folders} options.folders
 * @param {number} [options.port] 0: any that is free.
 * @param {boolean} [options.withToken] Whether the server lets in only who knows its address.
 * @param {string[]} [options.args] More arguments for the server.
 * @param {NodeJS.ProcessEnv} [options.env] More variables for the server and its extension hosts.
 * @param {(text: string) => void} options.onLog
 * @returns {Promise<Server>}
 */
export async function startServer({ host, run, folders, port = 0, withToken = true, args = [], env = {}, onLog }) {
  // Everybody on this machine can reach the port, and a server runs any command for whoever is let in.
  const access = withToken ? { tkn: randomBytes(16).toString('hex') } : {};
  const child = spawn(
    host.node,
    [
      host.serverMain,
      '--host=127.0.0.1',
      `--port=${port}`,
      withToken ? `--connection-token=${access.tkn}` : '--without-connection-token',
      ...QUIET,
      ...folderArguments(folders),
      ...args,
    ],
    // A process group of its own: the extension hosts and all they start belong to it and end with it.
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...serverEnvironment(folders.run), ...env } },
  );
  if (child.pid) run.killAtEnd(child.pid);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`exit code ${code ?? signal}`));
  });

  const listening = readPort(child, onLog);
  const failed = ended.then((how) => fail(`The VS Code server ended early (${how}).`));
  const late = delay(START_MS, undefined, { ref: false }).then(() => fail('The VS Code server did not answer in time.'));
  const authority = `127.0.0.1:${await Promise.race([listening, failed, late])}`;

  return {
    origin: `http://${authority}`,
    authority,
    access,
    ended,
    async stop() {
      signalGroup(child.pid, 'SIGTERM');
      await Promise.race([ended, delay(STOP_MS)]);
    },
  };
}

/** Reads the server's output until it says where it listens, or that it cannot. */
function readPort(child, onLog) {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = (text) => {
      onLog(text);
      log += text;
      const [, port] = READY.exec(log) ?? [];
      const [, problem] = CANNOT_LISTEN.exec(log) ?? [];
      if (port) resolve(port);
      if (problem) reject(new RunError(EXIT.serverEnded, `The VS Code server cannot listen: ${problem}.`));
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
  });
}

function fail(message) {
  throw new RunError(EXIT.serverEnded, message);
}

/**
 * Runs one of the server's own commands, such as `--install-extension`, with its output on ours.
 * @param {import('./layout.mjs').Host} host
 * @param {Folders} folders
 * @param {string[]} args
 * @returns {Promise<number>} Its exit code.
 */
export function runServerCommand(host, folders, args) {
  const all = [host.serverMain, '--accept-server-license-terms', ...folderArguments(folders), ...args];
  const child = spawn(host.node, all, { stdio: ['ignore', 'inherit', 'inherit'], env: serverEnvironment(folders.run) });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function folderArguments({ run, userData, extensions }) {
  return ['--server-data-dir', path.join(run, 'server'), '--user-data-dir', userData, '--extensions-dir', extensions];
}

/** Temporary files and sockets of the server and of extensions go to the run's folder, and with it in the end. */
function serverEnvironment(folder) {
  const env = { ...process.env, TMPDIR: folder, XDG_RUNTIME_DIR: folder };
  for (const name of FOREIGN_VARIABLES) delete env[name];
  return env;
}

function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch {
    // It has ended already.
  }
}
