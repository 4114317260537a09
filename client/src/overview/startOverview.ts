/** Starts what shows all answers at once: the tree, the overview, and their commands. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PLAIN_TEXT_METHOD, type ExportKind, type PlainTextResult } from '../../../server/src/protocol/overview.ts';
import { AnswersView, rowOf, type AnswerNode } from './answersView.ts';
import { exportAnswers } from './exportAnswers.ts';
import { OutlineSource, rowAtLine, type Outline } from './outlineSource.ts';
import { OverviewPanel } from './overviewPanel.ts';

/** Shared with whoever shows more about the same answers. */
export interface Overview extends vscode.Disposable {
  readonly source: OutlineSource;
  readonly view: AnswersView;
}

export function startOverview(extensionUri: vscode.Uri, client: BaseLanguageClient): Overview {
  const source = new OutlineSource(client);
  const view = new AnswersView(client, source);
  const save = async (kind: ExportKind, target?: vscode.Uri): Promise<vscode.Uri | undefined> =>
    source.current === undefined ? undefined : exportAnswers(client, source.current, kind, target);
  const panel = new OverviewPanel(extensionUri, source, { goTo, save });
  const disposables = [
    source,
    view,
    panel,
    vscode.commands.registerCommand('interviewAnswers.showOverview', () => panel.show()),
    vscode.commands.registerCommand('interviewAnswers.exportTimeline', (target?: vscode.Uri) => save('timeline', target)),
    vscode.commands.registerCommand('interviewAnswers.exportCueCards', (target?: vscode.Uri) => save('cueCards', target)),
    vscode.commands.registerCommand('interviewAnswers.exportHandout', (target?: vscode.Uri) => save('handout', target)),
    vscode.commands.registerCommand('interviewAnswers.goToAnswer', ({ outline, index }: AnswerNode) =>
      goTo(outline.document, rowOf({ outline, index }).line),
    ),
    vscode.commands.registerCommand('interviewAnswers.rehearseAnswer', ({ outline, index }: AnswerNode) =>
      vscode.commands.executeCommand('interviewAnswers.rehearse', outline.document.uri.toString(), rowOf({ outline, index }).line),
    ),
    vscode.commands.registerCommand('interviewAnswers.rehearseAnswerInBrowser', ({ outline, index }: AnswerNode) =>
      vscode.commands.executeCommand('interviewAnswers.rehearseInBrowser', outline.document.uri.toString(), rowOf({ outline, index }).line),
    ),
    vscode.commands.registerCommand('interviewAnswers.copyAsPlainText', (node?: AnswerNode) =>
      copy(client, node ?? atCursor(source.current)),
    ),
    vscode.commands.registerCommand('interviewAnswers.moveAnswerUp', (node?: AnswerNode) => view.moveBeside(node, -1)),
    vscode.commands.registerCommand('interviewAnswers.moveAnswerDown', (node?: AnswerNode) => view.moveBeside(node, 1)),
  ];
  return {
    source,
    view,
    dispose: () => {
      for (const disposable of disposables) disposable.dispose();
    },
  };
}

/** Shows the heading in the editor that has the file already, or else beside the panel. */
async function goTo(document: vscode.TextDocument, line: number): Promise<void> {
  const place = new vscode.Range(line, 0, line, 0);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: place,
  });
  editor.revealRange(place, vscode.TextEditorRevealType.AtTop);
}

async function copy(client: BaseLanguageClient, node: AnswerNode | undefined): Promise<void> {
  if (node === undefined) return;
  const { document } = node.outline;
  const result = await client.sendRequest<PlainTextResult | null>(PLAIN_TEXT_METHOD, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    line: rowOf(node).line,
  });
  if (result !== null) await vscode.env.clipboard.writeText(result.text);
}

function atCursor(outline: Outline | undefined): AnswerNode | undefined {
  const editor = vscode.window.activeTextEditor;
  if (outline === undefined || editor?.document !== outline.document) return undefined;
  const index = rowAtLine(outline.result.answers, editor.selection.active.line);
  return index < 0 ? undefined : { outline, index };
}
