/** textDocument/codeAction: the quick fixes that diagnostics carry with them, another reading for the word at the cursor, entries of the glossary. */

import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver-protocol';
import { sayDifferentlyFix } from '../../core/readings.ts';
import type { Analyses, Snapshot } from '../analyses.ts';
import { toOffset, toTextEdit, type DiagnosticData } from '../convert.ts';
import type { Links, OpenTexts } from '../links.ts';
import { glossaryActions } from './glossaryActions.ts';
import { withData } from './withData.ts';

/** The actions on an answers file, and those that write into the glossary, which transcripts have too. */
export function allCodeActions(links: Links, analyses: Analyses, documents: OpenTexts, canCreate: () => boolean) {
  const forGlossary = glossaryActions(links, analyses, documents, canCreate);
  return async function codeActions(params: CodeActionParams, isCancelled: () => boolean): Promise<CodeAction[]> {
    const snapshot = await analyses.get(params.textDocument.uri);
    return [
      ...(snapshot === undefined ? [] : ofAnswers(snapshot, withData(snapshot, params))),
      ...(await forGlossary(params, isCancelled)),
    ];
  };
}

function ofAnswers(snapshot: Snapshot, params: CodeActionParams): CodeAction[] {
  const { only } = params.context;
  const wants = (kind: CodeActionKind): boolean =>
    only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(snapshot, params) : []),
    ...(wants(CodeActionKind.RefactorRewrite) ? rewrites(snapshot, params) : []),
  ];
}

function rewrites({ uri, lines, analysis }: Snapshot, { range }: CodeActionParams): CodeAction[] {
  const fix = sayDifferentlyFix(analysis, toOffset(lines, range.start));
  if (fix === undefined) return [];
  return [
    {
      title: fix.title,
      kind: CodeActionKind.RefactorRewrite,
      edit: { changes: { [uri]: fix.edits.map((edit) => toTextEdit(lines, edit)) } },
    },
  ];
}

function quickFixes({ uri, version }: Snapshot, { context }: CodeActionParams): CodeAction[] {
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
