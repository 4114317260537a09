/** The language server: its parts put together, and what each of them hears of the client and of the others. */

import { FileChangeType, type Connection } from 'vscode-languageserver';
import { CURSOR_METHOD, type CursorParams } from '../protocol/index.ts';
import { HISTORY_NOTIFICATION, HISTORY_READ_NOTIFICATION, type HistoryParams, type HistoryReadParams } from '../protocol/rehearsal.ts';
import { TRANSCRIPTS_CHANGED_METHOD, type TranscriptsChangedParams } from '../protocol/transcripts.ts';
import { inDialect } from './dialect.ts';
import { configProblems } from './features/configProblems.ts';
import { transcriptProblems } from './features/transcriptProblems.ts';
import { shakeHands } from './handshake.ts';
import { answerRequests } from './methods.ts';
import { makeParts, type Parts } from './parts.ts';
import type { Runtime } from './runtime.ts';
import { SourcesCache } from './sources.ts';

/** Starts answering on a connection. Returns at once; the server lives as long as the connection. */
export function startServer(plainConnection: Connection, runtime: Runtime): void {
  const connection = inDialect(plainConnection);
  const parts = makeParts(connection, runtime);
  shakeHands(parts);
  answerRequests(parts);
  followSettings(parts);
  followTranscripts(parts);
  followDocuments(parts);
  followCursor(parts);
  followHistory(parts);
  parts.documents.listen(connection);
  connection.listen();
}

/** Settings change in the editor, and with config files. */
function followSettings({ server: { connection, analyses }, configFiles, configuration, transcripts, refreshes }: Parts): void {
  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.change(settings as unknown);
    settingsChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    transcripts.filesChanged(changes);
    if (configuration.filesChanged(changes)) settingsChanged();
  });
  configuration.onLateAnswer = settingsChanged;
  configFiles.onProblems = configProblems(connection);
  analyses.baseOf = (uri) => configFiles.baseOf(uri);

  function settingsChanged(): void {
    if (transcripts.isStarted) void transcripts.rescan();
    refreshes.everything();
  }
}

/** Transcripts are read once an answers file is open, and findings follow what they say. */
function followTranscripts({ server: { connection, analyses }, client, configFiles, transcripts, refreshes }: Parts): void {
  const sources = new SourcesCache(transcripts);
  /** Of the transcripts, when findings were refreshed last. */
  let seenRevision = 0;
  analyses.sourcesFor = (uri) => sources.for(uri);
  analyses.onAnalysed = ({ uri, analysis }) => {
    if (!analysis.isAnswersFile) return;
    transcripts.setNested(configFiles.bases);
    transcripts.start();
    transcripts.setNamed(uri, analysis.file.frontMatter.transcripts);
  };
  transcripts.onChange = (state) => {
    if (client.hearsOfTranscripts) {
      const params: TranscriptsChangedParams = { state, count: transcripts.index.size };
      void connection.sendNotification(TRANSCRIPTS_CHANGED_METHOD, params);
    }
    if (state === 'indexing' || transcripts.revision === seenRevision) return;
    seenRevision = transcripts.revision;
    refreshes.everything();
  };
  transcripts.onProblems = transcriptProblems(connection);
}

function followDocuments({ server, client, documents, configuration, transcripts, typing, push, refreshes }: Parts): void {
  documents.onDidChangeContent(({ document }) => {
    if (!client.traits.pullsDiagnostics) push.schedule(document.uri);
  });

  documents.onDidSave(({ document: { uri } }) => {
    typing.finish(uri);
    if (client.traits.registersWatchers) return;
    // Editors that watch no files tell at least what they have saved; and that is a moment to look at the settings again.
    transcripts.filesChanged([{ uri, type: FileChangeType.Changed }]);
    configuration.readAgain();
    refreshes.everything();
  });

  documents.onDidClose(({ document: { uri } }) => {
    server.analyses.forget(uri);
    server.history.forget(uri);
    configuration.forget(uri);
    transcripts.setNamed(uri, undefined);
    typing.forget(uri);
    if (!client.traits.pullsDiagnostics) push.clear(uri);
  });
}

/** A cursor that leaves the sentence being typed makes its findings due. */
function followCursor({ server: { connection, analyses }, documents, typing }: Parts): void {
  connection.onNotification(CURSOR_METHOD, async ({ textDocument: { uri, version }, position }: CursorParams): Promise<void> => {
    const document = documents.get(uri);
    // A newer position is under way.
    if (document === undefined || (version !== undefined && version < document.version)) return;
    const cursor = position === undefined ? undefined : document.offsetAt(position);
    if (!typing.moved(uri, cursor)) return;
    const snapshot = await analyses.get(uri);
    if (snapshot !== undefined) typing.left(snapshot);
  });
}

/** The client sends the text of the history, and hears when estimates have followed. */
function followHistory({ server: { connection, history }, refreshes }: Parts): void {
  connection.onNotification(HISTORY_NOTIFICATION, ({ text }: HistoryParams) => {
    if (!history.change(text)) return;
    refreshes.everything();
    const { skipped, firstSkipped } = history.history;
    const params: HistoryReadParams = { skipped, firstSkipped };
    void connection.sendNotification(HISTORY_READ_NOTIFICATION, params);
  });
}
