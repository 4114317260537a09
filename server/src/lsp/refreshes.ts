/** Has the client ask again, or tells it, when findings have changed although their document has not. */

import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { DiagnosticsPush } from './features/diagnostics.ts';
import type { ClientTraits } from './traits.ts';

export class Refreshes {
  readonly #connection: Connection;
  readonly #push: DiagnosticsPush;
  readonly #client: () => ClientTraits;
  readonly #openUris: () => Iterable<string>;

  constructor(connection: Connection, push: DiagnosticsPush, client: () => ClientTraits, openUris: () => Iterable<string>) {
    this.#connection = connection;
    this.#push = push;
    this.#client = client;
    this.#openUris = openUris;
  }

  /** Whether the client can learn that findings have changed while their document has not. */
  get canTellAgain(): boolean {
    const { pullsDiagnostics, refreshesDiagnostics } = this.#client();
    return !pullsDiagnostics || refreshesDiagnostics;
  }

  /** The findings of one document have changed, although its text has not. */
  document(uri: string): void {
    if (this.#client().pullsDiagnostics) this.#pullAgain();
    else this.#push.schedule(uri);
  }

  /** What findings depend on has changed for every document. */
  everything(): void {
    const { pullsDiagnostics, refreshesCodeLenses, refreshesInlayHints, refreshesSemanticTokens } = this.#client();
    if (pullsDiagnostics) this.#pullAgain();
    else for (const uri of this.#openUris()) this.#push.schedule(uri);
    if (refreshesCodeLenses) this.#connection.sendRequest(CodeLensRefreshRequest.type).catch(refused);
    if (refreshesInlayHints) this.#connection.languages.inlayHint.refresh().catch(refused);
    if (refreshesSemanticTokens) this.#connection.languages.semanticTokens.refresh().catch(refused);
  }

  #pullAgain(): void {
    if (this.#client().refreshesDiagnostics) this.#connection.languages.diagnostics.refresh().catch(refused);
  }
}

/** A client that declares something and refuses it, or that is gone, does without. */
export function refused(): void {
  // Nothing to do: it asks again at the next change.
}
