/** What a pattern of a claim is, and how the lists of patterns are written. */

import type { Span } from '../text/span.ts';

/** A pattern, and what must hold of a place it matched. A group `said` narrows the place to the words that claim. */
export interface Detector {
  readonly pattern: RegExp;
  readonly accepts?: (sentence: string, span: Span, match: RegExpExecArray) => boolean;
}

const rx = (source: string): RegExp => new RegExp(source, 'gi');
/** A pattern over the straightened text of one sentence, found wherever it is, in capitals or not. */
export const any = (source: string, accepts?: Detector['accepts']): Detector => ({ pattern: rx(source), ...(accepts && { accepts }) });

/** Words between a verb and what it is about, at most so many. */
export const few = (most: number): string => String.raw`(?:\s+(?!than\b)[\w'’-]+){0,${most}}?\s+`;
