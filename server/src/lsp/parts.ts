/** The parts of the server, made once for a connection and put together. */

import { TextDocuments, type Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Analyses } from './analyses.ts';
import { updateAndSay } from './changes.ts';
import { ConfigFiles } from './configFiles.ts';
import { Configuration } from './configuration.ts';
import { DiagnosticsPush } from './features/diagnostics.ts';
import { RehearsalHistory } from './history.ts';
import { IndexCache } from './indexCache.ts';
import { Links } from './links.ts';
import { Refreshes } from './refreshes.ts';
import type { Server } from './request.ts';
import type { Runtime } from './runtime.ts';
import { readTraits, type ClientTraits } from './traits.ts';
import { Transcripts } from './transcripts.ts';
import { Typing } from './typing.ts';

/** What the client has said of itself in `initialize`; until then it can do nothing. */
export interface KnownClient {
  traits: ClientTraits;
  /** It wants to hear how far the reading of transcripts has come. */
  hearsOfTranscripts: boolean;
  /** It completes links to headings by itself. */
  completesHeadings: boolean;
  /** The commands of code lenses that it carries out. */
  readonly commands: Set<string>;
}

export interface Parts {
  /** What features are given. */
  readonly server: Server;
  readonly client: KnownClient;
  readonly documents: TextDocuments<TextDocument>;
  readonly configFiles: ConfigFiles;
  readonly configuration: Configuration;
  readonly transcripts: Transcripts;
  /** Of transcripts, on disk. */
  readonly cache: IndexCache;
  readonly links: Links;
  readonly typing: Typing;
  readonly push: DiagnosticsPush;
  readonly refreshes: Refreshes;
}

/** Nothing is registered on the connection yet. */
export function makeParts(connection: Connection, runtime: Runtime): Parts {
  const client: KnownClient = {
    traits: readTraits({ capabilities: {} }),
    hearsOfTranscripts: false,
    completesHeadings: false,
    commands: new Set(),
  };
  // Holds findings back only where it can say later that they are due.
  const typing = new Typing(runtime, (uri) => refreshes.document(uri));
  const documents = new TextDocuments(updateAndSay((uri, at) => refreshes.canTellAgain && typing.changed(uri, at)));
  const configFiles = new ConfigFiles(runtime);
  const configuration = new Configuration(connection, configFiles, runtime);
  const history = new RehearsalHistory(runtime);
  const analyses = new Analyses(documents, configuration, (settings) => history.paces(settings), runtime);
  const push = new DiagnosticsPush(connection, analyses, runtime, typing);
  const cache = new IndexCache(runtime);
  const transcripts = new Transcripts(connection, configuration, runtime, cache);
  const links = new Links(transcripts, analyses, configuration, runtime, () => documents.keys());
  const refreshes = new Refreshes(
    connection,
    push,
    () => client.traits,
    () => documents.keys(),
  );
  const server: Server = { connection, analyses, history, runtime, clientCommands: client.commands };
  return { server, client, documents, configFiles, configuration, transcripts, cache, links, typing, push, refreshes };
}
