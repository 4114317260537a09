/** Checks what `npm start` runs: any browser that opens the printed address has VS Code with the extension. */

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureChromium } from '../../chromium.mjs';
import { ensureHost } from '../../install.mjs';
import { closeBrowser, startBrowser } from '../../workbench.mjs';
import { start } from '../processes.mjs';

const EXTENSION = path.resolve(import.meta.dirname, '../extension');
const READY = /^Ready: (http:\/\/127\.0\.0\.1:\d+\/\S*)/m;

export const starting = {
  async 'npm start serves VS Code with the extension, and stops without leaving anything'() {
    const program = start('start.mjs', ['--extension', EXTENSION, '--folder', EXTENSION, '--server']);
    const [, address] = await program.waitFor(READY);
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'st-'));
    const browser = await startBrowser(await ensureHost(), await ensureChromium(), home);
    try {
      const page = await browser.newPage();
      await page.goto(address);
      await page.getByText('Self-test is active').waitFor({ timeout: 30_000 });
      await page.getByRole('treeitem', { name: 'extension.js' }).waitFor();
      assert.equal((await fetch(new URL('/', address))).status, 403, 'Only who knows the address may come in.');
    } finally {
      await closeBrowser(browser);
      fs.rmSync(home, { recursive: true });
      program.child.kill('SIGTERM');
    }
    assert.equal(await program.ended, 0, program.output());
    await program.assertNothingLeft();
  },

  async 'npm start says which folder is missing'() {
    const program = start('start.mjs', ['--extension', EXTENSION, '--folder', '/nowhere']);
    assert.equal(await program.ended, 1);
    assert.match(program.output(), /there is no folder \/nowhere/);
    await program.assertNothingLeft();
  },
};
