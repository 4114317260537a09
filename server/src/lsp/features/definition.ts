/** textDocument/definition: the passages that explain a term, the best first; from a link to a heading that heading. */

import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { describePassage } from '../../core/links/links.ts';
import type { Passage } from '../../core/links/passages.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Links } from '../links.ts';
import type { Feature } from '../request.ts';
import { headingDefinition } from './headingLinks.ts';

/** Location links where the client knows them, else plain locations. */
export function definition(links: Links, hasLinks: () => boolean): Feature<DefinitionParams, LocationLink[] | Location[] | null> {
  return function definition(snapshot, { position }) {
    if (!snapshot.analysis.isAnswersFile) return null;
    const offset = toOffset(snapshot.lines, position);
    const heading = headingDefinition(snapshot, offset, hasLinks());
    if (heading !== undefined) return heading;
    const at = links.termAt(snapshot.text, offset);
    if (at === undefined) return null;
    const found = links.passagesOf(at.term, snapshot);
    if (!isWorthGoing(found)) return null;
    const passages = found.slice(0, MOST_SHOWN).map(describePassage);
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

/** Whether passages are there to go to. One guess by sound would be jumped to at once; it is in the hover and among the references. */
export function isWorthGoing(passages: readonly Passage[]): boolean {
  return passages.length > 1 || (passages.length === 1 && describePassage(passages[0]!).tier !== 'sound');
}

/** As many as somebody looks through; references have all. */
const MOST_SHOWN = 20;
