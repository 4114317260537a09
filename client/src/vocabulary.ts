/** Keeps a word that one's listeners know in the user's settings, when a quick fix of the server asks for it. */

import * as vscode from 'vscode';
import type { BaseLanguageClient, StaticFeature } from 'vscode-languageclient';
import { ADD_TO_VOCABULARY_COMMAND, type ClientExtras } from '../../server/src/protocol/index.ts';

/** Tells the server that this client can keep words; to be registered before the client starts. */
const keepsWords: StaticFeature = {
  fillClientCapabilities(capabilities) {
    const extras: ClientExtras = { addToVocabulary: true };
    capabilities.experimental = { ...(capabilities.experimental as object | undefined), interviewAnswers: extras };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

/** Offers the command that the quick fix names. */
export function vocabularyCommand(client: BaseLanguageClient): vscode.Disposable {
  client.registerFeature(keepsWords);
  return vscode.commands.registerCommand(ADD_TO_VOCABULARY_COMMAND, (word: unknown) => (typeof word === 'string' ? keep(word) : undefined));
}

/** In the user's own settings, because it is the speaker's dictionary. */
async function keep(word: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration('interviewAnswers');
  const known = settings.inspect<string[]>('vocabulary')?.globalValue ?? [];
  if (!known.includes(word)) await settings.update('vocabulary', [...known, word], vscode.ConfigurationTarget.Global);
}
