/** How the language client is set up, the same on every platform. */

import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler, type LanguageClientOptions } from 'vscode-languageclient';
import type { LocaleOffer } from '../../server/src/protocol/index.ts';
import type { ClientOffer } from '../../server/src/protocol/rehearsal.ts';
import type { ClientOffers } from '../../server/src/protocol/transcripts.ts';
import { t } from '../../server/src/core/locale/locale.ts';
import type { Restarts } from './restarts.ts';
import { withoutLinks } from './shownText.ts';
import { workspaceSettings } from './workspaceSettings.ts';

export const CLIENT_ID = 'interviewAnswers';

/**
 * Markdown of every scheme, so that untitled documents and virtual workspaces work, except those that show another
 * version of a file that is open beside them: the server never hears of these, and so reports nothing.
 */
export function clientOptions(
  outputChannel: vscode.LogOutputChannel,
  offers: ClientOffers & ClientOffer & LocaleOffer,
  restarts: Restarts,
): LanguageClientOptions {
  return {
    documentSelector: SELECTOR,
    initializationOptions: offers,
    outputChannel,
    errorHandler: startingAgain(restarts),
    diagnosticCollectionName: CLIENT_ID,
    diagnosticPullOptions: { onChange: true, onSave: false },
    middleware: {
      workspace: workspaceSettings,
      didOpen: (document, next) => (isShadow(document.uri) ? Promise.resolve() : next(document)),
      didChange: (event, next) => (isShadow(event.document.uri) ? Promise.resolve() : next(event)),
      didClose: (document, next) => (isShadow(document.uri) ? Promise.resolve() : next(document)),
    },
  };
}

/** A server that ends by itself is started again, a few times without asking; then it is said, with a way to start it by hand. */
function startingAgain(restarts: Restarts): ErrorHandler {
  return {
    // A message that can't be sent is how a server that is gone shows first, and it is `closed` that starts it again: to shut
    // down after a few of them, as the library does by itself, would leave a server that was killed while somebody types dead.
    // The log says it; nobody is asked to look.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const isRestarted = restarts.ended();
      const message = restarts.remark ?? '';
      if (!isRestarted) void offerToStart(message);
      return { action: isRestarted ? CloseAction.Restart : CloseAction.DoNotRestart, message, handled: true };
    },
  };
}

async function offerToStart(message: string): Promise<void> {
  const start = t('Start It');
  const log = t('Show Log');
  const chosen = await vscode.window.showErrorMessage(
    withoutLinks(t('{0} Your files are safe; there are no times and no findings.', message)),
    start,
    log,
  );
  if (chosen === start) await vscode.commands.executeCommand('interviewAnswers.restartServer');
  else if (chosen === log) await vscode.commands.executeCommand('interviewAnswers.showLog');
}

/** Answers are Markdown; transcripts are that, plain text, captions or JSON. */
const SELECTOR = [
  { language: 'markdown' },
  { language: 'plaintext' },
  { pattern: '**/*.{vtt,srt}' },
  { pattern: '**/*.transcript.*' },
  { pattern: '**/transcripts/**' },
];

/** Whether the document is a second view of a file: the left side of a comparison, a chat's code block. */
function isShadow({ scheme }: vscode.Uri): boolean {
  return SHADOW_SCHEMES.has(scheme);
}

const SHADOW_SCHEMES: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'output',
  'vscode-scm',
  'vscode-chat-code-block',
  'chat-editing-text-model',
]);
