/** The command "New Answers File…": an unsaved file from a template, or from a list of questions. */

import * as vscode from 'vscode';
import { TEMPLATES } from './templates.ts';

/** Asks for the template unless its label is given. Nothing is written to disk: the user saves it where it belongs. */
export async function newAnswersFile(label?: string): Promise<void> {
  const chosen =
    label ??
    (
      await vscode.window.showQuickPick([...TEMPLATES.map((template) => ({ label: template.label, detail: template.detail })), FROM_LIST], {
        title: 'New Answers File',
        placeHolder: 'What is it for?',
      })
    )?.label;
  if (chosen === undefined) return;
  if (chosen === FROM_LIST.label) {
    await vscode.commands.executeCommand('interviewAnswers.importQuestions');
    return;
  }
  const template = TEMPLATES.find((candidate) => candidate.label === chosen);
  if (template === undefined) return;
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown' }));
  await editor.insertSnippet(new vscode.SnippetString(template.snippet));
}

const FROM_LIST = { label: 'From a List of Questions…', detail: 'Each line becomes a heading with a target' };
