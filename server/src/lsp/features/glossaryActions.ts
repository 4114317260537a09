/** Code actions that write into the glossary how captions mishear a term. */

import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { offersForGarble, offersForTerm, type GlossaryOffer } from '../../core/links/heardAs.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { Analyses, OpenDocuments } from '../analyses.ts';
import { toFileEdit, toOffset } from '../convert.ts';
import type { Links } from '../links.ts';

/** For an answers file by the term at the cursor, for a transcript by the selected words. */
export function glossaryActions(links: Links, analyses: Analyses, documents: OpenDocuments, canCreate: () => boolean) {
  return async function glossaryActions(
    { textDocument: { uri }, range, context }: CodeActionParams,
    isCancelled: () => boolean,
  ): Promise<CodeAction[]> {
    if (context.only !== undefined && !context.only.some((kind) => kind === '' || CodeActionKind.QuickFix.startsWith(kind))) return [];
    const text = documents.get(uri)?.getText();
    if (text === undefined) return [];
    const lines = new LineIndex(text);
    const glossary = links.transcripts.glossaryFile(uri);
    if (glossary === undefined) return [];
    const start = toOffset(lines, range.start);
    const end = toOffset(lines, range.end);
    let offers: readonly GlossaryOffer[] = [];
    if (links.transcripts.index.get(uri) !== undefined) {
      if (end <= start || end - start > LONGEST_SELECTION) return [];
      const terms = (await links.allTerms(isCancelled)).flatMap((file) => file.terms.map(({ term }) => term));
      offers = offersForGarble(
        text.slice(start, end),
        [...terms, ...links.transcripts.glossary.entries.map(({ term }) => term)],
        glossary.text,
      );
    } else {
      const snapshot = await analyses.get(uri);
      const at = snapshot?.analysis.isAnswersFile === true ? links.termAt(text, start) : undefined;
      if (at !== undefined) offers = offersForTerm(at.term, links.passagesOf(at.term, snapshot), glossary.text);
    }
    if (!glossary.exists && !canCreate()) return [];
    return offers.map(({ title, edit }) => ({ title, kind: CodeActionKind.QuickFix, edit: toFileEdit(glossary, edit) }));
  };
}

const LONGEST_SELECTION = 120;
