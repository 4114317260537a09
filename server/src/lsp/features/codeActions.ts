/** textDocument/codeAction: the quick fixes that diagnostics carry with them. */

import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver-protocol';
import type { Snapshot } from '../analyses.ts';
import type { DiagnosticData } from '../convert.ts';

export function codeActions({ uri, version }: Snapshot, { context }: CodeActionParams): CodeAction[] {
  if (context.only !== undefined && !context.only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  return context.diagnostics.flatMap((diagnostic) => {
    const data = diagnostic.data as Partial<DiagnosticData> | undefined;
    // Edits of an older version would land in the wrong place.
    if (data?.fixes === undefined || data.version !== version) return [];
    return data.fixes.map(({ title, isPreferred, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred,
      edit: { changes: { [uri]: [...edits] } },
    }));
  });
}
