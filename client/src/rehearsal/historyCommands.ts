/** The commands on the history of rehearsals: export, delete, and reset the pace. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DELETE_METHOD,
  EXPORT_METHOD,
  HISTORY_METHOD,
  RESET_PACE_METHOD,
  type DeleteParams,
  type DeleteResult,
  type ExportParams,
  type ExportResult,
  type HistoryResult,
  type ResetPaceResult,
} from '../../../server/src/protocol/rehearsal.ts';
import { dateLocale } from '../dateLocale.ts';
import { withoutIcons, withoutLinks } from '../shownText.ts';
import type { RehearsalHistory } from './history.ts';
import { plural, t } from '../../../server/src/core/locale/locale.ts';

export function registerHistoryCommands(client: BaseLanguageClient, history: RehearsalHistory): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('interviewAnswers.exportHistory', () => reported(() => exportHistory(client))),
    vscode.commands.registerCommand('interviewAnswers.deleteHistory', () => reported(() => deleteHistory(client, history))),
    vscode.commands.registerCommand('interviewAnswers.resetPace', () => reported(() => resetPace(client, history))),
  );
}

/** What the file's name ends with decides the format. */
async function exportHistory(client: BaseLanguageClient): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: t('Export Rehearsal History'),
    filters: { [t('CSV, for spreadsheets')]: ['csv'], JSON: ['json'] },
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, 'rehearsals.csv') }),
  });
  if (target === undefined) return;
  const params: ExportParams = { format: /\.json$/i.test(target.path) ? 'json' : 'csv' };
  const { text, runs } = await client.sendRequest<ExportResult>(EXPORT_METHOD, params);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const name = vscode.workspace.asRelativePath(target);
  void vscode.window.showInformationMessage(
    withoutLinks(plural(runs, '{0} rehearsal exported to {1}.', '{0} rehearsals exported to {1}.', name)),
  );
}

async function deleteHistory(client: BaseLanguageClient, history: RehearsalHistory): Promise<void> {
  const known = await client.sendRequest<HistoryResult>(HISTORY_METHOD, {});
  const choice = await choose(known);
  if (choice === undefined) return;
  const answer = await vscode.window.showWarningMessage(
    withoutLinks(choice.question),
    { modal: true, detail: t('What you delete is gone for good, and no longer teaches the estimates your pace.') },
    t('Delete'),
  );
  if (answer === undefined) return;
  await history.rewrite(async (text) => {
    const params: DeleteParams = { text, what: choice.what };
    return (await client.sendRequest<DeleteResult>(DELETE_METHOD, params)).text;
  });
}

interface Choice {
  readonly what: DeleteParams['what'];
  readonly question: string;
}

async function choose({ runs, answers, skipped, newer }: HistoryResult): Promise<Choice | undefined> {
  const hasMore = skipped + newer > 0;
  const question = hasMore
    ? plural(
        runs.length,
        'Delete {0} rehearsal, and everything else in the file?',
        'Delete {0} rehearsals, and everything else in the file?',
      )
    : plural(runs.length, 'Delete {0} rehearsal?', 'Delete {0} rehearsals?');
  const all: Choice = { what: { kind: 'all' }, question };
  const kinds = [
    { label: t('One Rehearsal…'), choice: () => chooseRun(runs as readonly ShownRun[]) },
    { label: t('All Rehearsals of an Answer…'), choice: () => chooseAnswer(answers, runs as readonly ShownRun[]) },
    { label: t('All Rehearsals'), choice: () => all },
  ];
  const picked = await vscode.window.showQuickPick(kinds, { title: t('Delete Rehearsal History') });
  return picked?.choice();
}

async function chooseRun(runs: readonly ShownRun[]): Promise<Choice | undefined> {
  const items = runs.toReversed().map((run) => ({
    label: withoutIcons(run.title),
    description: run.kept
      ? t('{0}, {1} s', whenOf(run), Math.round(run.seconds))
      : t('{0}, {1} s, discarded', whenOf(run), Math.round(run.seconds)),
    run,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: t('Delete a Rehearsal'), matchOnDescription: true });
  if (picked === undefined) return undefined;
  const { id, title } = picked.run;
  return { what: { kind: 'run', id }, question: t('Delete the rehearsal of “{0}” of {1}?', title, whenOf(picked.run)) };
}

async function chooseAnswer(answers: HistoryResult['answers'], runs: readonly ShownRun[]): Promise<Choice | undefined> {
  // Answers of which nothing was kept have runs, too.
  const latest = new Map(runs.map((run) => [run.answer.id, run]));
  const named = new Map(answers.map(({ identity, title }) => [identity, title]));
  const items = [...latest].toReversed().map(([identity, run]) => {
    const total = runs.filter(({ answer }) => answer.id === identity).length;
    const title = named.get(identity) ?? run.title;
    const description = plural(total, '{0} rehearsal', '{0} rehearsals');
    return { label: withoutIcons(title), description, detail: withoutIcons(run.file), identity, title, total };
  });
  const picked = await vscode.window.showQuickPick(items, { title: t('Delete the Rehearsals of an Answer'), matchOnDetail: true });
  if (picked === undefined) return undefined;
  return {
    what: { kind: 'answer', identity: picked.identity },
    question: plural(picked.total, 'Delete {0} rehearsal of “{1}”?', 'Delete {0} rehearsals of “{1}”?', picked.title),
  };
}

/** What is shown of a run. */
interface ShownRun {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly file: string;
  readonly seconds: number;
  readonly kept: boolean;
  readonly answer: { readonly id: string };
}

async function resetPace(client: BaseLanguageClient, history: RehearsalHistory): Promise<void> {
  const answer = await vscode.window.showWarningMessage(
    t('Learn your pace from scratch?'),
    { modal: true, detail: t('Your rehearsals stay in the history, but those up to now no longer teach the estimates your pace.') },
    t('Reset'),
  );
  if (answer === undefined) return;
  const { record } = await client.sendRequest<ResetPaceResult>(RESET_PACE_METHOD);
  await history.append(record);
}

/** A command that fails says why. */
async function reported(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    void vscode.window.showErrorMessage(withoutLinks(error instanceof Error ? error.message : String(error)));
  }
}

function whenOf({ at }: ShownRun): string {
  return new Date(at).toLocaleString(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' });
}
