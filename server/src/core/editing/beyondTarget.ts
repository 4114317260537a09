/** The text that is still to be said when the target has been reached. */

import type { Analysis } from '../analysis.ts';
import { toSource } from '../answers/sourceMap.ts';
import { t } from '../locale/locale.ts';
import { formatTarget, wordReachedAt, type Measured } from '../targets/measure.ts';
import { verdictOf } from '../targets/verdict.ts';
import type { Settings } from '../settings.ts';
import { shiftSpan, type Span } from '../text/span.ts';

export interface BeyondTarget {
  /** UTF-16 offsets in the file; one stretch for each answer that the target covers. */
  readonly span: Span;
  readonly message: string;
}

/** What comes after the target, of the answers that miss it by more than the tolerance: an answer that is reported and no other. */
export function beyondTarget(analysis: Analysis, settings: Settings): readonly BeyondTarget[] {
  return [...analysis.measured.values()].flatMap((measured) => {
    if (verdictOf(measured, settings) !== 'over') return [];
    return tail(measured).map((span) => ({ span, message: t('Beyond the target of {0}.', formatTarget(measured.target)) }));
  });
}

function tail(measured: Measured): readonly Span[] {
  const reached = wordReachedAt(measured, measured.target.maxSeconds);
  if (reached === undefined) return [];
  return measured.parts.flatMap(({ answer }) => {
    const { spoken } = answer.content;
    const said = shiftSpan(toSource(spoken.map, { start: 0, end: spoken.text.length }), answer.base);
    const start = Math.max(said.start, reached.span.start);
    return start < said.end ? [{ start, end: said.end }] : [];
  });
}
