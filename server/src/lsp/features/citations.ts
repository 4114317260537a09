/** Completion of terms that transcripts talk about, and of citations: `[term](transcripts/talk.md#t=255)`. */

import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { citationTo } from '../../core/links/citations.ts';
import { describePassage } from '../../core/links/links.ts';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.ts';
import { formatTime } from '../../core/transcripts/times.ts';
import type { Snapshot } from '../analyses.ts';
import { toRange } from '../convert.ts';
import { t } from '../../core/locale/locale.ts';
import type { Links } from '../links.ts';

/** What can be written at a UTF-16 offset: behind `](` the passages on the bracketed term, behind some letters the terms that begin so. */
export function citationCompletions(links: Links, snapshot: Snapshot, offset: number): CompletionItem[] {
  const { text, lines, uri, analysis } = snapshot;
  if (!analysis.isAnswersFile) return [];
  const before = text.slice(Math.max(0, text.lastIndexOf('\n', offset - 1) + 1), offset);
  const cited = /\[([^\][]{2,80})\]\(([^()\s]{0,200})$/.exec(before);
  if (cited !== null) {
    const range = toRange(lines, { start: offset - cited[2]!.length, end: offset });
    return links
      .passagesOf(cited[1]!, snapshot)
      .slice(0, MOST_PASSAGES)
      .map(describePassage)
      .map((passage, i) => {
        const destination = citationTo(uri, passage.uri, passage.seconds);
        return {
          label: `${passage.seconds === undefined ? t('line {0}', passage.start.line + 1) : formatTime(passage.seconds)} ${shorten(passage.text)}`,
          detail: passage.title ?? passage.uri.slice(passage.uri.lastIndexOf('/') + 1),
          kind: CompletionItemKind.Reference,
          filterText: destination,
          sortText: String(i).padStart(3, '0'),
          documentation: { kind: 'markdown' as const, value: escapeMarkdown(`${passage.before} ${passage.text} ${passage.after}`.trim()) },
          textEdit: { range, newText: destination },
        };
      });
  }
  const typed = /(?:^|[\s(“"])([\p{L}][\p{L}\p{N}-]{2,30})$/u.exec(before)?.[1];
  if (typed === undefined) return [];
  const range = toRange(lines, { start: offset - typed.length, end: offset });
  return links.transcripts.glossary.entries
    .filter(({ term }) => term.toLowerCase().startsWith(typed.toLowerCase()) && term !== typed)
    .slice(0, MOST_TERMS)
    .map(({ term, meaning }) => ({
      label: term,
      kind: CompletionItemKind.Text,
      ...(meaning !== undefined && { detail: meaning }),
      textEdit: { range, newText: term },
    }));
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}

const MOST_PASSAGES = 30;
const MOST_TERMS = 30;
