/** The commands that begin a rehearsal, or show what has come of them. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { RehearsalHistory } from './history.ts';
import { RehearsalPanel } from './panel.ts';
import type { Source } from './view/messages.ts';
import { t } from '../../../server/src/core/locale/locale.ts';

/** Registers everything of the rehearsal; disposed with the extension. */
export function registerRehearsal(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  history: RehearsalHistory,
): vscode.Disposable {
  const panel = new RehearsalPanel(context, client, history);
  const begin =
    (kind: Source['kind']) =>
    (uri?: unknown, line?: unknown): Promise<void> =>
      rehearse(panel, kind, uri, line);
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand('interviewAnswers.rehearse', begin('answer')),
    vscode.commands.registerCommand('interviewAnswers.rehearseSection', begin('section')),
    vscode.commands.registerCommand('interviewAnswers.rehearseFile', begin('file')),
    vscode.commands.registerCommand('interviewAnswers.mockInterview', begin('interview')),
    vscode.commands.registerCommand('interviewAnswers.rehearsalHistory', () => panel.showHistory()),
  );
}

/**
 * Begins at a document and a line, by default those of the cursor. A code lens and other extensions give the document
 * as text, menus as a Uri, and menus give more than that behind it.
 */
async function rehearse(panel: RehearsalPanel, kind: Source['kind'], uri: unknown, line: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const given = uri instanceof vscode.Uri ? uri.toString() : typeof uri === 'string' ? uri : undefined;
  const at = given ?? editor?.document.uri.toString();
  if (at === undefined) return;
  const cursor = editor?.document.uri.toString() === vscode.Uri.parse(at).toString() ? editor.selection.active.line : 0;
  const isBegun = await panel.rehearse({ uri: at, kind, line: typeof line === 'number' ? line : cursor });
  if (!isBegun) void vscode.window.showInformationMessage(t('There is nothing to say here yet: write below a heading.'));
}
