/** The command "Say This Word As…": asks how the word at the cursor is said, and keeps it in the settings. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { READING_METHOD, type ReadingParams, type ReadingResult } from '../../server/src/protocol/index.ts';
import { t } from '../../server/src/core/locale/locale.ts';

/** Does nothing where no word is, or when the user changes their mind. */
export async function sayAs(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { line, character } = editor.selection.start;
  const params: ReadingParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) },
    position: { line, character },
  };
  const reading = await client.sendRequest<ReadingResult | null>(READING_METHOD, params);
  if (reading === null) {
    void vscode.window.showInformationMessage(t('There is no spoken word at the cursor.'));
    return;
  }
  const said = await vscode.window.showInputBox({
    title: t('How do you say "{0}"?', reading.written),
    value: reading.said,
    prompt: t('Write it as plain words: "twenty five b". An empty text forgets what you said before.'),
  });
  if (said === undefined) return;
  await remember(editor.document.uri, reading.written, said.trim());
}

/** In the workspace's settings, where there is a workspace, because names belong to a topic. */
async function remember(uri: vscode.Uri, written: string, said: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration('interviewAnswers', uri);
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const known = settings.inspect<Record<string, string>>('pronunciations');
  const { [written]: _, ...others } = (inWorkspace ? known?.workspaceValue : known?.globalValue) ?? {};
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update('pronunciations', said === '' ? others : { ...others, [written]: said }, target);
}
