/** The command "Import Questions…": a list from the selection, the clipboard or a file becomes headings with targets. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { IMPORT_QUESTIONS_METHOD, type ImportQuestionsParams, type ImportQuestionsResult } from '../../../server/src/protocol/overview.ts';
import { formatSeconds } from '../../../server/src/core/text/format.ts';
import { withoutIcons } from '../shownText.ts';
import { t } from '../../../server/src/core/locale/locale.ts';

/** A selection is replaced; any other list goes behind the answers that are open, or into a new file. */
export async function importQuestions(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const source = await chooseSource(editor);
  if (source === undefined) return;
  const targetSeconds = await chooseTarget();
  if (targetSeconds === undefined) return;
  const params: ImportQuestionsParams = { text: source.text, targetSeconds };
  const { markdown, questions } = await client.sendRequest<ImportQuestionsResult>(IMPORT_QUESTIONS_METHOD, params);
  if (questions === 0) {
    void vscode.window.showInformationMessage(t('There is no question in it.'));
    return;
  }
  if (editor?.document.languageId !== 'markdown') {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown }));
  } else if (source.isSelection) {
    await editor.edit((edit) => edit.replace(editor.selection, markdown));
  } else await append(editor, markdown);
}

interface Source {
  readonly text: string;
  readonly isSelection: boolean;
}

/** Offers what there is. A selection alone needs no question. */
async function chooseSource(editor: vscode.TextEditor | undefined): Promise<Source | undefined> {
  const selected = editor === undefined || editor.selection.isEmpty ? '' : editor.document.getText(editor.selection);
  if (selected.trim() !== '') return { text: selected, isSelection: true };
  const clipboard = await vscode.env.clipboard.readText();
  const items = [
    ...(clipboard.trim() === '' ? [] : [{ id: 'clipboard', label: t('From the Clipboard'), detail: withoutIcons(preview(clipboard)) }]),
    { id: 'file', label: t('From a Text File…'), detail: t('One question a line: numbered, with bullets, or plain') },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: t('Import Questions'), placeHolder: t('Where is the list?') });
  if (chosen === undefined) return undefined;
  if (chosen.id === 'clipboard') return { text: clipboard, isSelection: false };
  const [file] =
    (await vscode.window.showOpenDialog({ title: t('Import Questions'), filters: { [t('Text')]: ['txt', 'md', 'markdown', 'text'] } })) ??
    [];
  if (file === undefined) return undefined;
  return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), isSelection: false };
}

/** Seconds; null for no target, undefined when the user changes their mind. */
async function chooseTarget(): Promise<number | null | undefined> {
  const items = [
    ...TARGETS.map((seconds) => ({ label: `≈ ${formatSeconds(seconds)}`, seconds })),
    { label: t('No Target'), seconds: null },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('Import Questions'),
    placeHolder: t('How long should each answer be? A question that names a time keeps it.'),
  });
  return chosen?.seconds;
}

const TARGETS = [60, 30, 45, 90, 120];

async function append(editor: vscode.TextEditor, markdown: string): Promise<void> {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const text = document.getText();
  const gap = text.trim() === '' ? '' : text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  await editor.edit((edit) => edit.insert(end, gap + markdown));
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(end, end), vscode.TextEditorRevealType.AtTop);
}

function preview(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
