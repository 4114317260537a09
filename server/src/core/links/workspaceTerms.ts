/** The terms of answers: where each stands, and under which name it is looked up. Kept by answer as long as nothing changes. */

import { judgedAmong } from '../answers/effort.ts';
import type { Answer, AnswerContent, AnswersFile } from '../answers/parseAnswers.ts';
import { toSource } from '../answers/sourceMap.ts';
import { nameKey } from '../glossary/glossary.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import { termsIn, type TermSources } from './terms.ts';

/** A term where an answer uses it. */
export interface UsedTerm {
  readonly term: string;
  /** What the ways of writing it have in common. */
  readonly key: string;
  /** UTF-16 offsets in the file. */
  readonly span: Span;
}

export class TermsCache {
  #sources: TermSources | undefined;
  #generation = -1;
  #byContent = new WeakMap<AnswerContent, readonly UsedTerm[]>();

  /** The terms that are said in the answers of a file that rules look at, too, in order. Yields between answers. */
  *in(file: AnswersFile, sources: TermSources): Generator<void, readonly UsedTerm[]> {
    const used: UsedTerm[] = [];
    const judged = judgedAmong(file.answers);
    for (const [i, answer] of file.answers.entries()) {
      if (judged[i] !== true) continue;
      used.push(...this.#of(answer, sources).map((term) => ({ ...term, span: shiftSpan(term.span, answer.base) })));
      yield;
    }
    return used;
  }

  #of({ content }: Answer, sources: TermSources): readonly UsedTerm[] {
    if (this.#sources?.glossary !== sources.glossary || this.#generation !== sources.index.generation) {
      this.#byContent = new WeakMap();
      this.#sources = sources;
      this.#generation = sources.index.generation;
    }
    let terms = this.#byContent.get(content);
    if (terms === undefined) {
      const { text, map } = content.spoken;
      terms = [...termsIn(text, sources)].map((span) => {
        const term = text.slice(span.start, span.end);
        return { term, key: nameKey(term), span: toSource(map, span) };
      });
      this.#byContent.set(content, terms);
    }
    return terms;
  }
}
