/** Starts the extension on the desktop and on remote machines: the server runs in a Node process of its own, and so do tasks. */

import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Running } from './activate.ts';
import { PRODUCT_NAME } from '../../server/src/protocol/index.ts';
import { CLIENT_ID } from './clientOptions.ts';
import { offerTasks } from './tasks.ts';
import { VirtualHistoryStore } from './rehearsal/historyStore.ts';
import { NodeHistoryStore } from './rehearsal/nodeHistoryStore.ts';
import { pageServer } from './rehearsal/nodeRehearsalPage.ts';

export function start(context: vscode.ExtensionContext): Promise<Running> {
  context.subscriptions.push(offerTasks(context));
  const module = context.asAbsolutePath('dist/server.node.js');
  return activateWith(context, {
    makeClient: (options) =>
      new LanguageClient(
        CLIENT_ID,
        PRODUCT_NAME,
        {
          run: { module, transport: TransportKind.ipc },
          debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
        },
        options,
      ),
    // A workspace may be virtual on the desktop, too.
    openStore: (folder, file, isShared) =>
      file.scheme === 'file'
        ? new NodeHistoryStore(file.fsPath, isShared ? 'refused' : 'followed')
        : new VirtualHistoryStore(vscode.workspace.fs, folder, file),
    servePage: pageServer(context.extensionPath),
  });
}
