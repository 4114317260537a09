/** A file with its analysis, as the formats of the report see it. */

import type { Analysis } from '../core/analysis.ts';
import type { LineIndex, Position } from '../core/text/lineIndex.ts';
import type { Span } from '../core/text/span.ts';

export interface CheckedFile {
  readonly path: string;
  readonly lines: LineIndex;
  readonly analysis: Analysis;
  /** How many findings a baseline has taken out. */
  readonly known?: number;
  /** How many hints are not reported. */
  readonly hints?: number;
}

/** Zero-based, characters in UTF-16 units, as in LSP. */
export function toRange({ lines }: CheckedFile, span: Span): { readonly start: Position; readonly end: Position } {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}
