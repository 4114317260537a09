/** The one wrapper around every request on a document: looks it up, waits for its analysis, honours cancellation, catches errors. */

import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { Analyses, Snapshot } from './analyses.ts';
import type { RehearsalHistory } from './history.ts';
import type { Runtime } from './runtime.ts';

/** What the server is made of, for the few features that need more than a document. */
export interface Server {
  readonly connection: Connection;
  readonly analyses: Analyses;
  readonly history: RehearsalHistory;
  readonly runtime: Runtime;
  /** The commands of code lenses that the client carries out. */
  readonly clientCommands: ReadonlySet<string>;
}

/** Answers one kind of request from a snapshot. Most don't wait for anything, so they can't be outrun by an edit. */
export type Feature<Params, Result> = (snapshot: Snapshot, params: Params, server: Server) => Result | Promise<Result>;

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/**
 * Makes a request handler of a feature. Documents that aren't open, and requests that fail, get `nothing`; the error is
 * logged. A cancelled request is answered as cancelled.
 */
export function onDocument<Params extends DocumentParams, Result>(
  server: Server,
  feature: Feature<Params, Result>,
  nothing: Result,
): (params: Params, token: CancellationToken) => Promise<Result> {
  const { connection, analyses } = server;
  return async (params, token) => {
    try {
      const snapshot = await analyses.get(params.textDocument.uri);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the editor.');
      return snapshot === undefined ? nothing : await feature(snapshot, params, server);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${feature.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return nothing;
    }
  };
}

/**
 * Makes a request handler of a feature that finds its documents itself, since it answers for transcripts too or for the
 * whole workspace. Failures and cancellation are handled as in onDocument.
 */
export function onWorkspace<Params, Result>(
  { connection }: { readonly connection: Connection },
  feature: (params: Params, isCancelled: () => boolean) => Result | Promise<Result>,
  nothing: Result,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    try {
      const result = await feature(params, () => token.isCancellationRequested);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the editor.');
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${feature.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return nothing;
    }
  };
}
