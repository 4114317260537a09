/** The one wrapper around every request on a document: looks it up, waits for its analysis, honours cancellation, catches errors. */

import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { Analyses, Snapshot } from './analyses.ts';

/** Answers one kind of request from a snapshot; pure, so it can't be outrun by an edit. */
export type Feature<Params, Result> = (snapshot: Snapshot, params: Params) => Result | Promise<Result>;

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/**
 * Makes a request handler of a feature. Documents that aren't open, and requests that fail, get `nothing`; the error is
 * logged. A cancelled request is answered as cancelled.
 */
export function onDocument<Params extends DocumentParams, Result>(
  { connection, analyses }: { readonly connection: Connection; readonly analyses: Analyses },
  feature: Feature<Params, Result>,
  nothing: Result,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    try {
      const snapshot = await analyses.get(params.textDocument.uri);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the editor.');
      return snapshot === undefined ? nothing : await feature(snapshot, params);
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
