/** The language server: which protocol methods it answers, with what, and how documents and settings reach it. */

import {
  CodeActionKind,
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { CURSOR_METHOD, ESTIMATE_METHOD, PRODUCT_NAME, READING_METHOD, type ClientExtras, type CursorParams } from '../protocol/index.ts';
import { SETTINGS_SECTION } from '../core/settings.ts';
import { Analyses } from './analyses.ts';
import { Configuration } from './configuration.ts';
import { codeActionsWith, FIX_ALL } from './features/codeActions.ts';
import { codeLenses } from './features/codeLenses.ts';
import { completion, COMPLETION_TRIGGERS } from './features/completion.ts';
import { diagnosticsBeside, DiagnosticsPush } from './features/diagnostics.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { estimate } from './features/estimate.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlayHints.ts';
import { reading } from './features/reading.ts';
import type { WordKeeping } from './features/wordActions.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { onDocument } from './request.ts';
import type { Runtime } from './runtime.ts';
import { updateAndSay } from './changes.ts';
import { Typing } from './typing.ts';

/** Starts answering on a connection. Returns at once; the server lives as long as the connection. */
export function startServer(connection: Connection, runtime: Runtime): void {
  // Holds findings back only where it can say later that they are due.
  const typing = new Typing(runtime, (uri) => tellAgain(uri));
  const documents = new TextDocuments(updateAndSay((uri, at) => canTellAgain() && typing.changed(uri, at)));
  const configuration = new Configuration(connection);
  const analyses = new Analyses(documents, configuration, runtime);
  const push = new DiagnosticsPush(connection, analyses, runtime, typing);
  const server = { connection, analyses };
  let client: ClientTraits = readTraits({ capabilities: {} });

  // Everything the server answers, in one place.
  connection.onHover(onDocument(server, hover, null));
  connection.onDocumentSymbol(onDocument(server, documentSymbols, []));
  connection.onCodeAction(onDocument(server, codeActionsWith(wordKeeping), []));
  connection.onCodeLens(onDocument(server, codeLenses, []));
  connection.onCompletion(onDocument(server, completion, []));
  connection.onFoldingRanges(onDocument(server, foldingRanges, []));
  connection.onSelectionRanges(onDocument(server, selectionRanges, null));
  connection.languages.inlayHint.on(onDocument(server, inlayHints, []));
  connection.languages.diagnostics.on(onDocument(server, diagnosticsBeside(typing), { kind: 'full', items: [] }));
  connection.onRequest(ESTIMATE_METHOD, onDocument(server, estimate, null));
  connection.onRequest(READING_METHOD, onDocument(server, reading, null));

  connection.onNotification(CURSOR_METHOD, cursorMoved);

  connection.onInitialize((params): InitializeResult => {
    client = readTraits(params);
    configuration.initialize(params.initializationOptions, client.answersConfiguration);
    analyses.workspaceFolders = (params.workspaceFolders ?? []).map(({ uri }) => withSlash(uri));
    return { capabilities: capabilities(client), serverInfo: { name: PRODUCT_NAME, version: runtime.version } };
  });

  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
    }
    if (client.hasWorkspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => withSlash(uri)));
        analyses.workspaceFolders = [
          ...analyses.workspaceFolders.filter((uri) => !gone.has(uri)),
          ...added.map(({ uri }) => withSlash(uri)),
        ];
        refresh();
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.change(settings as unknown);
    refresh();
  });

  documents.onDidChangeContent(({ document }) => {
    if (!client.pullsDiagnostics) push.schedule(document.uri);
  });

  documents.onDidSave(({ document }) => typing.finish(document.uri));

  connection.onShutdown(() => typing.end());

  documents.onDidClose(({ document: { uri } }) => {
    analyses.forget(uri);
    configuration.forget(uri);
    typing.forget(uri);
    if (!client.pullsDiagnostics) push.clear(uri);
  });

  documents.listen(connection);
  connection.listen();

  async function cursorMoved({ textDocument: { uri, version }, position }: CursorParams): Promise<void> {
    const document = documents.get(uri);
    // A newer position is under way.
    if (document === undefined || (version !== undefined && version < document.version)) return;
    const cursor = position === undefined ? undefined : document.offsetAt(position);
    if (!typing.moved(uri, cursor)) return;
    const snapshot = await analyses.get(uri);
    if (snapshot !== undefined) typing.left(snapshot);
  }

  function wordKeeping(): WordKeeping {
    return { keepsWords: client.keepsWords, createsFiles: client.createsFiles };
  }

  function canTellAgain(): boolean {
    return !client.pullsDiagnostics || client.refreshesDiagnostics;
  }

  /** The findings of one document are others, although it hasn't changed. */
  function tellAgain(uri: string): void {
    if (!client.pullsDiagnostics) push.schedule(uri);
    else if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
  }

  /** What findings depend on has changed for every document. */
  function refresh(): void {
    if (!client.pullsDiagnostics) for (const uri of documents.keys()) push.schedule(uri);
    else if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
    if (client.refreshesCodeLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
    if (client.refreshesInlayHints) void connection.languages.inlayHint.refresh();
  }
}

/** What of the client's capabilities makes a difference here. */
interface ClientTraits {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly hasWorkspaceFolders: boolean;
  readonly keepsWords: boolean;
  readonly createsFiles: boolean;
}

function readTraits({ capabilities: { textDocument, workspace, experimental } }: Pick<InitializeParams, 'capabilities'>): ClientTraits {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    hasWorkspaceFolders: workspace?.workspaceFolders === true,
    keepsWords: (experimental as { interviewAnswers?: ClientExtras } | null | undefined)?.interviewAnswers?.addToVocabulary === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes('create') === true,
  };
}

function capabilities(client: ClientTraits): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    documentSymbolProvider: { label: PRODUCT_NAME },
    codeLensProvider: {},
    inlayHintProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] },
    // Pulled where the editor can, else pushed; never both.
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'interview-answers', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...(client.hasWorkspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}

function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
