/** The language server: which protocol methods it answers, with what, and how documents and settings reach it. */

import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { CURSOR_METHOD, ESTIMATE_METHOD, READING_METHOD, type CursorParams } from '../protocol/index.ts';
import {
  DELETE_METHOD,
  EXPORT_METHOD,
  HISTORY_METHOD,
  HISTORY_NOTIFICATION,
  HISTORY_READ_NOTIFICATION,
  QUESTIONS_METHOD,
  RECORD_METHOD,
  RESET_PACE_METHOD,
  SCRIPT_METHOD,
  SET_TARGET_METHOD,
  type ClientOffer,
  type DeleteParams,
  type ExportParams,
  type HistoryParams,
  type HistoryReadParams,
  type HistoryRequestParams,
} from '../protocol/rehearsal.ts';
import {
  INDEX_METHOD,
  TOPICS_METHOD,
  TRANSCRIPTS_CHANGED_METHOD,
  TRANSCRIPTS_METHOD,
  type ClientOffers,
  type TranscriptsChangedParams,
} from '../protocol/transcripts.ts';
import {
  ANSWERS_METHOD,
  EXPORT_ANSWERS_METHOD,
  IMPORT_QUESTIONS_METHOD,
  MOVE_SECTION_METHOD,
  PLAIN_TEXT_METHOD,
} from '../protocol/overview.ts';
import { CONFIG_NAME } from '../core/config/configFile.ts';
import { SETTINGS_SECTION } from '../core/settings.ts';
import { Analyses } from './analyses.ts';
import { initializeResult } from './capabilities.ts';
import { clientFiles } from './clientFiles.ts';
import { ConfigFiles } from './configFiles.ts';
import { Configuration } from './configuration.ts';
import { inDialect } from './dialect.ts';
import { allCodeActions } from './features/codeActions.ts';
import { answers, plainText } from './features/answers.ts';
import { codeLenses } from './features/codeLenses.ts';
import { configProblems } from './features/configProblems.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { diagnosticsBeside, DiagnosticsPush } from './features/diagnostics.ts';
import { documentHighlights } from './features/documentHighlights.ts';
import { documentLinks } from './features/documentLinks.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { estimate } from './features/estimate.ts';
import { exportAnswers, importList } from './features/exports.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlayHints.ts';
import { moveHeading } from './features/moveHeading.ts';
import { reading } from './features/reading.ts';
import { references } from './features/references.ts';
import { prepareRename, rename } from './features/rename.ts';
import { deleteFromHistory, exportHistory, history, questions, record, resetPace, script, setTarget } from './features/rehearsal.ts';
import type { WordKeeping } from './features/wordActions.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { semanticTokens } from './features/semanticTokens.ts';
import { transcriptProblems } from './features/transcriptProblems.ts';
import { topics, transcriptsView } from './features/transcriptsView.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';
import { RehearsalHistory } from './history.ts';
import { IndexCache } from './indexCache.ts';
import { Links } from './links.ts';
import { onDocument, onWorkspace, type Server } from './request.ts';
import { rootsOf, withSlash } from './roots.ts';
import type { Runtime } from './runtime.ts';
import { SourcesCache } from './sources.ts';
import { speakTo } from './speak.ts';
import { readTraits, type ClientTraits } from './traits.ts';
import { Transcripts } from './transcripts.ts';
import { updateAndSay } from './changes.ts';
import { Typing } from './typing.ts';

