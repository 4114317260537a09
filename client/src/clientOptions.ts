/** How the language client is set up, the same on every platform. */

import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { LocaleOffer } from '../../server/src/protocol/index.ts';
import type { ClientOffer } from '../../server/src/protocol/rehearsal.ts';
import type { ClientOffers } from '../../server/src/protocol/transcripts.ts';
import { workspaceSettings } from './workspaceSettings.ts';

export const CLIENT_ID = 'interviewAnswers';
export const CLIENT_NAME = 'Interview Answers';

/**
 * Markdown of every scheme, so that untitled documents and virtual workspaces work, except those that show another
 * version of a file that is open beside them: the server never hears of these, and so reports nothing.
 */
export function clientOptions(
  outputChannel: vscode.LogOutputChannel,
  offers: ClientOffers & ClientOffer & LocaleOffer,
): LanguageClientOptions {
  return {
    documentSelector: SELECTOR,
    initializationOptions: offers,
    outputChannel,
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
