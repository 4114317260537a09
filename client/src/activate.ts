/** What the extension does on every platform: starts the language client and shows the answer's time in the status bar. */

import * as vscode from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { CLIENT_NAME, clientOptions } from './clientOptions.ts';
import { registerRehearsal } from './rehearsal/commands.ts';
import { InterimHistory } from './rehearsal/interimHistory.ts';
import { sayAs } from './sayAs.ts';
import { StatusBar } from './statusBar.ts';

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
  const client = makeClient(clientOptions(log));
  const history = new InterimHistory(client, context.globalStorageUri);
  context.subscriptions.push(
    log,
    { dispose: () => void client.dispose() },
    vscode.commands.registerCommand('interviewAnswers.restartServer', () => restart(client)),
    vscode.commands.registerCommand('interviewAnswers.showLog', () => log.show()),
    vscode.commands.registerCommand('interviewAnswers.sayAs', () => sayAs(client)),
    new StatusBar(client),
    registerRehearsal(context, client, history),
    client.onDidChangeState(({ newState }) => void (newState === State.Running && history.tell())),
  );
  await client.start();
  return { client };
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
