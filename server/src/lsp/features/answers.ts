/** interviewAnswers/answers and interviewAnswers/plainText: every heading of a file with its times, and one as it is said. */

import { outlineOf, type OutlineRow, type OutlineTotals } from '../../core/overview/outline.ts';
import { plainTextOf } from '../../core/overview/saidText.ts';
import { axisOf } from '../../core/overview/scale.ts';
import type {
  AnswerRow,
  AnswersParams,
  AnswersResult,
  PlainTextParams,
  PlainTextResult,
  TargetBounds,
  Totals,
} from '../../protocol/overview.ts';
import type { Snapshot } from '../analyses.ts';
import { toLine } from '../convert.ts';

export function answers({ analysis, settings, lines, version }: Snapshot, _: AnswersParams): AnswersResult {
  const { isAnswersFile, rows, total } = outlineOf(analysis, settings);
  return {
    version,
    isAnswersFile,
    answers: rows.map((row) => toRow(row, lines)),
    total: toTotals(total),
    axis: axisOf(rows),
  };
}

export function plainText(snapshot: Snapshot, { line }: PlainTextParams): PlainTextResult | null {
  const index = headingAt(snapshot, line);
  return index < 0 ? null : { text: plainTextOf(snapshot.analysis, index) };
}

/** The index of the heading that begins in a line, or -1. */
export function headingAt({ analysis: { file }, lines }: Snapshot, line: number): number {
  return file.answers.findIndex(({ base, content }) => toLine(lines, base + content.headingSpan.start) === line);
}

function toRow(row: OutlineRow, lines: Snapshot['lines']): AnswerRow {
  const { title, level, parent, kind, estimate, ownSeconds, words, target, verdict, findings, keyPoints, total } = row;
  return {
    title,
    line: toLine(lines, row.heading.start),
    endLine: toLine(lines, row.section.end),
    level,
    kind,
    ...estimate,
    ownSeconds,
    words,
    findings,
    ...(parent !== undefined && { parent }),
    ...(target !== undefined && { target: toBounds(target) }),
    ...(verdict !== undefined && { verdict }),
    ...(keyPoints.length > 0 && { keyPoints }),
    ...(total !== undefined && { total: toTotals(total) }),
  };
}

function toTotals({ target, ...rest }: OutlineTotals): Totals {
  return { ...rest, ...(target !== undefined && { target: toBounds(target) }) };
}

/** JSON has no Infinity. */
function toBounds({ minSeconds, maxSeconds }: { minSeconds: number; maxSeconds: number }): TargetBounds {
  return { min: minSeconds, max: maxSeconds === Infinity ? null : maxSeconds };
}
