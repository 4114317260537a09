/** What has to work in both extension hosts; the hosts' own indexes call it. */

import { workbench } from '../../workbenchControl.mjs';

/* global describe, it */

/** The message of a failing run, which run.mjs looks for in the output. */
const PLANNED_FAILURE = 'planned failure';

/**
 * Defines the tests.
 * @param {object} options
 * @param {any} options.vscode The API of the host.
 * @param {string} options.host Where the extension has to run: "node" or "web worker".
 * @param {string} options.shot The name of the screenshot.
 * @param {boolean} options.fail Whether the last test is to fail; then there are only two.
 */
export function defineWorkbenchSuite({ vscode, host, shot, fail }) {
  const extension = vscode.extensions.getExtension('test-host.test-host-selftest');

  describe(`VS Code's ${host} extension host`, () => {
    it('runs the extension', async () => {
      const api = await extension.activate();
      equal(api.host, host);
      equal(await vscode.commands.executeCommand('selftest.greet', 'host'), 'Hello, host!');
    });

    if (fail) {
      it('fails', () => {
        throw new Error(PLANNED_FAILURE);
      });
      return;
    }

    it('has the settings it was given', () => {
      equal(vscode.workspace.getConfiguration('editor').get('tabSize'), 7);
    });

    it('opens virtual documents', async () => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('selftest:some text'));
      equal(document.getText(), 'SOME TEXT');
    });

    it('prints what takes a while before the run has ended', async () => {
      console.log('%s before the wait', host);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    });

    it('types into an editor and sees the text appear', async () => {
      const document = await vscode.workspace.openTextDocument({ content: '', language: 'plaintext' });
      await vscode.window.showTextDocument(document);
      await workbench.waitFor('.monaco-editor.focused');
      const ms = await workbench.type('typed', { until: { selector: '.view-line:has-text("typed")' } });
      // The page shows a letter before the extension host hears of it.
      await untilText(vscode, document, 'typed');
      equal(document.getText(), 'typed');
      console.log(`(${ms.toFixed(0)} ms from the first key to the last letter)`);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('clicks in a webview', async () => {
      const api = await extension.activate();
      await vscode.commands.executeCommand('selftest.openCounter');
      await workbench.waitFor('button', { webview: 0 });
      await workbench.click('button', { webview: 0, until: { selector: 'p:has-text("Clicked 1 times")', webview: 0 } });
      equal(api.clicks(), 1);
      equal(await workbench.evaluate('document.querySelector("button").textContent', { webview: 0 }), 'Count');
    });

    it('takes a screenshot, in the size that was asked for', async () => {
      await workbench.resize(1000, 700);
      const file = await workbench.screenshot(shot);
      equal(file.endsWith(shot), true);
      equal(await workbench.evaluate('innerWidth'), 1000);
    });

    it('refuses to write a screenshot anywhere else', async () => {
      const error = await workbench.screenshot('../elsewhere.png').then(
        () => undefined,
        (reason) => reason,
      );
      equal(/is outside of/.test(error?.message), true);
    });
  });
}

/** Resolves once a document has a text; a test that waits in vain runs out of its time. */
function untilText(vscode, document, text) {
  return new Promise((resolve) => {
    const look = () => {
      if (document.getText() !== text) return;
      changes.dispose();
      resolve();
    };
    const changes = vscode.workspace.onDidChangeTextDocument(look);
    look();
  });
}

/** node:assert does not exist in the web worker. */
function equal(actual, expected) {
  if (actual !== expected) throw new Error(`Expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}.`);
}
