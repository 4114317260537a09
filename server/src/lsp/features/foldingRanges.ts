/** textDocument/foldingRange: sections, answers, front matter, comments and lists. */

import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver';
import { folds } from '../../core/editing/folding.ts';
import type { Snapshot } from '../analyses.ts';
import { toLine } from '../convert.ts';

export function foldingRanges({ analysis, lines }: Snapshot, _: FoldingRangeParams): FoldingRange[] {
  return folds(analysis).map(({ span, isComment }) => ({
    startLine: toLine(lines, span.start),
    endLine: toLine(lines, span.end),
    ...(isComment && { kind: FoldingRangeKind.Comment }),
  }));
}
