/** textDocument/references: all passages on a term and the answers that use it; the links to a heading; from a transcript, the answers that use its words. */

import type { Location, ReferenceParams } from 'vscode-languageserver';
import { nameKey } from '../../core/glossary/glossary.ts';
import { describePassage } from '../../core/links/links.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { Analyses, OpenDocuments } from '../analyses.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Links } from '../links.ts';
import { headingReferences } from './headingLinks.ts';

/** Answers for answers files and for transcripts alike. */
export function references(links: Links, analyses: Analyses, documents: OpenDocuments) {
  return async function references(
    { textDocument: { uri }, position, context }: ReferenceParams,
    isCancelled: () => boolean,
  ): Promise<Location[]> {
    if (links.transcripts.index.get(uri) !== undefined) return fromTranscript(links, uri, position.line, isCancelled);
    const snapshot = await analyses.get(uri);
    const text = snapshot?.text ?? documents.get(uri)?.getText();
    if (snapshot?.analysis.isAnswersFile !== true || text === undefined) return [];
    const offset = toOffset(new LineIndex(text), position);
    const { isLink, locations } = headingReferences(snapshot, offset, context.includeDeclaration);
    const at = isLink ? undefined : links.termAt(text, offset);
    if (at === undefined) return locations;
    const key = nameKey(at.term);
    const uses = (await links.allTerms(isCancelled)).flatMap((file) =>
      file.terms.filter((term) => term.key === key).map(({ span }) => ({ uri: file.uri, range: toRange(file.lines, span) })),
    );
    const passages = links.passagesOf(at.term, snapshot).map(describePassage);
    return [...passages.map((passage) => ({ uri: passage.uri, range: { start: passage.start, end: passage.end } })), ...uses, ...locations];
  };
}

/** The answers that use a term which a line of a transcript talks about. */
async function fromTranscript(links: Links, uri: string, line: number, isCancelled: () => boolean): Promise<Location[]> {
  const locations: Location[] = [];
  const isHere = new Map<string, boolean>();
  for (const file of await links.allTerms(isCancelled)) {
    for (const { term, key, span } of file.terms) {
      let here = isHere.get(key);
      if (here === undefined) {
        here = links.passagesOf(term).some((passage) => passage.shard.uri === uri && describePassage(passage).lines.includes(line));
        isHere.set(key, here);
      }
      if (here) locations.push({ uri: file.uri, range: toRange(file.lines, span) });
    }
  }
  return locations;
}
