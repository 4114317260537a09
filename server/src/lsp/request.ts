/** The one wrapper around every request on a document: looks it up, waits for its analysis, honours cancellation, catches errors. */

import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { Analyses, Snapshot } from './analyses.ts';

/** Answers one kind of request from a snapshot; pure, so it can't be outrun by an edit. */
export type Feature<Params, Result> = (snapshot: Snapshot, params: Params) => Result;

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
      return snapshot === undefined ? nothing : feature(snapshot, params);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${feature.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return nothing;
    }
  };
}
