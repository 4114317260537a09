/** The one wrapper around every request on a document: looks it up, waits for its analysis, honours cancellation, catches errors. */

import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { OfDocument } from '../protocol/index.ts';
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

/**
 * Makes a request handler of a feature. Documents that aren't open, and requests that fail, get `nothing`; the error is
 * logged under the request's method. A cancelled request is answered as cancelled, and before the feature has begun where that can be.
 */
export function onDocument<Params extends OfDocument, Result>(
  server: Server,
  method: string,
  feature: Feature<Params, Result>,
  nothing: Result,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return guarded(server.connection, method, nothing, async (params, token) => {
    const snapshot = await server.analyses.get(params.textDocument.uri);
    if (token.isCancellationRequested) throw cancelled();
    return snapshot === undefined ? nothing : feature(snapshot, params, server);
  });
}

/**
 * Makes a request handler of a feature that finds its documents itself, since it answers for transcripts too or for the
 * whole workspace. Failures and cancellation are handled as in onDocument.
 */
export function onWorkspace<Params, Result>(
  { connection }: { readonly connection: Connection },
  method: string,
  feature: (params: Params, isCancelled: () => boolean) => Result | Promise<Result>,
  nothing: Result,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return guarded(connection, method, nothing, async (params, token) => {
    const result = await feature(params, () => token.isCancellationRequested);
    if (token.isCancellationRequested) throw cancelled();
    return result;
  });
}

/** What is refused on purpose is passed on; anything else that goes wrong is logged under the name of the request, which is the same in a minified build. */
function guarded<Params, Result>(
  connection: Connection,
  method: string,
  nothing: Result,
  answer: (params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    try {
      return await answer(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${method} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return nothing;
    }
  };
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the editor.');
}
