/** The client's capabilities, as far as they make a difference to the server. */

import type { InitializeParams } from 'vscode-languageserver';
import type { ClientExtras } from '../protocol/index.ts';

export interface ClientTraits {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly hasSemanticTokens: boolean;
  readonly preparesRename: boolean;
  readonly hasVersionedEdits: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly hasWorkspaceFolders: boolean;
  readonly registersWatchers: boolean;
  readonly hasLocationLinks: boolean;
  readonly createsFiles: boolean;
  readonly showsProgress: boolean;
  readonly keepsWords: boolean;
}

export function readTraits({
  capabilities: { textDocument, workspace, window, experimental },
}: Pick<InitializeParams, 'capabilities'>): ClientTraits {
  return {
    // Findings change with other files and with settings: who can't be told to pull again is better pushed to.
    pullsDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    hasSemanticTokens: textDocument?.semanticTokens !== undefined,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    hasVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    hasWorkspaceFolders: workspace?.workspaceFolders === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasLocationLinks: textDocument?.definition?.linkSupport === true,
    showsProgress: window?.workDoneProgress === true,
    keepsWords: (experimental as { interviewAnswers?: ClientExtras } | null | undefined)?.interviewAnswers?.addToVocabulary === true,
    // Operations on files stand among changes of documents, so who declares the former takes the latter: Neovim declares only these.
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
  };
}
