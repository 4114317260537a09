/** What the server offers a client: the answer to `initialize`, which is given before anything else is loaded, so this file needs nothing. */

import type { InitializeParams, InitializeResult, SemanticTokensLegend, ServerCapabilities } from 'vscode-languageserver';
import { PRODUCT_NAME } from '../protocol/index.ts';
import { readTraits, type ClientTraits } from './traits.ts';

/** The brackets that open a target, a note and a comment; and the sign of a link to a heading. */
const COMPLETION_TRIGGERS = ['(', '[', '<', '#'] as const;

/** What `editor.codeActionsOnSave` can name. */
export const FIX_ALL = 'source.fixAll.interviewAnswers';

/** One type of our own. A term is `linked` when a transcript talks about it, and `explained` when a glossary has its meaning. */
export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = { tokenTypes: ['interviewTerm'], tokenModifiers: ['linked', 'explained'] };

/** Depends on the client alone. */
export function initializeResult(params: Pick<InitializeParams, 'capabilities'>, version: string): InitializeResult {
  return { capabilities: capabilities(readTraits(params)), serverInfo: { name: PRODUCT_NAME, version } };
}

function capabilities(client: ClientTraits): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: INCREMENTAL, save: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    documentSymbolProvider: { label: PRODUCT_NAME },
    codeLensProvider: {},
    inlayHintProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    ...(client.hasSemanticTokens && {
      semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: { delta: true }, range: true },
    }),
    completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', FIX_ALL] },
    // Pulled where the editor can, else pushed; never both.
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'interview-answers', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...(client.hasWorkspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}

/** `TextDocumentSyncKind.Incremental`. */
const INCREMENTAL = 2;
