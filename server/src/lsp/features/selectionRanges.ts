/** textDocument/selectionRange: what the selection at each cursor grows to. */

import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionsAt } from '../../core/editing/selection.ts';
import type { Snapshot } from '../analyses.ts';
import { toOffset, toRange } from '../convert.ts';

export function selectionRanges({ analysis, lines }: Snapshot, { positions }: SelectionRangeParams): SelectionRange[] {
  return positions.map((position) => {
    const spans = selectionsAt(analysis, toOffset(lines, position));
    // The last span is the file, so there is always one.
    return spans.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: toRange(lines, span), ...(parent !== undefined && { parent }) }),
      undefined,
    )!;
  });
}
