/** Reports a way of speaking that is fine now and then, where an answer has too much of it: at the first place, with all others. */

import type { AnswerAnalysis } from '../analysis.ts';
import { toSource } from '../answers/sourceMap.ts';
import { quoteWords } from '../text/format.ts';
import type { Span } from '../text/span.ts';
import type { Found } from './rule.ts';

export interface Tiring {
  /** UTF-16 offsets in a spoken text of English. */
  readonly find: (text: string) => readonly Span[];
  /** Fewer are never too many. */
  readonly fewest: number;
  /** As many in a hundred words are not too many. */
  readonly per100Words: number;
  /** `quoted` are the words found. */
  readonly message: (count: number, words: number, quoted: string) => string;
  /** About each further place. */
  readonly another: () => string;
}

export function* tooMany({ content, speech, language }: AnswerAnalysis, tiring: Tiring): Iterable<Found> {
  if (language !== 'en') return;
  const { text, map } = content.spoken;
  const found = tiring.find(text);
  if (found.length < tiring.fewest || found.length * 100 <= tiring.per100Words * speech.words.length) return;
  yield {
    span: toSource(map, found[0]!),
    message: tiring.message(found.length, speech.words.length, quoteWords(text, found)),
    related: found.slice(1).map((span) => ({ span: toSource(map, span), message: tiring.another() })),
  };
}
