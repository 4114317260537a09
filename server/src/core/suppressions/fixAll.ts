/** Applies every safe fix of a file at once: what `source.fixAll` and `check --fix` do. */

import { diffLines } from 'diff';
import type { Analysis } from '../analysis.ts';
import type { Finding } from '../findings.ts';
import { applyEdits, insertion, type Edit } from '../text/edit.ts';
import { overlap, type Span } from '../text/span.ts';

export interface FixedAll {
  readonly text: string;
  /** What makes the fixed text of the first one; sorted, and no two touch the same place. */
  readonly edits: readonly Edit[];
  /** How many findings were put right. */
  readonly fixes: number;
}

/**
 * Applies the safe fixes until none is left, so that doing it again changes nothing. `analyseAgain` analyses a changed
 * text the same way. Undefined when there is nothing to fix.
 */
export function fixAll(analysis: Analysis, analyseAgain: (text: string) => Analysis): FixedAll | undefined {
  const original = analysis.file.text;
  const seen = new Set([original]);
  let current = analysis;
  let fixes = 0;
  let first: readonly Edit[] = [];
  let rounds = 0;
  for (; rounds < MOST_ROUNDS; rounds++) {
    const { edits, count } = safeEdits(current.findings);
    if (count === 0) break;
    const text = applyEdits(current.file.text, edits);
    // Two fixes that undo each other would go on for ever.
    if (seen.has(text)) break;
    seen.add(text);
    if (rounds === 0) first = edits;
    fixes += count;
    current = analyseAgain(text);
  }
  if (rounds === 0) return undefined;
  const { text } = current.file;
  return { text, fixes, edits: rounds === 1 ? first : changedLines(original, text) };
}

/** A file that needs more has fixes that go round in circles. */
const MOST_ROUNDS = 20;

/** The edits of the first safe fix of each finding, without those that would meet an earlier one. */
export function safeEdits(findings: readonly Pick<Finding, 'fixes'>[]): { readonly edits: readonly Edit[]; readonly count: number } {
  const edits: Edit[] = [];
  let count = 0;
  for (const { fixes } of findings) {
    const fix = fixes.find(({ isSafe }) => isSafe === true);
    if (fix === undefined || fix.edits.some(({ span }) => edits.some((other) => meet(other.span, span)))) continue;
    edits.push(...fix.edits);
    count++;
  }
  return { edits: edits.sort((a, b) => a.span.start - b.span.start), count };
}

/** Two edits at one place have no order; two that share text can't both be made. */
function meet(a: Span, b: Span): boolean {
  return (
    overlap(a, b) ||
    a.start === b.start ||
    (a.start === a.end && b.start <= a.start && a.start <= b.end) ||
    (b.start === b.end && a.start <= b.start && b.start <= a.end)
  );
}

/** The lines that differ between two texts, whole and with their ends, as edits of the first. */
export function changedLines(before: string, after: string): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const { value, added, removed } of diffLines(before, after)) {
    const last = edits.at(-1);
    if (removed) {
      edits.push({ span: { start: at, end: at + value.length }, newText: '' });
      at += value.length;
    } else if (added) {
      // What comes in place of removed lines belongs to their edit.
      if (last?.span.end === at && last.newText === '') edits[edits.length - 1] = { ...last, newText: value };
      else edits.push(insertion(at, value));
    } else at += value.length;
  }
  return edits;
}
