/** What can be folded away: sections, answers, front matter, comments, lists, quotes, code and tables. */

import type { Analysis } from '../analysis.ts';
import type { BlockKind } from '../answers/blocks.ts';
import { inFile } from '../answers/parseAnswers.ts';
import { sectionSpans } from '../answers/sections.ts';
import type { Span } from '../text/span.ts';
import { trimEnd } from './trim.ts';

export interface Fold {
  /** UTF-16 offsets in the file; the first line stays, and the span ends behind the last one that is hidden. */
  readonly span: Span;
  /** Editors fold all comments at once by this. */
  readonly isComment: boolean;
}

/** The folds of an answers file that span several lines, by start; a file about something else has none. */
export function folds({ file, isAnswersFile }: Analysis): readonly Fold[] {
  if (!isAnswersFile) return [];
  const { text, frontMatter, answers, preamble } = file;
  const blocks = [
    ...preamble,
    ...answers.flatMap((answer) => answer.content.blocks.map(({ kind, span }) => ({ kind, span: inFile(answer, span) }))),
  ];
  const spans = [
    { span: { start: 0, end: frontMatter.end }, isComment: false },
    ...sectionSpans(file).map((span) => ({ span, isComment: false })),
    ...blocks.filter(({ kind }) => FOLDED.has(kind)).map(({ kind, span }) => ({ span, isComment: kind === 'comment' })),
  ];
  return spans
    .map(({ span, isComment }) => ({ span: trimEnd(text, span), isComment }))
    .filter(({ span }) => /[\r\n]/.test(text.slice(span.start, span.end)))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** A paragraph is one line in most files, and hiding the rest of it helps nobody. */
const FOLDED: ReadonlySet<BlockKind> = new Set<BlockKind>(['list', 'item', 'quote', 'code', 'table', 'comment']);
