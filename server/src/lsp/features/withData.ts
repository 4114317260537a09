/** Gives diagnostics back what they were sent with, for editors that show them but don't keep it. */

import type { CodeActionParams, Diagnostic } from 'vscode-languageserver-protocol';
import type { Finding } from '../../core/analysis.ts';
import type { Snapshot } from '../analyses.ts';
import { toDiagnostic, toRange } from '../convert.ts';

/**
 * A diagnostic without data stands for the finding of its rule that is at its place now. One of an older text finds none
 * there, or the one that is meant.
 */
export function withData(snapshot: Snapshot, params: CodeActionParams): CodeActionParams {
  const { context } = params;
  if (context.diagnostics.every(({ data }) => data !== undefined && data !== null)) return params;
  const diagnostics = context.diagnostics.map((diagnostic) => {
    if (diagnostic.data !== undefined && diagnostic.data !== null) return diagnostic;
    const finding = snapshot.analysis.findings.find((one) => isMeant(snapshot, one, diagnostic));
    return finding === undefined ? diagnostic : { ...diagnostic, data: toDiagnostic(snapshot, finding).data as unknown };
  });
  return { ...params, context: { ...context, diagnostics } };
}

/** Some editors keep the place and the message alone. */
function isMeant({ lines }: Snapshot, { rule, message, span }: Finding, diagnostic: Diagnostic): boolean {
  const { start, end } = toRange(lines, span);
  const { range, code } = diagnostic;
  return (
    start.line === range.start.line &&
    start.character === range.start.character &&
    end.line === range.end.line &&
    end.character === range.end.character &&
    (code === undefined ? message === diagnostic.message : code === rule)
  );
}
