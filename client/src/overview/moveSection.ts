/** Moves a section of a document: asks the server for the edits, and makes them as one step that can be undone. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MOVE_SECTION_METHOD, type MoveSectionParams, type MoveSectionResult } from '../../../server/src/protocol/overview.ts';
import type { Outline } from './outlineSource.ts';
import { t } from '../../../server/src/core/locale/locale.ts';

/** Moves the heading of a line to where another one is (null: to the end). Gives the reason when it can't be done. */
export async function moveSection(
  client: BaseLanguageClient,
  { document, result }: Outline,
  line: number,
  onto: number | null,
): Promise<string | undefined> {
  const params: MoveSectionParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    version: result.version,
    line,
    onto,
  };
  const move = await client.sendRequest<MoveSectionResult | null>(MOVE_SECTION_METHOD, params);
  if (move === null) return t('The document is no longer open.');
  if ('refused' in move) return move.refused;
  if (document.version !== result.version) return t('The file has changed in the meantime. Please try again.');
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    move.edits.map(({ range: { start, end }, newText }) =>
      vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
    ),
  );
  const isDone = move.edits.length === 0 || (await vscode.workspace.applyEdit(edit));
  return isDone ? undefined : t('The editor did not accept the change.');
}
