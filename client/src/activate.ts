/** What the extension does on every platform: starts the language client and shows the answer's time in the status bar. */

import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { clientOptions } from './clientOptions.ts';
import { PRODUCT_NAME } from '../../server/src/protocol/index.ts';
import { REHEARSE_COMMAND } from '../../server/src/protocol/rehearsal.ts';
import { Cursor } from './cursor.ts';
import { cacheFolderOf, offerFiles } from './files.ts';
import type { ServePage } from './rehearsal/browserRehearsal.ts';
import { registerRehearsal } from './rehearsal/commands.ts';
import { RehearsalHistory, type OpenStore } from './rehearsal/history.ts';
import { registerHistoryCommands } from './rehearsal/historyCommands.ts';
import { LanguageStatus } from './languageStatus.ts';
import { startOverview, type Overview } from './overview/startOverview.ts';
import { Restarts } from './restarts.ts';
import { sayAs } from './sayAs.ts';
import { importQuestions } from './start/importQuestions.ts';
import { newAnswersFile } from './start/newAnswersFile.ts';
import { openSample } from './start/openSample.ts';
import { vocabularyCommand } from './vocabulary.ts';
import { takeEditorLocale } from './locale.ts';
import { askAgainWhenTrusted } from './workspaceSettings.ts';
import { StatusBar } from './statusBar.ts';
import { showTranscripts } from './transcriptsTree.ts';

/** What `activate` returns, for tests and for other extensions. */
export interface Running {
  readonly client: BaseLanguageClient;
  readonly history: RehearsalHistory;
  readonly overview: Overview;
  readonly status: LanguageStatus;
}

/** What differs between Node and the browser. */
export interface Platform {
  readonly makeClient: (options: LanguageClientOptions) => BaseLanguageClient;
  readonly openStore: OpenStore;
  /** Absent where nothing can listen for the user's browser. */
  readonly servePage?: ServePage;
}

/** Starts everything; what it starts is disposed with the extension. Rejects when the server can't be started. */
export async function activateWith(context: vscode.ExtensionContext, { makeClient, openStore, servePage }: Platform): Promise<Running> {
  const translations = takeEditorLocale();
  const log = vscode.window.createOutputChannel(PRODUCT_NAME, { log: true });
  const offers = {
    readsFiles: true,
    translations,
    completesHeadings: hasMarkdownSupport(),
    commands: [REHEARSE_COMMAND],
    ...cacheFolderOf(context),
  };
  const restarts = new Restarts(() => performance.now());
  const client = makeClient(clientOptions(log, offers, restarts));
  const history = new RehearsalHistory(client, context.globalStorageUri, openStore);
  const overview = startOverview(context.extensionUri, client);
  const status = new LanguageStatus(client, restarts);
  context.subscriptions.push(
    log,
    { dispose: () => void client.dispose() },
    vscode.commands.registerCommand('interviewAnswers.restartServer', () => restart(client, restarts)),
    vscode.commands.registerCommand('interviewAnswers.showLog', () => log.show()),
    vscode.commands.registerCommand('interviewAnswers.sayAs', () => sayAs(client)),
    vscode.commands.registerCommand('interviewAnswers.newAnswersFile', (template?: string) => newAnswersFile(template)),
    vscode.commands.registerCommand('interviewAnswers.importQuestions', () => importQuestions(client)),
    vscode.commands.registerCommand('interviewAnswers.openSample', (parent?: vscode.Uri) => openSample(context.extensionUri, parent)),
    history,
    registerHistoryCommands(client, history),
    new StatusBar(client, history.onDidChange),
    new Cursor(client),
    vocabularyCommand(client),
    askAgainWhenTrusted(client),
    overview,
    status,
    registerRehearsal(context, client, history, servePage),
    ...offerFiles(client),
    ...showTranscripts(client, status),
  );
  await client.start();
  return { client, history, overview, status };
}

async function restart(client: BaseLanguageClient, restarts: Restarts): Promise<void> {
  restarts.begin();
  if (client.needsStop()) await client.stop();
  await client.start();
}

/** Whether VS Code's own Markdown support is there, which completes links to headings. */
function hasMarkdownSupport(): boolean {
  return vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined;
}
