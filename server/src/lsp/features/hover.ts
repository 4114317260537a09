/** textDocument/hover: on a heading, or a link to it, what the answer's time is made of; on a term what it means and where it is talked about. */

import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { describeHeadingAt } from '../../core/describe.ts';
import { daysEast } from '../../core/rehearsal/days.ts';
import { describeTerm } from '../../core/links/describeTerm.ts';
import type { Snapshot } from '../analyses.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Links } from '../links.ts';
import type { Feature } from '../request.ts';
import { headingHover } from './headingLinks.ts';

export function hover(links: Links): Feature<HoverParams, Hover | null> {
  return function hover(snapshot, { position }, { runtime }) {
    const { analysis, lines } = snapshot;
    const offset = toOffset(lines, position);
    const moment = { now: runtime.date(), dayOf: daysEast((time) => runtime.minutesEast(time)) };
    const linked = headingHover(snapshot, offset, moment);
    if (linked !== undefined) return linked;
    const heading = describeHeadingAt(analysis, offset, moment);
    const term = describeTermAt(links, snapshot, offset);
    if (heading === undefined && term === undefined) return null;
    const value = [heading?.markdown, term?.markdown].filter((one) => one !== undefined).join('\n\n---\n\n');
    return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(lines, (heading ?? term!).span) };
  };
}

function describeTermAt(
  links: Links,
  snapshot: Snapshot,
  offset: number,
): { markdown: string; span: { start: number; end: number } } | undefined {
  if (!snapshot.analysis.isAnswersFile) return undefined;
  const at = links.termAt(snapshot.text, offset);
  if (at === undefined) return undefined;
  const markdown = describeTerm(at.term, links.transcripts.index, links.knowledgeOf(at.term, snapshot));
  return markdown === undefined ? undefined : { markdown, span: at.span };
}
