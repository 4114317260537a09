/** Says how long a speaker pauses between two words of a sentence, and between sentences, at the normal pace. */

import { MODEL } from './model.ts';

/** Seconds of the pause at what stands between two words of one sentence: punctuation, white space, signs that are not said. */
export function pauseWithin(between: string): number {
  if (between === ' ' || between === '') return 0;
  if (/[;:；：]/.test(between)) return MODEL.colonSeconds;
  return /[,，、–—―…()（）[\]|]|\.\.|--|\s[-−]\s|[!?]/u.test(between) ? MODEL.clauseSeconds : 0;
}

/** Seconds of the pause between two sentences; a blank line between them ends a paragraph. */
export function pauseBetweenSentences(between: string): number {
  return /\n\s*\n/.test(between) ? MODEL.paragraphSeconds : MODEL.sentenceSeconds;
}
