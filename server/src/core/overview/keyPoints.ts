/** The few words that remind a speaker of an answer, for a card that is held in one hand. */

import { keyPointOf } from '../rehearsal/recall.ts';
import type { Span } from '../text/span.ts';

/** More is read, not remembered. */
const MOST_POINTS = 7;

/**
 * Key points of what is said: those of the sentences that begin a paragraph or an item of a list; of all sentences
 * where there is one paragraph only. `sentences` are spans in `spoken`.
 */
export function keyPointsOf(sentences: readonly Span[], spoken: string): readonly string[] {
  const openings = sentences.filter(({ start }, i) => i === 0 || spoken.slice(sentences[i - 1]!.end, start).includes('\n'));
  const chosen = openings.length > 1 ? openings : sentences;
  return chosen
    .map(({ start, end }) => keyPointOf(spoken.slice(start, end)))
    .filter((point) => point !== '')
    .slice(0, MOST_POINTS);
}
