/** textDocument/completion: targets, front matter, notes to self, comments, links to headings, terms and citations. */

import { CompletionItemKind, CompletionTriggerKind, type CompletionItem, type CompletionParams } from 'vscode-languageserver';
import { completionsAt, type Completion } from '../../core/editing/completion.ts';
import type { Snapshot } from '../analyses.ts';
import { toOffset, toTextEdit } from '../convert.ts';
import type { Links } from '../links.ts';
import type { Feature } from '../request.ts';
import { citationCompletions } from './citations.ts';
import { headingCompletions } from './headingLinks.ts';

/** `offersHeadings`: whether the editor itself completes Markdown links to headings, as VS Code's Markdown support does. */
export function completion(links: Links, offersHeadings: () => boolean): Feature<CompletionParams, CompletionItem[]> {
  return function completion(snapshot, params) {
    const headings = headingCompletions(snapshot, toOffset(snapshot.lines, params.position), offersHeadings());
    if (headings !== undefined || params.context?.triggerCharacter === '#') return headings ?? [];
    const citations = citationCompletions(links, snapshot, toOffset(snapshot.lines, params.position));
    return citations.length > 0 ? citations : writing(snapshot, params);
  };
}

function writing({ analysis, lines }: Snapshot, { position, context }: CompletionParams): CompletionItem[] {
  const isAsked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
  return completionsAt(analysis, toOffset(lines, position), isAsked).map(({ label, detail, kind, filterText, ...edit }, i) => ({
    label,
    detail,
    kind: KINDS[kind],
    filterText,
    sortText: String(i).padStart(3, '0'),
    textEdit: toTextEdit(lines, edit),
  }));
}

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  target: CompletionItemKind.Unit,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  note: CompletionItemKind.Text,
  comment: CompletionItemKind.Snippet,
};
