/** Tells the server which settings are set for this workspace in particular: they are nearer to the text than a config file. */

import * as vscode from 'vscode';
import type { BaseLanguageClient, ConfigurationMiddleware } from 'vscode-languageclient';
import { OF_WORKSPACE_KEY, UNTRUSTED_KEY } from '../../server/src/protocol/index.ts';

/** Adds them to the answers to `workspace/configuration`. */
export const workspaceSettings: ConfigurationMiddleware = {
  async configuration(params, token, next) {
    const answers = await next(params, token);
    if (!Array.isArray(answers)) return answers;
    return answers.map((answer: unknown, i) => {
      const { section, scopeUri } = params.items[i]!;
      if (section !== SECTION || typeof answer !== 'object') return answer;
      const layers = layersOf(scopeUri === undefined ? undefined : vscode.Uri.parse(scopeUri, true));
      return { ...answer, [OF_WORKSPACE_KEY]: layers, [UNTRUSTED_KEY]: !vscode.workspace.isTrusted };
    });
  },
};

/** Has the server ask again once the workspace is trusted. */
export function askAgainWhenTrusted(client: BaseLanguageClient): vscode.Disposable {
  return vscode.workspace.onDidGrantWorkspaceTrust(() => {
    if (client.isRunning()) void client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  });
}

/** What the workspace sets, then what its folder sets. */
function layersOf(scope: vscode.Uri | undefined): readonly unknown[] {
  const { workspaceValue, workspaceFolderValue } = vscode.workspace.getConfiguration('', scope).inspect(SECTION) ?? {};
  return [workspaceValue ?? {}, workspaceFolderValue ?? {}];
}

const SECTION = 'interviewAnswers';
