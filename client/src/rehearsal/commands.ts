/** The commands that start a rehearsal or show the history. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { withoutLinks } from '../shownText.ts';
import { BrowserRehearsal, type ServePage } from './browserRehearsal.ts';
import type { RehearsalHistory } from './history.ts';
import { RehearsalPanel } from './panel.ts';
import type { Source } from './view/messages.ts';
import { t } from '../../../server/src/core/locale/locale.ts';

/** Registers everything of the rehearsal; disposed with the extension. */
export function registerRehearsal(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  history: RehearsalHistory,
  servePage: ServePage | undefined,
): vscode.Disposable {
  const panel = new RehearsalPanel(context, client, history, servePage !== undefined);
  const browser = new BrowserRehearsal(client, servePage, panel);
  const begin =
    (kind: Source['kind']) =>
    (uri?: unknown, line?: unknown): Promise<void> =>
      rehearse(panel, kind, uri, line);
  return vscode.Disposable.from(
    panel,
    browser,
    vscode.commands.registerCommand('interviewAnswers.rehearse', begin('answer')),
    vscode.commands.registerCommand('interviewAnswers.rehearseSection', begin('section')),
    vscode.commands.registerCommand('interviewAnswers.rehearseFile', begin('file')),
    vscode.commands.registerCommand('interviewAnswers.mockInterview', begin('interview')),
    vscode.commands.registerCommand('interviewAnswers.rehearseInBrowser', (uri?: unknown, line?: unknown) => openPage(browser, uri, line)),
    vscode.commands.registerCommand('interviewAnswers.copyPageLink', () => browser.copyLink()),
    vscode.commands.registerCommand('interviewAnswers.rehearsalHistory', () => panel.showHistory()),
  );
}

async function rehearse(panel: RehearsalPanel, kind: Source['kind'], uri: unknown, line: unknown): Promise<void> {
  const source = sourceAt(kind, uri, line);
  if (source === undefined) return;
  const isBegun = await panel.rehearse(source);
  if (!isBegun) void vscode.window.showInformationMessage(t('There is nothing to say here yet: write below a heading.'));
}

async function openPage(browser: BrowserRehearsal, uri: unknown, line: unknown): Promise<void> {
  const source = sourceAt('answer', uri, line);
  if (source === undefined) return;
  try {
    await browser.open(source);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(withoutLinks(t('The rehearsal page can’t be opened: {0}', problem)));
  }
}

/**
 * What to rehearse: at a document and a line, by default those of the cursor. A code lens and other extensions give the
 * document as text, menus as a Uri, and menus give more than that behind it.
 */
function sourceAt(kind: Source['kind'], uri: unknown, line: unknown): Source | undefined {
  const editor = vscode.window.activeTextEditor;
  const given = uri instanceof vscode.Uri ? uri.toString() : typeof uri === 'string' ? uri : undefined;
  const at = given ?? editor?.document.uri.toString();
  if (at === undefined) return undefined;
  const cursor = editor?.document.uri.toString() === vscode.Uri.parse(at).toString() ? editor.selection.active.line : 0;
  return { uri: at, kind, line: typeof line === 'number' ? line : cursor };
}
