/** Entry of the extension in the browser: the server runs in a web worker. */

import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type Running } from './activate.ts';
import { CLIENT_ID, CLIENT_NAME } from './clientOptions.ts';

export async function activate(context: vscode.ExtensionContext): Promise<Running> {
  const server = vscode.Uri.joinPath(context.extensionUri, 'dist/server.browser.js');
  return activateWith(
    context,
    (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, () => Promise.resolve(new Worker(server.toString(true))), options),
  );
}
