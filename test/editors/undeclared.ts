/** Finds in what a server has sent whatever the client has not declared: one sentence for each. */

// It looks at whatever a server may send, whether the protocol's types allow it or not.
/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument */

import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver-protocol';

/** A message from the server that answers nothing. */
export interface Heard {
  readonly method: string;
  readonly params?: any;
}

/** An answer of the server, by the method that asked. */
export interface Answered {
  readonly method: string;
  readonly result: any;
}

export function undeclared(
  { textDocument = {}, workspace = {}, window = {} }: ClientCapabilities,
  server: ServerCapabilities,
  heard: readonly Heard[],
  answered: readonly Answered[],
): readonly string[] {
  const problems = new Set<string>();
  const need = (isDeclared: unknown, what: string): void => {
    if (isDeclared !== true) problems.add(what);
  };
  const commands = new Set(server.executeCommandProvider?.commands ?? []);

  const messages: Readonly<Record<string, (params: any) => void>> = {
    'window/logMessage': () => undefined,
    'textDocument/publishDiagnostics': ({ diagnostics }) => diagnostics.forEach(diagnostic),
    'workspace/configuration': () => need(workspace.configuration, 'a question about the configuration'),
    'workspace/diagnostic/refresh': () => need(workspace.diagnostics?.refreshSupport, 'a refresh of diagnostics'),
    'workspace/codeLens/refresh': () => need(workspace.codeLens?.refreshSupport, 'a refresh of code lenses'),
    'workspace/inlayHint/refresh': () => need(workspace.inlayHint?.refreshSupport, 'a refresh of inlay hints'),
    'workspace/semanticTokens/refresh': () => need(workspace.semanticTokens?.refreshSupport, 'a refresh of semantic tokens'),
    'window/workDoneProgress/create': () => need(window.workDoneProgress, 'a progress bar'),
    '$/progress': () => need(window.workDoneProgress, 'progress'),
    'client/registerCapability': ({ registrations }) => {
      for (const { method } of registrations) need(registers(method), `a registration of ${method}`);
    },
  };
  const registers = (method: string): boolean | undefined => {
    if (method === 'workspace/didChangeConfiguration') return workspace.didChangeConfiguration?.dynamicRegistration;
    if (method === 'workspace/didChangeWatchedFiles') return workspace.didChangeWatchedFiles?.dynamicRegistration;
    if (method === 'workspace/didChangeWorkspaceFolders') return workspace.workspaceFolders;
    return false;
  };

  const answers: Readonly<Record<string, (result: any) => void>> = {
    'textDocument/diagnostic': ({ items }) => items?.forEach(diagnostic),
    'textDocument/hover': ({ contents }) => {
      if (contents.kind !== 'plaintext') need(textDocument.hover?.contentFormat?.includes('markdown'), 'Markdown in a hover');
    },
    'textDocument/definition': (links) => {
      for (const link of links) if ('targetUri' in link) need(textDocument.definition?.linkSupport, 'a location link');
    },
    'textDocument/documentSymbol': (symbols) => {
      for (const one of symbols) {
        if (!('location' in one)) need(textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport, 'a tree of symbols');
      }
    },
    'workspace/symbol': (symbols) => {
      const known = workspace.symbol?.symbolKind?.valueSet;
      for (const { kind } of symbols) need(known?.includes(kind) ?? kind <= 18, `a symbol of kind ${kind}`);
    },
    'textDocument/documentLink': (links) => {
      for (const { tooltip } of links) if (tooltip !== undefined) need(textDocument.documentLink?.tooltipSupport, 'a tooltip');
    },
    'textDocument/completion': (result) => {
      const { completionItem = {} } = textDocument.completion ?? {};
      for (const item of Array.isArray(result) ? result : result.items) {
        if (item.insertTextFormat === 2) need(completionItem.snippetSupport, 'a snippet');
        if (item.documentation?.kind === 'markdown')
          need(completionItem.documentationFormat?.includes('markdown'), 'Markdown in a completion');
        if ('insert' in (item.textEdit ?? {})) need(completionItem.insertReplaceSupport, 'an edit of two ranges');
        if (item.labelDetails !== undefined) need(completionItem.labelDetailsSupport, 'details of a label');
        if (item.command !== undefined) need(commands.has(item.command.command), `the command ${item.command.command}`);
      }
    },
    'textDocument/codeAction': (actions) => {
      for (const action of actions) {
        need(textDocument.codeAction?.codeActionLiteralSupport !== undefined, 'a code action');
        if (action.isPreferred !== undefined) need(textDocument.codeAction?.isPreferredSupport, 'a preferred action');
        if (action.edit === undefined) need(false, `the action "${action.title}" without an edit`);
        if (action.command !== undefined) need(commands.has(action.command.command), `the command ${action.command.command}`);
        action.diagnostics?.forEach(diagnostic);
        edit(action.edit);
      }
    },
    'textDocument/codeLens': (lenses) => {
      for (const { command } of lenses) if (command.command !== '') need(commands.has(command.command), `the command ${command.command}`);
    },
  };

  function diagnostic(one: any): void {
    const declared = textDocument.publishDiagnostics ?? {};
    if (one.relatedInformation !== undefined) need(declared.relatedInformation, 'related information');
    if (one.codeDescription !== undefined) need(declared.codeDescriptionSupport, 'a description of a code');
    if (one.data !== undefined) need(declared.dataSupport, 'data of a diagnostic');
    for (const tag of one.tags ?? []) need((declared as any).tagSupport?.valueSet?.includes(tag), `the tag ${tag}`);
  }

  function edit(one: any): void {
    const declared = workspace.workspaceEdit ?? {};
    for (const change of one?.documentChanges ?? []) {
      if (change.kind !== undefined) need(declared.resourceOperations?.includes(change.kind), `an edit to ${change.kind} a file`);
      else need(declared.documentChanges ?? declared.resourceOperations !== undefined, 'changes of documents');
    }
  }

  if (server.diagnosticProvider !== undefined) need(textDocument.diagnostic !== undefined, 'diagnostics to pull');
  if (server.semanticTokensProvider !== undefined) need(textDocument.semanticTokens !== undefined, 'semantic tokens');
  if (typeof server.renameProvider === 'object') need(textDocument.rename?.prepareSupport, 'options of rename');
  for (const { method, params } of heard) {
    const look = messages[method];
    if (look === undefined) problems.add(`the message ${method}`);
    else look(params);
  }
  for (const { method, result } of answered) if (result !== null && result !== undefined) answers[method]?.(result);
  return [...problems].sort();
}
