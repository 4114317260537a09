/** textDocument/documentSymbol: the outline of the answers with their times. */

import { SymbolKind, type DocumentSymbol, type DocumentSymbolParams } from 'vscode-languageserver';
import { inFile } from '../../core/answers/parseAnswers.ts';
import { sectionSpans } from '../../core/answers/sections.ts';
import { summarise } from '../../core/describe.ts';
import type { Snapshot } from '../analyses.ts';
import { toRange } from '../convert.ts';
import { t } from '../../core/locale/locale.ts';

export function documentSymbols({ analysis, lines }: Snapshot, _: DocumentSymbolParams): DocumentSymbol[] {
  const sections = sectionSpans(analysis.file);
  const symbol = (index: number): DocumentSymbol => {
    const { answer } = analysis.answers[index]!;
    const { title, detail } = summarise(analysis, index);
    const heading = inFile(answer, answer.content.headingSpan);
    return {
      // A symbol without a name is refused by editors.
      name: title.trim() === '' ? t('(no heading)') : title,
      detail,
      kind: SymbolKind.String,
      range: toRange(lines, sections[index]!),
      selectionRange: toRange(lines, heading),
      children: answer.children.map(symbol),
    };
  };
  return analysis.answers.flatMap(({ answer }, index) => (answer.parent === undefined ? [symbol(index)] : []));
}
