/** textDocument/codeAction: quick fixes, ways to silence a finding, all safe fixes at once, another reading for a word, glossary entries. */

import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { sayDifferentlyFix } from '../../core/readings.ts';
import { RULES } from '../../core/rules/registry.ts';
import { fixAll } from '../../core/suppressions/fixAll.ts';
import { silenceFixes } from '../../core/suppressions/silenceFixes.ts';
import type { Analyses, Snapshot, OpenDocuments } from '../analyses.ts';
import { FIX_ALL } from '../capabilities.ts';
import { wordActions, type WordKeeping } from './wordActions.ts';
import { toOffset, toTextEdit, type DiagnosticData } from '../convert.ts';
import { plural } from '../../core/locale/locale.ts';
import type { Links } from '../links.ts';
import { glossaryActions } from './glossaryActions.ts';
import { withData } from './withData.ts';

/**
 * The actions on an answers file, and those that write into the glossary, which transcripts have too. `keeping` is asked
 * each time, since the client says at initialization what it can do.
 */
export function allCodeActions(links: Links, analyses: Analyses, documents: OpenDocuments, keeping: () => WordKeeping) {
  const forGlossary = glossaryActions(links, analyses, documents, () => keeping().createsFiles);
  return async function codeActions(params: CodeActionParams, isCancelled: () => boolean): Promise<CodeAction[]> {
    const snapshot = await analyses.get(params.textDocument.uri);
    const own = snapshot === undefined ? [] : actionsFor(snapshot, withData(snapshot, params), keeping());
    return [...own, ...(await forGlossary(params, isCancelled))];
  };
}

function actionsFor(snapshot: Snapshot, params: CodeActionParams, keeping: WordKeeping): CodeAction[] {
  const { only } = params.context;
  const wants = (kind: CodeActionKind): boolean =>
    only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(snapshot, params) : []),
    ...(wants(CodeActionKind.QuickFix) ? silencers(snapshot, params, keeping) : []),
    // Only where it is asked for: nobody looks for it at each place the cursor rests.
    ...(only !== undefined && wants(FIX_ALL) ? fixEverything(snapshot) : []),
    ...(wants(CodeActionKind.RefactorRewrite) ? rewrites(snapshot, params) : []),
  ];
}

function fixEverything({ uri, lines, analysis, analyseAgain }: Snapshot): CodeAction[] {
  const fixed = fixAll(analysis, analyseAgain);
  if (fixed === undefined) return [];
  return [
    {
      title: plural(fixed.fixes, 'Fix {0} finding of Interview Answers', 'Fix {0} findings of Interview Answers'),
      kind: FIX_ALL,
      edit: { changes: { [uri]: fixed.edits.map((edit) => toTextEdit(lines, edit)) } },
    },
  ];
}

/** Made when they are asked for, from the finding's place and rule: a file may have thousands of findings. */
function silencers(snapshot: Snapshot, { context }: CodeActionParams, keeping: WordKeeping): CodeAction[] {
  const { uri, version, lines, analysis } = snapshot;
  const actions: CodeAction[] = [];
  const known = new Set<string>();
  const own = context.diagnostics.filter(({ data }) => (data as Partial<DiagnosticData> | undefined)?.version === version);
  for (const diagnostic of own.slice(0, MOST_SILENCED)) {
    const rule = RULES.find(({ id }) => id === diagnostic.code)?.id;
    if (rule === undefined) continue;
    const span = { start: toOffset(lines, diagnostic.range.start), end: toOffset(lines, diagnostic.range.end) };
    actions.push(...wordActions(snapshot, { rule, span }, diagnostic, keeping));
    for (const { title, edits } of silenceFixes(analysis, { rule, span })) {
      const changes = edits.map((edit) => toTextEdit(lines, edit));
      // Two findings of one rule on one line are silenced by the same edit.
      const key = JSON.stringify([title, changes]);
      if (known.has(key)) continue;
      known.add(key);
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: { changes: { [uri]: changes } } });
    }
  }
  return actions;
}

/** Whoever selects more than this wants to change the text, not to silence each finding of it. */
const MOST_SILENCED = 20;

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
