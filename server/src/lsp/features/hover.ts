/** textDocument/hover: on a heading, what the answer's time is made of. */

import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver-protocol';
import { describeHeadingAt } from '../../core/describe.ts';
import type { Snapshot } from '../analyses.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Server } from '../request.ts';

export function hover({ analysis, lines }: Snapshot, { position }: HoverParams, { runtime }: Server): Hover | null {
  const moment = { now: runtime.date(), minutesEast: runtime.minutesEast() };
  const text = describeHeadingAt(analysis, toOffset(lines, position), moment);
  if (text === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value: text.markdown }, range: toRange(lines, text.span) };
}
