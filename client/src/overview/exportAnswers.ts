/** Saves what the server makes of all answers: a picture, cue cards, or a handout. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPORT_ANSWERS_METHOD, type ExportKind, type ExportParams, type ExportResult } from '../../../server/src/protocol/overview.ts';
import { withoutLinks } from '../shownText.ts';
import type { Outline } from './outlineSource.ts';
import { t } from '../../../server/src/core/locale/locale.ts';
import { nameOf } from './overviewPanel.ts';

/** Asks where to, unless `target` says so, and says where it is when it is done. Gives the file that was written. */
export async function exportAnswers(
  client: BaseLanguageClient,
  { document, result }: Outline,
  kind: ExportKind,
  target?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const base = nameOf(document).replace(/\.[^.]*$/, '');
  const params: ExportParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    kind,
    title: base,
    rehearsed: result.answers.flatMap(({ line, rehearsed }) => (rehearsed === undefined ? [] : [{ line, ...rehearsed }])),
  };
  const exported = await client.sendRequest<ExportResult | null>(EXPORT_ANSWERS_METHOD, params);
  if (exported === null) return undefined;
  const { extension, text } = exported;
  const chosen = target ?? (await askWhere(document, `${base}-${SUFFIXES[kind]}.${extension}`, extension));
  if (chosen === undefined) return undefined;
  await vscode.workspace.fs.writeFile(chosen, new TextEncoder().encode(text));
  if (target === undefined) void offerToOpen(chosen);
  return chosen;
}

const SUFFIXES: Readonly<Record<ExportKind, string>> = { timeline: 'timeline', cueCards: 'cards', handout: 'handout' };

function askWhere(document: vscode.TextDocument, name: string, extension: string): Thenable<vscode.Uri | undefined> {
  const folder = document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
  return vscode.window.showSaveDialog({
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: extension === 'svg' ? { [t('SVG picture')]: ['svg'] } : { [t('Web page')]: ['html'] },
  });
}

async function offerToOpen(file: vscode.Uri): Promise<void> {
  const isForBrowser = file.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop;
  const open = isForBrowser ? t('Open in Browser') : t('Open');
  const name = vscode.workspace.asRelativePath(file);
  const answer = await vscode.window.showInformationMessage(withoutLinks(t('Saved {0}.', name)), open);
  if (answer === undefined) return;
  if (isForBrowser) await vscode.env.openExternal(file);
  else await vscode.commands.executeCommand('vscode.open', file);
}
