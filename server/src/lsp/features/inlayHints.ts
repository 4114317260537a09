/** textDocument/inlayHint: the time behind each heading, and the time ruler in the text, as the settings ask. */

import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { headingTimes } from '../../core/editing/headingTimes.ts';
import { timeRuler } from '../../core/editing/timeRuler.ts';
import { touches } from '../../core/text/span.ts';
import type { Snapshot } from '../analyses.ts';
import { toOffset, toPosition } from '../convert.ts';

export function inlayHints({ analysis, settings, lines }: Snapshot, { range }: InlayHintParams): InlayHint[] {
  const asked = { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
  const headings = settings.headingTime === 'inlayHint' ? headingTimes(analysis) : [];
  const marks = settings.timeRuler ? timeRuler(analysis) : [];
  return [
    ...headings.map(({ textEnd: at, text }) => ({ at, label: text, paddingLeft: true })),
    ...marks.map(({ at, text }) => ({ at, label: text, paddingRight: true })),
  ]
    .filter(({ at }) => touches(asked, at))
    .map(({ at, ...hint }) => ({ position: toPosition(lines, at), ...hint }));
}
