/** Keeps what a rule of the file has found in an answer, as long as the answer and all else that it was found by are the same. */

import type { AnalysedAnswer, AnswerAnalysis } from '../analysis.ts';
import type { Edit } from '../text/edit.ts';
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
    const found = isSame ? known.found.map((one) => ({ ...one, ...placesOf(one, base - known.base) })) : find();
    this.#known.set(analysis, { by, base, found });
    return found;
  }
}

/** Where a finding is, so many UTF-16 units further on, with all that it relates to. */
export function placesOf({ span, related = NONE, fixes = NONE }: Found, by: number): Required<Pick<Found, 'span' | 'related' | 'fixes'>> {
  if (by === 0) return { span, related, fixes };
  return {
    span: shiftSpan(span, by),
    // Most findings lack one of both, and this is done for thousands of them at a keystroke.
    related: related.length === 0 ? NONE : related.map((one) => ({ ...one, span: shiftSpan(one.span, by) })),
    fixes: fixes.length === 0 ? NONE : fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shiftEdit(edit, by)) })),
  };
}

function shiftEdit(edit: Edit, by: number): Edit {
  return { ...edit, span: shiftSpan(edit.span, by) };
}

const NONE: readonly never[] = [];
