/** What the extension does on every platform: starts the language client and shows the answer's time in the status bar. */

import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { CLIENT_NAME, clientOptions } from './clientOptions.ts';
import { cacheFolderOf, offerFiles } from './files.ts';
import { sayAs } from './sayAs.ts';
import { StatusBar } from './statusBar.ts';
import { showTranscripts } from './transcriptsTree.ts';

/** What `activate` returns, for tests and for other extensions. */
export interface Running {
  readonly client: BaseLanguageClient;
}

/** Starts everything; what it starts is disposed with the extension. Rejects when the server can't be started. */
export async function activateWith(
  context: vscode.ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Running> {
  const log = vscode.window.createOutputChannel(CLIENT_NAME, { log: true });
  const client = makeClient(clientOptions(log, { readsFiles: true, completesHeadings: hasMarkdownSupport(), ...cacheFolderOf(context) }));
  context.subscriptions.push(
    log,
    { dispose: () => void client.dispose() },
    vscode.commands.registerCommand('interviewAnswers.restartServer', () => restart(client)),
    vscode.commands.registerCommand('interviewAnswers.showLog', () => log.show()),
    vscode.commands.registerCommand('interviewAnswers.sayAs', () => sayAs(client)),
    new StatusBar(client),
    ...offerFiles(client),
    ...showTranscripts(client),
  );
  await client.start();
  return { client };
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

/** Whether VS Code's own Markdown support is there, which completes links to headings. */
function hasMarkdownSupport(): boolean {
  return vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined;
}
