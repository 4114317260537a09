#!/usr/bin/env node
/** Runs real editors against the built server, with the set-ups of docs/editors.md, and counts their checks: `node test/editors/run.mjs [NAME]…`. */

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setUpOf } from './setUps.mjs';

const HERE = import.meta.dirname;
const ROOT = path.join(HERE, '../..');
const SERVER = path.join(ROOT, 'dist/server.node.js');

/** Longer than any of them takes on a slow machine; an editor that is stuck is ended then. */
const MOST_MILLISECONDS = 120_000;

/** Each editor: what it is called, where Debian has it, and how it runs a set-up and then a scenario. */
const EDITORS = [
  {
    name: 'neovim',
    command: 'nvim',
    packages: ['neovim'],
    version: (output) => output.match(/NVIM v(\d+)\.(\d+)/),
    setUp: ([, major, minor]) => {
      if (major > 0 || minor >= 11) return 'neovim-0.11';
      return minor >= 8 ? 'neovim-0.8' : 'neovim-0.7';
    },
    extension: 'lua',
    args: (setUp, scenario) => ['--headless', '-u', setUp, '-c', `luafile ${scenario}`],
    folder: 'nvim',
  },
  {
    name: 'emacs',
    command: 'emacs',
    packages: ['emacs-nox', 'elpa-eglot', 'elpa-markdown-mode'],
    version: (output) => output.match(/GNU Emacs (\d+)\.(\d+)/),
    setUp: () => 'emacs',
    extension: 'el',
    args: (setUp, scenario) => ['-Q', '--batch', '-l', path.join(HERE, 'emacs/packages.el'), '-l', setUp, '-l', scenario],
    folder: 'emacs',
  },
];

await main(process.argv.slice(2));

async function main(wanted) {
  if (!existsSync(SERVER)) {
    console.error('dist/server.node.js is missing; build first: npm run build');
    process.exitCode = 2;
    return;
  }
  const total = { passed: 0, failed: 0 };
  for (const editor of EDITORS) {
    if (wanted.length > 0 && !wanted.includes(editor.name)) continue;
    const missing = install(editor);
    if (missing !== undefined) {
      console.log(`- ${editor.name} skipped: ${missing}`);
      continue;
    }
    const version = editor.version(spawnSync(editor.command, ['--version'], { encoding: 'utf8' }).stdout);
    const setUp = editor.setUp(version);
    console.log(`\n${editor.name} ${version[1]}.${version[2]} with the set-up ${setUp}`);
    for (const scenario of ['scenario', 'quit']) {
      const { passed, failed } = await play(editor, setUp, scenario);
      total.passed += passed;
      total.failed += failed;
    }
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** Makes sure that an editor is there; says what is in the way otherwise. */
function install({ command, packages }) {
  const isThere = () => spawnSync(command, ['--version']).status === 0;
  if (isThere()) return undefined;
  if (spawnSync('apt-get', ['--version']).status !== 0) return `${command} is not installed, and there is no apt-get to install it`;
  if (process.getuid?.() !== 0) return `${command} is not installed; apt-get install ${packages.join(' ')} brings it`;
  console.log(`Installing ${packages.join(', ')} …`);
  const { status, stderr } = spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0 && isThere() ? undefined : `apt-get can't install it: ${stderr.trim().split('\n').at(-1)}`;
}

/** One run of an editor on a copy of the sample workspace. Its own checks count, and that no server outlives it. */
async function play(editor, setUp, scenario) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-editor-'));
  try {
    const workspace = path.join(folder, 'workspace');
    cpSync(path.join(ROOT, 'test/fixtures/workspace'), workspace, { recursive: true });
    const setUpFile = path.join(folder, `init.${editor.extension}`);
    writeFileSync(setUpFile, setUpOf(setUp));
    const pids = path.join(folder, 'pids');
    writeFileSync(pids, '');
    const child = spawn(editor.command, editor.args(setUpFile, path.join(HERE, editor.folder, `${scenario}.${editor.extension}`)), {
      cwd: workspace,
      env: environment(folder, pids),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: MOST_MILLISECONDS,
      killSignal: 'SIGKILL',
    });
    const output = await finished(child);
    const checks = output.split('\n').filter((line) => /^(?:not )?ok - /.test(line));
    if (!/^done$/m.test(output)) checks.push(`not ok - ${scenario} reaches its end: ${output.slice(-1500)}`);
    checks.push(await noneIsLeft(pids));
    for (const check of checks) console.log(`  ${check}`);
    const passed = checks.filter((line) => line.startsWith('ok')).length;
    return { passed, failed: checks.length - passed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A home of its own, and a path on which the command is found as after `npm install --global`; it notes its process id. */
function environment(folder, pids) {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const command = path.join(bin, 'interview-answers-language-server');
  writeFileSync(command, `#!/bin/sh\necho $$ >>'${pids}'\nexec '${process.execPath}' '${SERVER}' "$@"\n`);
  chmodSync(command, 0o755);
  const home = path.join(folder, 'home');
  mkdirSync(home);
  return {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_STATE_HOME: path.join(home, 'state'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    LANG: 'C.UTF-8',
    TERM: 'dumb',
  };
}

function finished(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', () => resolve(output.replaceAll('\r', '')));
  });
}

/** The servers that the editor started end with it, if not at once then when they notice that it is gone. */
async function noneIsLeft(pids) {
  const started = readFileSync(pids, 'utf8').trim().split('\n').filter(Boolean).map(Number);
  if (started.length !== 1) return `not ok - the editor starts one server: it started ${started.length}`;
  for (const end = Date.now() + 15_000; ;) {
    const left = started.filter(isAlive);
    if (left.length === 0) return 'ok - no server outlives the editor';
    if (Date.now() > end) {
      for (const pid of left) process.kill(pid, 'SIGKILL');
      return `not ok - no server outlives the editor: ${left.join(', ')} did`;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // What nobody has waited for yet has ended all the same.
  return !/^State:\s+Z/m.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '');
}
