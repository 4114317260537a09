/** A stretch of text by UTF-16 offsets, the only kind of position the core knows. */

import { partitionPoint } from './partitionPoint.ts';

/** Half-open: `start` is the first UTF-16 unit inside, `end` the first one after. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same stretch, seen from an origin `by` UTF-16 units earlier. */
export function shiftSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** Whether `offset` lies in `span` or touches one of its ends, as a text cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether two stretches share at least one unit. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Stretches of which no two overlap; asking takes time that hardly grows with their number. */
export class ApartSpans {
  /** By start, and so by end. */
  readonly #spans: Span[] = [];

  /** Takes a stretch, unless it overlaps one that was taken before; returns whether it did. */
  take(span: Span): boolean {
    const at = partitionPoint(this.#spans.length, (i) => this.#spans[i]!.start < span.end);
    const before = this.#spans[at - 1];
    if (before !== undefined && overlap(before, span)) return false;
    this.#spans.splice(at, 0, span);
    return true;
  }
}
