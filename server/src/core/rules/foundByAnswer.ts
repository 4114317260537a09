/** Keeps what a rule of the file has found in an answer, as long as the answer and all else that it was found by are the same. */

import type { AnalysedAnswer, AnswerAnalysis } from '../analysis.ts';
import { shiftFound, type Found, type FoundInAnswer } from './rule.ts';

/** One for each rule. Most answers of a large file are the same after a keystroke, and half of them have only moved. */
export class FoundByAnswer {
  readonly #known = new WeakMap<AnswerAnalysis, { readonly by: readonly unknown[]; readonly found: readonly Found[] }>();

  /**
   * What `find` returns, with spans of the file, as what is found in the answer: the same list wherever the answer stands.
   * `by` is all besides the answer's own content that decides what is found there and how it is said; its items are compared
   * by identity.
   */
  in(answer: AnalysedAnswer, by: readonly unknown[], find: () => readonly Found[]): FoundInAnswer {
    let known = this.#known.get(answer.analysis);
    if (known?.by.every((one, i) => one === by[i]) !== true) {
      known = { by, found: find().map((one) => shiftFound(one, -answer.answer.base)) };
      this.#known.set(answer.analysis, known);
    }
    return { answer, found: known.found };
  }
}
