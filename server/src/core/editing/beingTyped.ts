/** The sentence that is being typed, and which findings wait until it is finished. */

import type { Finding } from '../findings.ts';
import type { Span } from '../text/span.ts';
import { lastSentenceBefore, type SentenceSource } from './sentenceOf.ts';

/**
 * The sentence in which somebody types at a UTF-16 offset of the file, with the blanks behind it up to there.
 * Undefined where none is open: in a heading, in a new paragraph, and when the one before was ended and left by a blank.
 */
export function sentenceBeingTyped(analysed: SentenceSource, offset: number): Span | undefined {
  const sentence = lastSentenceBefore(analysed, offset);
  if (sentence === undefined) return undefined;
  const { span, text } = sentence;
  if (offset <= span.end) return span;
  // Closing marks of emphasis and links are not said, but stand at the sentence.
  const behind = analysed.file.text.slice(span.end, offset);
  const isEnded = /[.!?…。！？]["'”’)\]]*\s*$/u.test(text);
  if (/^[*_~`)\]]*$/.test(behind)) return { start: span.start, end: offset };
  return isEnded || !/^[*_~`)\]]*[ \t]*(?:(?:\r\n|[\n\r>])[ \t>]*)?$/.test(behind) ? undefined : { start: span.start, end: offset };
}

/** Whether a finding is about how something is said, and touches the sentence that is being typed. */
export function waits({ rule, span }: Pick<Finding, 'rule' | 'span'>, typed: Span): boolean {
  return span.start <= typed.end && typed.start <= span.end && STYLE.test(rule);
}

/** Times, targets and suppressions are told at once. */
const STYLE = /^(?:claim|jargon|speech|interview)\//;
