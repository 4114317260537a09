/** textDocument/diagnostic and textDocument/publishDiagnostics: the findings, pulled by the editor or pushed to it. */

import {
  DocumentDiagnosticReportKind,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { beyondTarget } from '../../core/editing/beyondTarget.ts';
import type { Analyses, Snapshot } from '../analyses.ts';
import { toBareDiagnostic, toDiagnostic, toFaded } from '../convert.ts';
import type { Feature } from '../request.ts';
import type { Runtime } from '../runtime.ts';
import type { Told, Typing } from '../typing.ts';
import { longReport } from '../writtenReports.ts';

/** Answers a pull; the same findings are reported as unchanged. */
export function diagnosticsBeside(typing: Typing): Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> {
  return function diagnostics(snapshot, { previousResultId }) {
    const told = typing.tell(snapshot);
    const { waitingFor } = told;
    const resultId = waitingFor === undefined ? String(snapshot.serial) : `${snapshot.serial}:${waitingFor.start}-${waitingFor.end}`;
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    if (told.findings.length > MOST_WITH_DATA) return longReport(snapshot, told.findings, fadedOf(snapshot), resultId);
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(snapshot, told) };
  };
}

function diagnosticsOf(snapshot: Snapshot, { findings }: Told): Diagnostic[] {
  const toOne = findings.length > MOST_WITH_DATA ? toBareDiagnostic : toDiagnostic;
  return [...findings.map((finding) => toOne(snapshot, finding)), ...fadedOf(snapshot)];
}

function fadedOf(snapshot: Snapshot): Diagnostic[] {
  const { analysis, settings } = snapshot;
  return settings.fadeOverTarget ? beyondTarget(analysis, settings).map((one) => toFaded(snapshot, one)) : [];
}

/**
 * A file with more findings is told them without their fixes, which are half of what is sent: the editor gets all of it
 * again at each keystroke, and asks for the fixes of a handful. These are then looked up by line and message (`withData`).
 */
const MOST_WITH_DATA = 200;

/** Publishes diagnostics to an editor that doesn't pull them, shortly after the last of a row of changes. */
export class DiagnosticsPush {
  readonly #connection: Connection;
  readonly #analyses: Analyses;
  readonly #runtime: Runtime;
  readonly #typing: Typing;
  readonly #waiting = new Map<string, () => void>();
  #isOver = false;

  constructor(connection: Connection, analyses: Analyses, runtime: Runtime, typing: Typing) {
    this.#connection = connection;
    this.#analyses = analyses;
    this.#runtime = runtime;
    this.#typing = typing;
  }

  /** The document, or what its findings depend on, has changed. */
  schedule(uri: string): void {
    this.#waiting.get(uri)?.();
    if (this.#isOver) return;
    this.#waiting.set(
      uri,
      this.#runtime.after(DEBOUNCE_MILLISECONDS, () => void this.#publish(uri)),
    );
  }

  /** The server is about to end: nothing more is published. */
  stop(): void {
    this.#isOver = true;
    for (const cancel of this.#waiting.values()) cancel();
  }

  /** The document was closed: takes its findings off the screen. */
  clear(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #publish(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    try {
      const snapshot = await this.#analyses.get(uri);
      // Closed, or changed again, while it ran: another publication is due or has been made.
      if (snapshot === undefined || this.#waiting.has(uri) || this.#isOver) return;
      await this.#connection.sendDiagnostics({
        uri,
        version: snapshot.version,
        diagnostics: diagnosticsOf(snapshot, this.#typing.tell(snapshot)),
      });
    } catch (error) {
      this.#connection.console.error(`Diagnostics of ${uri} failed: ${String(error)}`);
    }
  }
}

/** A burst of keystrokes costs one publication; short enough to feel immediate. */
const DEBOUNCE_MILLISECONDS = 40;
