/** textDocument/documentLink: the times of a transcript open its recording; citations in answers open the transcript there. */

import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { citationsIn, lineAt, resolveCitation } from '../../core/links/citations.ts';
import { stampsIn } from '../../core/links/stamps.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { OpenDocuments } from '../analyses.ts';
import { toRange } from '../convert.ts';
import { t } from '../../core/locale/locale.ts';
import type { Links } from '../links.ts';

export function documentLinks(links: Links, documents: OpenDocuments) {
  return function documentLinks({ textDocument: { uri } }: DocumentLinkParams): DocumentLink[] {
    const text = documents.get(uri)?.getText();
    if (text === undefined) return [];
    const lines = new LineIndex(text);
    if (links.transcripts.index.get(uri) !== undefined) {
      return stampsIn(text).map(({ span, url }) => ({ range: toRange(lines, span), target: url, tooltip: t('Open the recording here') }));
    }
    return citationsIn(text).flatMap(({ span, path, seconds }) => {
      const target = resolveCitation(uri, path);
      const line = lineAt(links.transcripts.index, target, seconds);
      return line === undefined
        ? []
        : [{ range: toRange(lines, span), target: `${target}#L${line + 1}`, tooltip: t('Open the transcript here') }];
    });
  };
}
