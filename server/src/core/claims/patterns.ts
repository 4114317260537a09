/** What a pattern of a claim is, and how the lists of patterns are written. */

import type { Span } from '../text/span.ts';

/** A pattern, and what must hold of a place it matched in the sentence as it is written. A group `said` narrows the place to the words that claim. */
export interface Detector {
  readonly pattern: RegExp;
  readonly accepts?: (sentence: string, span: Span, match: RegExpExecArray) => boolean;
}

// Written in small letters for a text in small letters: an expression that takes both is twice as much work to compile.
const rx = (source: string): RegExp => new RegExp(source, 'g');
/** A pattern over the straightened text of one sentence in small letters, found wherever it is. */
export const any = (source: string, accepts?: Detector['accepts']): Detector => ({ pattern: rx(source), ...(accepts && { accepts }) });

/** Words between a verb and what it is about, at most so many. */
export const few = (most: number): string => String.raw`(?:\s+(?!than\b)[\w'’-]+){0,${most}}?\s+`;
