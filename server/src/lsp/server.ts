/** The language server: its parts, how it is begun and ended, and how documents and settings reach it. */

import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { CURSOR_METHOD, type CursorParams } from '../protocol/index.ts';
import {
  HISTORY_NOTIFICATION,
  HISTORY_READ_NOTIFICATION,
  type ClientOffer,
  type HistoryParams,
  type HistoryReadParams,
} from '../protocol/rehearsal.ts';
import { TRANSCRIPTS_CHANGED_METHOD, type ClientOffers, type TranscriptsChangedParams } from '../protocol/transcripts.ts';
import { CONFIG_NAME } from '../core/config/configFile.ts';
import { SETTINGS_SECTION } from '../core/settings.ts';
import { Analyses } from './analyses.ts';
import { initializeResult } from './capabilities.ts';
import { clientFiles } from './clientFiles.ts';
import { ConfigFiles } from './configFiles.ts';
import { Configuration } from './configuration.ts';
import { inDialect } from './dialect.ts';
import { configProblems } from './features/configProblems.ts';
import { DiagnosticsPush } from './features/diagnostics.ts';
import { transcriptProblems } from './features/transcriptProblems.ts';
import { RehearsalHistory } from './history.ts';
import { IndexCache } from './indexCache.ts';
import { Links } from './links.ts';
import { answerRequests } from './methods.ts';
import { refused, Refreshes } from './refreshes.ts';
import type { Server } from './request.ts';
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
  const typing = new Typing(runtime, (uri) => refreshes.document(uri));
  const documents = new TextDocuments(updateAndSay((uri, at) => refreshes.canTellAgain && typing.changed(uri, at)));
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
  const refreshes = new Refreshes(
    connection,
    push,
    () => client,
    () => documents.keys(),
  );
  /** Of the transcripts, when findings were refreshed last. */
  let seenRevision = 0;

  answerRequests(server, {
    configuration,
    documents,
    links,
    transcripts,
    typing,
    client: () => client,
    completesHeadings: () => completesHeadings,
  });
  connection.onNotification(HISTORY_NOTIFICATION, ({ text }: HistoryParams) => {
    if (!rehearsed.change(text)) return;
    refreshes.everything();
    const { skipped, firstSkipped } = rehearsed.history;
    void connection.sendNotification(HISTORY_READ_NOTIFICATION, { skipped, firstSkipped } satisfies HistoryReadParams);
  });
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
        refreshes.everything();
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
    refreshes.everything();
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
    refreshes.everything();
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

  function settingsChanged(): void {
    if (transcripts.isStarted) void transcripts.rescan();
    refreshes.everything();
  }
}

/** Everything that could be a transcript, a glossary or an answers file. */
const WATCHED = ['**/*.{md,markdown,txt,vtt,srt,json}', '**/transcripts/**', `**/${CONFIG_NAME}`];
/** What a client says is not checked by anybody else. */
function commandsOf(initializationOptions: unknown): readonly string[] {
  const commands: unknown = (initializationOptions as ClientOffer | null | undefined)?.commands;
  return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [];
}
