/** How a session begins and ends: what the client says of itself, what it is asked to tell, and what stops with it. */

import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type InitializeResult } from 'vscode-languageserver';
import { CONFIG_NAME } from '../core/config/configFile.ts';
import { SETTINGS_SECTION } from '../core/settings.ts';
import type { ClientOffer } from '../protocol/rehearsal.ts';
import type { ClientOffers } from '../protocol/transcripts.ts';
import { initializeResult } from './capabilities.ts';
import { clientFiles } from './clientFiles.ts';
import type { Parts } from './parts.ts';
import { refused } from './refreshes.ts';
import { rootsOf, withSlash } from './roots.ts';
import { takeClientLocale } from './locale.ts';
import { readTraits } from './traits.ts';

/** Answers `initialize`, registers what the client can tell, follows its workspace folders, and stops with `shutdown`. */
export function shakeHands({ server, client, configuration, transcripts, cache, typing, push, refreshes }: Parts): void {
  const { connection, analyses, runtime } = server;

  connection.onInitialize((params): InitializeResult => {
    takeClientLocale(params, runtime);
    client.traits = readTraits(params);
    for (const command of commandsOf(params.initializationOptions)) client.commands.add(command);
    configuration.initialize(params.initializationOptions, client.traits.answersConfiguration);
    analyses.workspaceFolders = rootsOf(params);
    const offers = (params.initializationOptions ?? {}) as ClientOffers;
    cache.folder = offers.cacheFolder;
    transcripts.reportsProgress = client.traits.showsProgress;
    const files = offers.readsFiles === true ? clientFiles(connection) : undefined;
    configuration.setUp(analyses.workspaceFolders, files);
    transcripts.setUp(analyses.workspaceFolders, files);
    client.hearsOfTranscripts = offers.readsFiles === true;
    client.completesHeadings = offers.completesHeadings === true;
    return initializeResult(params, runtime.version);
  });

  connection.onInitialized(() => {
    const { registersConfiguration, registersWatchers, hasWorkspaceFolders } = client.traits;
    if (registersConfiguration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION }).catch(refused);
    }
    if (registersWatchers) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
    }
    if (hasWorkspaceFolders) {
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

  connection.onShutdown(() => {
    transcripts.stop();
    push.stop();
    typing.end();
  });
}

/** Everything that could be a transcript, a glossary or an answers file. */
const WATCHED = ['**/*.{md,markdown,txt,vtt,srt,json}', '**/transcripts/**', `**/${CONFIG_NAME}`];

/** What a client says is not checked by anybody else. */
function commandsOf(initializationOptions: unknown): readonly string[] {
  const commands: unknown = (initializationOptions as ClientOffer | null | undefined)?.commands;
  return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [];
}
