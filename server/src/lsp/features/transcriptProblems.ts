/** Diagnostics on transcripts and glossaries that can't be read, whether they are open or not. */

import { DiagnosticSeverity, type Connection } from 'vscode-languageserver';
import { PRODUCT_NAME } from '../../protocol/index.ts';
import type { TranscriptProblem } from '../../core/transcripts/transcript.ts';

/** Publishes what is wrong with a file; nothing takes it back. At most a few of a kind, since one broken file has many broken lines. */
export function transcriptProblems(connection: Connection) {
  return function transcriptProblems(uri: string, problems: readonly TranscriptProblem[]): void {
    const diagnostics = problems.slice(0, MOST_SHOWN).map(({ message, line }) => ({
      range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
      severity: DiagnosticSeverity.Warning,
      source: PRODUCT_NAME,
      code: 'transcript/unreadable',
      message,
    }));
    void connection.sendDiagnostics({ uri, diagnostics });
  };
}

const MOST_SHOWN = 3;
