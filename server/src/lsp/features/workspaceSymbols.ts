/** workspace/symbol: the terms of the glossary and of all answers, each at the passage that explains it best. */

import { SymbolKind, type SymbolInformation, type WorkspaceSymbolParams } from 'vscode-languageserver';
import { describePassage } from '../../core/links/links.ts';
import { fileName } from '../../core/text/uri.ts';
import { toRange } from '../convert.ts';
import type { Links } from '../links.ts';

export function workspaceSymbols(links: Links) {
  return async function workspaceSymbols({ query }: WorkspaceSymbolParams, isCancelled: () => boolean): Promise<SymbolInformation[]> {
    const symbols = new Map<string, SymbolInformation>();
    const wanted = query.toLowerCase();
    for (const file of await links.allTerms(isCancelled)) {
      for (const { term, key, span } of file.terms) {
        if (symbols.has(key) || !isWanted(term, wanted)) continue;
        const [best] = links.passagesOf(term);
        const passage = best === undefined ? undefined : describePassage(best);
        symbols.set(key, {
          name: term,
          kind: SymbolKind.Key,
          containerName: passage === undefined ? fileName(file.uri) : (passage.title ?? fileName(passage.uri)),
          location:
            passage === undefined
              ? { uri: file.uri, range: toRange(file.lines, span) }
              : { uri: passage.uri, range: { start: passage.start, end: passage.end } },
        });
        if (symbols.size >= MOST_SYMBOLS) return [...symbols.values()];
      }
    }
    return [...symbols.values()];
  };
}

/** As editors filter: the letters in order. */
function isWanted(term: string, wanted: string): boolean {
  const lower = term.toLowerCase();
  let at = 0;
  for (const letter of wanted) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const MOST_SYMBOLS = 500;
