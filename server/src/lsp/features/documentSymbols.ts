/** textDocument/documentSymbol: the outline of the answers with their times. */

import { SymbolKind, type DocumentSymbol, type DocumentSymbolParams } from 'vscode-languageserver-protocol';
import { inFile } from '../../core/answers/parseAnswers.ts';
import { summarise } from '../../core/describe.ts';
import type { Snapshot } from '../analyses.ts';
import { toRange } from '../convert.ts';

export function documentSymbols({ analysis, lines, text }: Snapshot, _: DocumentSymbolParams): DocumentSymbol[] {
  const ends = sectionEnds(
    analysis.answers.map(({ answer }) => ({ start: inFile(answer, answer.content.span).start, level: answer.content.level })),
    text.length,
  );
  const symbol = (index: number): DocumentSymbol => {
    const { answer } = analysis.answers[index]!;
    const { title, detail } = summarise(analysis, index);
    const heading = inFile(answer, answer.content.headingSpan);
    return {
      // A symbol without a name is refused by editors.
      name: title.trim() === '' ? '(no heading)' : title,
      detail,
      kind: SymbolKind.String,
      range: toRange(lines, { start: heading.start, end: ends[index]! }),
      selectionRange: toRange(lines, heading),
      children: answer.children.map(symbol),
    };
  };
  return analysis.answers.flatMap(({ answer }, index) => (answer.parent === undefined ? [symbol(index)] : []));
}

/** Where each heading's section ends: at the next heading that is not below it. */
function sectionEnds(headings: readonly { start: number; level: number }[], end: number): readonly number[] {
  const ends = headings.map(() => end);
  const open: number[] = [];
  headings.forEach(({ start, level }, i) => {
    while (open.length > 0 && headings[open.at(-1)!]!.level >= level) ends[open.pop()!] = start;
    open.push(i);
  });
  return ends;
}
