/** Keeps what a rule of the file has found in an answer, as long as the answer and all else that it was found by are the same. */

import type { AnalysedAnswer, AnswerAnalysis } from '../analysis.ts';
import { shiftSpan } from '../text/span.ts';
import type { Found } from './rule.ts';

/** One for each rule. Most answers of a large file are the same after a keystroke, and half of them have only moved. */
export class FoundByAnswer {
  readonly #known = new WeakMap<
    AnswerAnalysis,
    { readonly by: readonly unknown[]; readonly base: number; readonly found: readonly Found[] }
  >();

  /**
   * What `find` returns, with spans of the file: the same objects where the answer stands where it stood. `by` is all
   * besides the answer's own content that decides what is found there and how it is said; its items are compared by identity.
   */
  in({ answer: { base }, analysis }: AnalysedAnswer, by: readonly unknown[], find: () => readonly Found[]): readonly Found[] {
    const known = this.#known.get(analysis);
    const isSame = known?.by.every((one, i) => one === by[i]) === true;
    if (isSame && known.base === base) return known.found;
    const found = isSame ? known.found.map((one) => shiftFound(one, base - known.base)) : find();
    this.#known.set(analysis, { by, base, found });
    return found;
  }
}

/** The same finding, so many UTF-16 units further on. */
export function shiftFound(found: Found, by: number): Found {
  const { related, fixes } = found;
  return {
    ...found,
    span: shiftSpan(found.span, by),
    // Most findings lack one of both, and this is done for thousands of them at a keystroke.
    related: related === undefined ? NONE : related.map((one) => ({ ...one, span: shiftSpan(one.span, by) })),
    fixes:
      fixes === undefined
        ? NONE
        : fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shiftSpan(edit.span, by) })) })),
  };
}

const NONE: readonly never[] = [];
