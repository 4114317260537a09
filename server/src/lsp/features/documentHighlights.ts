/** textDocument/documentHighlight: where else the answers of a file use the term under the cursor. */

import { DocumentHighlightKind, type DocumentHighlight, type DocumentHighlightParams } from 'vscode-languageserver';
import { nameKey } from '../../core/glossary/glossary.ts';
import type { Snapshot } from '../analyses.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Links } from '../links.ts';

export function documentHighlights(links: Links) {
  return async function documentHighlights(snapshot: Snapshot, { position }: DocumentHighlightParams): Promise<DocumentHighlight[] | null> {
    if (!snapshot.analysis.isAnswersFile) return null;
    const at = links.termAt(snapshot.text, toOffset(snapshot.lines, position));
    if (at === undefined) return null;
    const key = nameKey(at.term);
    const terms = (await links.termsOf(snapshot)).filter((term) => term.key === key);
    return terms.map(({ span }) => ({ range: toRange(snapshot.lines, span), kind: DocumentHighlightKind.Text }));
  };
}
