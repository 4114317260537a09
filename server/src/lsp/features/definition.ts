/** textDocument/definition: the passages that explain a term, the best first. */

import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver-protocol';
import { describePassage } from '../../core/links/links.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Links } from '../links.ts';
import type { Feature } from '../request.ts';

/** Location links where the client knows them, else plain locations. */
export function definition(links: Links, hasLinks: () => boolean): Feature<DefinitionParams, LocationLink[] | Location[] | null> {
  return function definition(snapshot, { position }) {
    if (!snapshot.analysis.isAnswersFile) return null;
    const at = links.termAt(snapshot.text, toOffset(snapshot.lines, position));
    if (at === undefined) return null;
    const passages = links.passagesOf(at.term, snapshot).slice(0, MOST_SHOWN).map(describePassage);
    // One guess by sound would be jumped to at once; it is offered in the hover and among the references.
    if (passages.length === 1 && passages[0]!.tier === 'sound') return null;
    if (!hasLinks()) return passages.map(({ uri, start, end }) => ({ uri, range: { start, end } }));
    const originSelectionRange = toRange(snapshot.lines, at.span);
    return passages.map(({ uri, start, end }) => ({
      targetUri: uri,
      targetRange: { start, end },
      targetSelectionRange: { start, end },
      originSelectionRange,
    }));
  };
}

/** As many as somebody looks through; references have all. */
const MOST_SHOWN = 20;
