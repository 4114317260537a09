/** Checks what the host decides before it starts anything. */

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chooseVSCode } from '../../choice.mjs';
import { findChromium } from '../../chromium.mjs';
import { parseCommandLine } from '../../commandLine.mjs';
import { findDesktop } from '../../desktop.mjs';
import { findWebTests } from '../../webExtension.mjs';

const choice = async (env, { canDownload = true, platform = 'linux' } = {}) =>
  (await chooseVSCode({ env, platform, canDownload: async () => canDownload })).vscode;

export const decisions = {
  async 'VSCODE_EXECUTABLE decides before anything else'() {
    assert.equal(await choice({ VSCODE_EXECUTABLE: process.execPath, VSCODE_HOST: 'desktop' }), 'given');
    await assert.rejects(choice({ VSCODE_EXECUTABLE: '/nowhere/code' }), /not an executable/);
  },

  async 'VSCODE_HOST decides next'() {
    assert.equal(await choice({ VSCODE_HOST: 'desktop' }, { canDownload: false }), 'desktop');
    assert.equal(await choice({ VSCODE_HOST: 'server', DISPLAY: ':0' }), 'stand-in');
    await assert.rejects(choice({ VSCODE_HOST: 'browser' }), /"desktop" or "server"/);
  },

  async 'desktop VS Code is the default where it can be had'() {
    assert.equal(await choice({ DISPLAY: ':0' }), 'desktop');
    assert.equal(await choice({ DISPLAY: ':0' }, { canDownload: false }), 'stand-in');
    assert.equal(await choice({}), 'stand-in');
    assert.equal(await choice({}, { canDownload: false, platform: 'darwin' }), 'desktop');
  },

  'the command line of test-electron is understood'() {
    const options = parseCommandLine([
      '/folder',
      '--user-data-dir=/data',
      '--extensions-dir',
      '/extensions',
      '--no-sandbox',
      '--extensionDevelopmentKind=web',
      '--crash-reporter-directory',
      '/crashes',
      '--extensionTestsPath=/a=b/tests',
      '--extensionDevelopmentPath=/one',
      '--extensionDevelopmentPath=/two',
      '--enable-proposed-api',
      '--disable-extensions',
    ]);
    assert.deepEqual(options, {
      extensionFolders: ['/one', '/two'],
      web: true,
      tests: '/a=b/tests',
      open: ['/folder'],
      userData: '/data',
      extensions: '/extensions',
      disableExtensions: true,
      proposedApi: [''],
      install: [],
      list: false,
      version: false,
    });
    assert.throws(() => parseCommandLine(['--extensionTestsPath']), /needs a value/);
  },

  'desktop VS Code is found where it can open a window'() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'st-'));
    const code = path.join(folder, 'code');
    fs.writeFileSync(code, '#!/bin/sh\n', { mode: 0o755 });
    assert.equal(findDesktop({ PATH: folder, DISPLAY: ':0' }, 'linux'), code);
    assert.equal(findDesktop({ PATH: folder }, 'linux'), undefined);
    assert.equal(findDesktop({ PATH: folder, DISPLAY: ':0', VSCODE_IPC_HOOK_CLI: '/socket' }, 'linux'), undefined);
    fs.rmSync(folder, { recursive: true });
  },

  'VSCODE_HOST_CHROMIUM has to be a browser that is there'() {
    assert.equal(findChromium({ VSCODE_HOST_CHROMIUM: process.execPath }), process.execPath);
    assert.throws(() => findChromium({ VSCODE_HOST_CHROMIUM: '/nowhere/chromium' }), /not an executable/);
  },

  'web tests have to lie inside of the extension'() {
    const here = import.meta.dirname;
    assert.equal(findWebTests(path.join(here, 'decisions.mjs'), [path.dirname(here)]), path.join(here, 'decisions.mjs'));
    assert.equal(findWebTests(path.join(here, 'decisions.mjs'), ['/elsewhere']), undefined);
    assert.throws(() => findWebTests(path.join(here, 'nothing'), [here]), /no tests/);
  },
};