/** Starts answering on a connection. Returns at once; the server lives as long as the connection. */
export function startServer(plainConnection: Connection, runtime: Runtime): void {
  const connection = inDialect(plainConnection);
  // Holds findings back only where it can say later that they are due.
  const typing = new Typing(runtime, (uri) => tellAgain(uri));
  const documents = new TextDocuments(updateAndSay((uri, at) => canTellAgain() && typing.changed(uri, at)));
  const configFiles = new ConfigFiles(runtime);
  const configuration = new Configuration(connection, configFiles);
  const rehearsed = new RehearsalHistory(runtime);
  const analyses = new Analyses(documents, configuration, (settings) => rehearsed.paces(settings), runtime);
  const push = new DiagnosticsPush(connection, analyses, runtime, typing);
  const cache = new IndexCache(runtime);
  const transcripts = new Transcripts(connection, configuration, runtime, cache);
  const links = new Links(transcripts, analyses, configuration, runtime, () => documents.keys());
  const clientCommands = new Set<string>();
  const server: Server = { connection, analyses, history: rehearsed, runtime, clientCommands };
  let client: ClientTraits = readTraits({ capabilities: {} });
  let tellsOfTranscripts = false;
  let completesHeadings = false;
  const renaming = { links, analyses, documents, hasVersions: () => client.hasVersionedEdits };
  const tokens = semanticTokens(links, runtime);
  /** Of the transcripts, when findings were refreshed last. */
  let seenRevision = 0;

  // Everything the server answers, in one place.
  connection.onHover(onDocument(server, hover(links), null));
  connection.onDocumentSymbol(onDocument(server, documentSymbols, []));
  connection.onDefinition(
    onDocument(
      server,
      definition(links, () => client.hasLocationLinks),
      null,
    ),
  );
  connection.onReferences(onWorkspace(server, references(links, analyses, documents), []));
  connection.onDocumentHighlight(onDocument(server, documentHighlights(links), null));
  connection.onDocumentLinks(onWorkspace(server, documentLinks(links, documents), []));
  connection.onWorkspaceSymbol(onWorkspace(server, workspaceSymbols(links), []));
  connection.onCodeAction(onWorkspace(server, allCodeActions(links, analyses, documents, wordKeeping), []));
  connection.onCodeLens(onDocument(server, codeLenses, []));
  connection.onCompletion(
    onDocument(
      server,
      completion(links, () => completesHeadings),
      [],
    ),
  );
  connection.onPrepareRename(onWorkspace(server, prepareRename(renaming), null));
  connection.onRenameRequest(onWorkspace(server, rename(renaming), null));
  connection.languages.semanticTokens.on(onDocument(server, tokens.full, { resultId: '', data: [] }));
  connection.languages.semanticTokens.onDelta(onDocument(server, tokens.delta, { data: [] }));
  connection.languages.semanticTokens.onRange(onDocument(server, tokens.range, { data: [] }));
  connection.onFoldingRanges(onDocument(server, foldingRanges, []));
  connection.onSelectionRanges(onDocument(server, selectionRanges, null));
  connection.languages.inlayHint.on(onDocument(server, inlayHints, []));
  connection.languages.diagnostics.on(onDocument(server, diagnosticsBeside(typing), { kind: 'full', items: [] }));
  connection.onRequest(ESTIMATE_METHOD, onDocument(server, estimate, null));
  connection.onRequest(READING_METHOD, onDocument(server, reading, null));
  connection.onRequest(TRANSCRIPTS_METHOD, onWorkspace(server, transcriptsView(links), []));
  connection.onRequest(TOPICS_METHOD, onWorkspace(server, topics(links), []));
  connection.onRequest(INDEX_METHOD, () => transcripts.rescan().then(() => transcripts.index.size));
  connection.onRequest(SCRIPT_METHOD, onDocument(server, script, null));
  connection.onRequest(QUESTIONS_METHOD, onDocument(server, questions, null));
  connection.onRequest(RECORD_METHOD, onDocument(server, record, null));
  connection.onRequest(SET_TARGET_METHOD, onDocument(server, setTarget, null));
  connection.onRequest(HISTORY_METHOD, async (params: HistoryRequestParams) => history(server, await configuration.for(''), params));
  connection.onRequest(EXPORT_METHOD, (params: ExportParams) => exportHistory(server, params));
  connection.onRequest(DELETE_METHOD, (params: DeleteParams) => deleteFromHistory(params));
  connection.onRequest(RESET_PACE_METHOD, () => resetPace(server));
  connection.onNotification(HISTORY_NOTIFICATION, ({ text }: HistoryParams) => {
    if (!rehearsed.change(text)) return;
    refresh();
    const { skipped, firstSkipped } = rehearsed.history;
    void connection.sendNotification(HISTORY_READ_NOTIFICATION, { skipped, firstSkipped } satisfies HistoryReadParams);
  });
  connection.onRequest(ANSWERS_METHOD, onDocument(server, answers, null));
  connection.onRequest(MOVE_SECTION_METHOD, onDocument(server, moveHeading, null));
  connection.onRequest(PLAIN_TEXT_METHOD, onDocument(server, plainText, null));
  connection.onRequest(EXPORT_ANSWERS_METHOD, onDocument(server, exportAnswers, null));
  connection.onRequest(IMPORT_QUESTIONS_METHOD, importList);

  connection.onNotification(CURSOR_METHOD, cursorMoved);

  connection.onInitialize((params): InitializeResult => {
    speakTo(params, runtime);
    client = readTraits(params);
    for (const command of commandsOf(params.initializationOptions)) clientCommands.add(command);
    configuration.initialize(params.initializationOptions, client.answersConfiguration);
    analyses.workspaceFolders = rootsOf(params);
    const offers = (params.initializationOptions ?? {}) as ClientOffers;
    cache.folder = offers.cacheFolder;
    transcripts.reportsProgress = client.showsProgress;
    const files = offers.readsFiles === true ? clientFiles(connection) : undefined;
    configuration.setUp(analyses.workspaceFolders, files);
    transcripts.setUp(analyses.workspaceFolders, files);
    tellsOfTranscripts = offers.readsFiles === true;
    completesHeadings = offers.completesHeadings === true;
    return initializeResult(params, runtime.version);
  });

  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION }).catch(refused);
    }
    if (client.registersWatchers) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
    }
    if (client.hasWorkspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => withSlash(uri)));
        analyses.workspaceFolders = [
          ...analyses.workspaceFolders.filter((uri) => !gone.has(uri)),
          ...added.map(({ uri }) => withSlash(uri)),
        ];
        configuration.setUp(analyses.workspaceFolders, undefined);
        transcripts.setUp(analyses.workspaceFolders, undefined);
        refresh();
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.change(settings as unknown);
    settingsChanged();
  });

  connection.onShutdown(() => {
    transcripts.stop();
    push.stop();
    typing.end();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    transcripts.filesChanged(changes);
    if (configuration.filesChanged(changes)) settingsChanged();
  });
  configFiles.onProblems = configProblems(connection);

  const sources = new SourcesCache(transcripts);
  analyses.sourcesFor = (uri) => sources.for(uri);
  analyses.baseOf = (uri) => configFiles.baseOf(uri);
  analyses.onAnalysed = ({ uri, analysis }) => {
    if (!analysis.isAnswersFile) return;
    transcripts.setNested(configFiles.bases);
    transcripts.start();
    transcripts.setNamed(uri, analysis.file.frontMatter.transcripts);
  };

  transcripts.onChange = (state) => {
    if (tellsOfTranscripts) {
      void connection.sendNotification(TRANSCRIPTS_CHANGED_METHOD, {
        state,
        count: transcripts.index.size,
      } satisfies TranscriptsChangedParams);
    }
    if (state === 'indexing' || transcripts.revision === seenRevision) return;
    seenRevision = transcripts.revision;
    refresh();
  };
  transcripts.onProblems = transcriptProblems(connection);

  documents.onDidChangeContent(({ document }) => {
    if (!client.pullsDiagnostics) push.schedule(document.uri);
  });

  documents.onDidSave(({ document: { uri } }) => {
    typing.finish(uri);
    if (client.registersWatchers) return;
    // Editors that watch no files tell at least what they have saved; and that is a moment to look at the settings again.
    transcripts.filesChanged([{ uri, type: FileChangeType.Changed }]);
    configuration.readAgain();
    refresh();
  });

  documents.onDidClose(({ document: { uri } }) => {
    analyses.forget(uri);
    rehearsed.forget(uri);
    configuration.forget(uri);
    transcripts.setNamed(uri, undefined);
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
    return {
      keepsWords: client.keepsWords,
      createsFiles: client.createsFiles,
      glossaryFile: (uri) => transcripts.glossaryFile(uri),
    };
  }

  function canTellAgain(): boolean {
    return !client.pullsDiagnostics || client.refreshesDiagnostics;
  }

  /** The findings of one document are others, although it hasn't changed. */
  function tellAgain(uri: string): void {
    if (!client.pullsDiagnostics) push.schedule(uri);
    else if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(refused);
  }

  function settingsChanged(): void {
    if (transcripts.isStarted) void transcripts.rescan();
    refresh();
  }

  /** What findings depend on has changed for every document. */
  function refresh(): void {
    if (!client.pullsDiagnostics) for (const uri of documents.keys()) push.schedule(uri);
    else if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(refused);
    if (client.refreshesCodeLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(refused);
    if (client.refreshesInlayHints) connection.languages.inlayHint.refresh().catch(refused);
    if (client.refreshesSemanticTokens) connection.languages.semanticTokens.refresh().catch(refused);
  }
}

/** A client that declares something and refuses it, or that is gone, does without. */
function refused(): void {
  // Nothing to do: it asks again at the next change.
}

/** Everything that could be a transcript, a glossary or an answers file. */
const WATCHED = ['**/*.{md,markdown,txt,vtt,srt,json}', '**/transcripts/**', `**/${CONFIG_NAME}`];
/** What a client says is not checked by anybody else. */
function commandsOf(initializationOptions: unknown): readonly string[] {
  const commands: unknown = (initializationOptions as ClientOffer | null | undefined)?.commands;
  return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [];
}
