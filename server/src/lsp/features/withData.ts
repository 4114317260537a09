/** Restores the data of diagnostics, for editors that don't send it back with them. */

import type { CodeActionParams, Diagnostic } from 'vscode-languageserver';
import type { Snapshot } from '../analyses.ts';
import { toDiagnostic, toPosition } from '../convert.ts';

/** A diagnostic without data stands for the finding of now that says the same on the same line; one of an older text finds none. */
export function withData(snapshot: Snapshot, params: CodeActionParams): CodeActionParams {
  const { context } = params;
  if (context.diagnostics.every(hasData)) return params;
  const diagnostics = context.diagnostics.map((diagnostic) => {
    const data: unknown = hasData(diagnostic) ? diagnostic.data : dataFor(snapshot, diagnostic);
    return data === undefined ? diagnostic : { ...diagnostic, data };
  });
  return { ...params, context: { ...context, diagnostics } };
}

function hasData({ data }: Diagnostic): boolean {
  return data !== undefined && data !== null;
}

/**
 * Places are compared by line alone: Neovim before 0.8 sends back the columns of its own, which count bytes. Where one line
 * has the same finding twice, the nearer one is meant.
 */
function dataFor(snapshot: Snapshot, { code, message, range: { start } }: Diagnostic): unknown {
  const { analysis, lines } = snapshot;
  const [meant] = analysis.findings
    .filter((finding) => finding.message === message && (code === undefined || code === finding.rule))
    .map((finding) => ({ finding, at: toPosition(lines, finding.span.start) }))
    .filter(({ at }) => at.line === start.line)
    .sort((a, b) => Math.abs(a.at.character - start.character) - Math.abs(b.at.character - start.character));
  return meant === undefined ? undefined : toDiagnostic(snapshot, meant.finding).data;
}
