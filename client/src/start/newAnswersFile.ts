/** The command "New Answers File…": an unsaved file from a template, or from a list of questions. */

import * as vscode from 'vscode';
import { TEMPLATES } from './templates.ts';
import { phrase, t } from '../../../server/src/core/locale/locale.ts';

/** Asks for the template unless its English label is given. Nothing is written to disk: the user saves it where it belongs. */
export async function newAnswersFile(label?: string): Promise<void> {
  const chosen =
    label ??
    (
      await vscode.window.showQuickPick(
        [...TEMPLATES, FROM_LIST].map((choice) => ({ label: t(choice.label), detail: t(choice.detail), id: choice.label })),
        { title: t('New Answers File'), placeHolder: t('What is it for?') },
      )
    )?.id;
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

const FROM_LIST = { label: phrase('From a List of Questions…'), detail: phrase('Each line becomes a heading with a target') };
