/** Entry of the extension on the desktop and on remote machines: loads the rest in pieces, so that other extensions get their turn. */

import type * as vscode from 'vscode';
import type { Running } from './activate.ts';

export async function activate(context: vscode.ExtensionContext): Promise<Running> {
  // Each is a bundle of its own, and loading one blocks the host: the protocol's library, the client's on top of it, and ours.
  await import('vscode-languageserver-protocol/node');
  await turnOfOthers();
  await import('vscode-languageclient/node');
  await turnOfOthers();
  const { start } = await import('./start.node.ts');
  await turnOfOthers();
  return start(context);
}

function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
