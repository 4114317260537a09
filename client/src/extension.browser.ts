/** Entry of the extension in the browser: the server runs in a web worker. */

import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type Running } from './activate.ts';
import { PRODUCT_NAME } from '../../server/src/protocol/index.ts';
import { CLIENT_ID } from './clientOptions.ts';
import { VirtualHistoryStore } from './rehearsal/historyStore.ts';

export async function activate(context: vscode.ExtensionContext): Promise<Running> {
  const server = vscode.Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  return activateWith(context, {
    makeClient: (options) => new LanguageClient(CLIENT_ID, PRODUCT_NAME, () => Promise.resolve(startWorker(server)), options),
    openStore: (folder, file) => new VirtualHistoryStore(vscode.workspace.fs, folder, file),
  });
}

/**
 * A worker by its two ends. The web extension host wraps workers in a class of its own, which the client doesn't
 * recognise as one.
 */
function startWorker(url: string): { reader: BrowserMessageReader; writer: BrowserMessageWriter } {
  const worker = new Worker(url);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
