/** Relates what is said to where it is written: spoken UTF-16 offsets to source offsets, exactly. */

import { partitionPoint } from '../text/partitionPoint.ts';
import type { Span } from '../text/span.ts';

/**
 * Runs of the spoken text in order, four numbers each: spoken start, spoken length, source start, source length.
 * A run whose lengths agree maps unit by unit; any other (a character reference, a folded line break) maps whole.
 * Spoken text between runs is not in the source: a separator between paragraphs.
 */
export interface SourceMap {
  readonly runs: readonly number[];
}

/** The source span of a spoken span; for a span of separators alone, the empty span where they stand. */
export function toSource(map: SourceMap, spoken: Span): Span {
  const { runs } = map;
  if (runs.length === 0) return { start: 0, end: 0 };
  const first = runEndingAfter(runs, spoken.start);
  const last = runStartingBefore(runs, Math.max(spoken.end, spoken.start + 1));
  if (first > last) {
    const at = last >= 0 ? runs[last * 4 + 2]! + runs[last * 4 + 3]! : runs[2]!;
    return { start: at, end: at };
  }
  return { start: sourceAt(runs, first, spoken.start, 'start'), end: sourceAt(runs, last, spoken.end, 'end') };
}

/** Collects spoken text unit by unit, each with the source it came from, and compresses it into runs. */
export class SpokenBuilder {
  #parts: string[] = [];
  #length = 0;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  get length(): number {
    return this.#length;
  }

  /** The text so far. Joined once and kept, so it is cheap to ask again. */
  get text(): string {
    if (this.#parts.length > 1) this.#parts = [this.#parts.join('')];
    return this.#parts[0] ?? '';
  }

  /** Whether the text so far ends with this unit; cheap at any time. */
  endsWith(unit: string): boolean {
    return this.#parts.at(-1)?.endsWith(unit) ?? false;
  }

  /** Adds `text` as said for the source span; unit by unit when the lengths agree. */
  add(text: string, source: Span): void {
    const exact = text.length === source.end - source.start;
    for (let i = 0; i < text.length; i++) {
      this.#starts.push(exact ? source.start + i : source.start);
      this.#ends.push(exact ? source.start + i + 1 : source.end);
    }
    this.#push(text);
  }

  /** Adds text that stands nowhere in the source. */
  addSeparator(text: string): void {
    const nowhere = new Array<number>(text.length).fill(NOWHERE);
    this.#starts.push(...nowhere);
    this.#ends.push(...nowhere);
    this.#push(text);
  }

  /** Adds a part of another builder's text with its sources. */
  append(other: SpokenBuilder, part: Span): void {
    for (let i = part.start; i < part.end; i++) {
      this.#starts.push(other.#starts[i]!);
      this.#ends.push(other.#ends[i]!);
    }
    this.#push(other.text.slice(part.start, part.end));
  }

  /** The source span of a spoken span of this builder, which must hold at least one unit that has a source. */
  source(spoken: Span): Span {
    let { start, end } = spoken;
    while (start < end && this.#starts[start] === NOWHERE) start++;
    while (end > start && this.#starts[end - 1] === NOWHERE) end--;
    if (start >= end) return { start: 0, end: 0 };
    return { start: this.#starts[start]!, end: this.#ends[end - 1]! };
  }

  /** Whether the unit is written in the source just as it is said: no escape, no character reference. */
  isLiteral(at: number): boolean {
    return this.#ends[at]! - this.#starts[at]! === 1;
  }

  /** The spoken text's relation to the source, for keeping. */
  map(): SourceMap {
    const runs: number[] = [];
    const [starts, ends] = [this.#starts, this.#ends];
    for (let i = 0; i < starts.length;) {
      if (starts[i] === NOWHERE) {
        i++;
        continue;
      }
      let next = i + 1;
      if (ends[i]! - starts[i]! === 1) {
        while (next < starts.length && starts[next] === ends[next - 1] && ends[next]! - starts[next]! === 1) next++;
      } else {
        while (next < starts.length && starts[next] === starts[i] && ends[next] === ends[i]) next++;
      }
      runs.push(i, next - i, starts[i]!, ends[next - 1]! - starts[i]!);
      i = next;
    }
    return { runs };
  }

  #push(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
  }
}

const NOWHERE = -1;

/** The first run that ends after a spoken offset. */
function runEndingAfter(runs: readonly number[], offset: number): number {
  return partitionPoint(runs.length / 4, (run) => runs[run * 4]! + runs[run * 4 + 1]! <= offset);
}

/** The last run that starts before a spoken offset. */
function runStartingBefore(runs: readonly number[], offset: number): number {
  return partitionPoint(runs.length / 4, (run) => runs[run * 4]! < offset) - 1;
}

function sourceAt(runs: readonly number[], run: number, spoken: number, side: 'start' | 'end'): number {
  const [start, length, source, sourceLength] = [runs[run * 4]!, runs[run * 4 + 1]!, runs[run * 4 + 2]!, runs[run * 4 + 3]!];
  const inside = Math.max(0, Math.min(spoken - start, length));
  if (length === sourceLength) return source + inside;
  return side === 'start' || inside === 0 ? source : source + sourceLength;
}
