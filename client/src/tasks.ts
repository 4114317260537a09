/** Tasks that run the command line on the files of a workspace folder, once or on every change; where there are processes. */

import * as vscode from 'vscode';
import { currentLocale, t } from '../../server/src/core/locale/locale.ts';

const TYPE = 'interview-answers';

/** What a task in `tasks.json` says. */
interface CheckDefinition extends vscode.TaskDefinition {
  readonly command: 'check' | 'watch';
  readonly files?: readonly string[];
  readonly options?: readonly string[];
}

/** Offers both tasks for every folder on a disk, and runs those that are written down. */
export function offerTasks(context: vscode.ExtensionContext): vscode.Disposable {
  const cli = context.asAbsolutePath('dist/cli.js');
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .flatMap((folder) => [
          taskOf({ type: TYPE, command: 'check' }, folder, cli),
          taskOf({ type: TYPE, command: 'watch' }, folder, cli),
        ]),
    resolveTask: ({ definition, scope }) => (isFolder(scope) ? taskOf(definition as CheckDefinition, scope, cli) : undefined),
  });
}

function taskOf(definition: CheckDefinition, folder: vscode.WorkspaceFolder, cli: string): vscode.Task {
  const isWatching = definition.command === 'watch';
  const args = [
    cli,
    'check',
    ...(isWatching ? ['--watch', '--full'] : []),
    '--locale',
    currentLocale().tag,
    ...(definition.options ?? []),
    ...(definition.files ?? []),
  ];
  // The editor's own program is Node when it is told so; nobody need have another.
  const execution = new vscode.ProcessExecution(process.execPath, args, { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } });
  const name = isWatching ? t('check on every change') : t('check');
  const task = new vscode.Task(definition, folder, name, TYPE, execution, isWatching ? '$interview-answers-watch' : '$interview-answers');
  task.isBackground = isWatching;
  task.detail = isWatching ? t('Checks the answers of the folder on every change') : t('Checks the answers of the folder');
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, panel: vscode.TaskPanelKind.Dedicated };
  return task;
}

function isFolder(scope: vscode.Task['scope']): scope is vscode.WorkspaceFolder {
  return typeof scope === 'object';
}
