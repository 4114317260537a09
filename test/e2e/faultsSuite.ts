/** A server that is killed, in the Node extension host: it is started again with all it knew, a few times; then it is said. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Running } from '../../client/src/activate.ts';
import { MOST_RESTARTS } from '../../client/src/restarts.ts';
import { words } from '../support/words.ts';
import { assert, closeAll, codes, show, until, untitled, untilCodes } from './support.ts';

export function defineFaultsSuite(): void {
  describe('A server that is killed', () => {
    let running: Running;

    before(async () => {
      const extension = vscode.extensions.getExtension<Running>('interview-answers.interview-answers');
      assert(extension, 'the extension is installed');
      running = await extension.activate();
    });

    afterEach(async () => {
      await vscode.commands.executeCommand('interviewAnswers.restartServer');
      await closeAll();
    });

    it('in the middle of a request is started again, with the text as it is by now', async () => {
      const document = await show(await untitled(`# Why us (10 s)\n\n${words(60)}.\n`));
      await untilCodes(document.uri, ['duration/over']);
      const asked = vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 4));
      await kill(running);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 10, 0, 12), '90');
      await vscode.workspace.applyEdit(edit);
      await Promise.resolve(asked).catch(() => undefined);
      await untilCodes(document.uri, ['duration/under'], ['duration/over']);
      await until('it to be said', () => running.status.detail.includes('was started again (1 of at most 4 times)'));
    });

    it('is started again, however much it was asked before anybody knew that it is gone', async () => {
      const document = await show(await untitled(`# Why us (10 s)\n\n${words(60)}.\n`));
      await untilCodes(document.uri, ['duration/over']);
      const child = await until('a process', () => (running.client as LanguageClient).serverProcess);
      // Between these two the client writes to a channel that is closed.
      const isGone = new Promise((resolve) => child.once('close', resolve));
      const asked = new Promise((resolve) =>
        child.once('disconnect', () =>
          resolve(Promise.allSettled(Array.from({ length: 20 }, () => running.client.sendRequest('textDocument/foldingRange', {})))),
        ),
      );
      child.kill('SIGKILL');
      await isGone;
      await asked;
      await until('another process', () => {
        const { serverProcess } = running.client as LanguageClient;
        return serverProcess !== undefined && serverProcess.pid !== child.pid;
      });
      await untilCodes(document.uri, ['duration/over']);
    });

    it('again and again is said in the end, and started by hand', async () => {
      const document = await show(await untitled(`# Why us (10 s)\n\n${words(60)}.\n`));
      for (let i = 0; i <= MOST_RESTARTS; i++) {
        await untilCodes(document.uri, ['duration/over']);
        await kill(running);
      }
      await until('it to be given up', () => running.status.text === 'Stopped');
      assert(running.status.detail.includes('stopped unexpectedly 5 times within three minutes'), running.status.detail);
      await vscode.commands.executeCommand('interviewAnswers.restartServer');
      await until('the server to run', () => running.status.text !== 'Stopped' && codes(document.uri).includes('duration/over'));
    });
  });
}

/** Kills the server's process, and waits until it is gone. */
async function kill({ client }: Running): Promise<void> {
  const child = await until('a process', () => (client as LanguageClient).serverProcess);
  const { pid } = child;
  child.kill('SIGKILL');
  await until('the process to be gone', () => (client as LanguageClient).serverProcess?.pid !== pid);
}
