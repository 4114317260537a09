/** Keeps what was made of each answer of a file, to be found again in the next version of the file. */

import type { AnswerAnalysis } from './analysis.ts';

/**
 * One item for each answer, in the order of the file. An edit changes answers in one place: all others stand where they stood
 * as counted from the beginning or from the end. So nothing is looked up, and answers that say the same are told apart.
 */
export class ByAnswer<Item extends { readonly analysis: AnswerAnalysis }> {
  #items: readonly Item[] = [];

  /** What was kept of an answer, the `index`-th of `count`; undefined where another analysis stood there. */
  get(analysis: AnswerAnalysis, index: number, count: number): Item | undefined {
    const fromStart = this.#items[index];
    if (fromStart?.analysis === analysis) return fromStart;
    const fromEnd = this.#items[this.#items.length - count + index];
    return fromEnd?.analysis === analysis ? fromEnd : undefined;
  }

  /** Takes the items of all answers in place of those before. */
  keep(items: readonly Item[]): void {
    this.#items = items;
  }
}
