/** The command "Open Sample": an invented candidate's answers with transcripts, glossary and evidence, to try things on. */

import * as vscode from 'vscode';
import { t } from '../../../server/src/core/locale/locale.ts';

/** The files of the sample. On the web, folders of the extension can't be listed. */
export const SAMPLE_FILES = [
  'answers.md',
  'evidence.md',
  'glossary.md',
  'transcripts/meridian-architecture-talk.vtt',
  'transcripts/meridian-team-podcast.vtt',
] as const;

/**
 * Copies the sample into a folder of its own in `parent`, which the user is asked for, and opens it. Nothing is ever
 * overwritten. Whoever only wants to look gets the answers as an unsaved file.
 */
export async function openSample(extensionUri: vscode.Uri, parent?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const into = parent ?? (await chooseFolder());
  if (into === undefined) return undefined;
  if (into === 'unsaved') {
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'samples/answers.md')));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
    return undefined;
  }
  const folder = await unusedFolder(into);
  for (const file of SAMPLE_FILES) {
    const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'samples', file));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, file), content);
  }
  const answers = vscode.Uri.joinPath(folder, 'answers.md');
  const isInWorkspace = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
  // The transcripts count only in a folder that is open.
  if (isInWorkspace) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(answers));
  else
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: vscode.workspace.workspaceFolders !== undefined });
  return folder;
}

const NAME = 'interview-sample';

async function chooseFolder(): Promise<vscode.Uri | 'unsaved' | undefined> {
  const copy = {
    label: t('Copy into a Folder…'),
    detail: t('Makes a folder "{0}" there, with transcripts and a glossary, and opens it', NAME),
  };
  const look = { label: t('Just Look'), detail: t('Opens the answers alone, as an unsaved file') };
  const chosen = await vscode.window.showQuickPick([copy, look], { title: t('Open Sample') });
  if (chosen === undefined) return undefined;
  if (chosen === look) return 'unsaved';
  const defaultUri = vscode.workspace.workspaceFolders?.[0]?.uri;
  const folders = await vscode.window.showOpenDialog({
    title: t('Where should the sample be copied to?'),
    openLabel: t('Copy Here'),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(defaultUri !== undefined && { defaultUri }),
  });
  return folders?.[0];
}

/** `interview-sample`, or the first `interview-sample-2`, `-3`, … that is not there yet. */
async function unusedFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  const taken = new Set((await vscode.workspace.fs.readDirectory(parent)).map(([name]) => name.toLowerCase()));
  let name = NAME;
  for (let i = 2; taken.has(name); i++) name = `${NAME}-${i}`;
  return vscode.Uri.joinPath(parent, name);
}
