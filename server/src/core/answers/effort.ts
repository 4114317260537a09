/** Says how closely each answer of a file is looked at, so that no file takes longer than a few seconds, whatever it holds. */

import type { Answer, AnswerContent } from './parseAnswers.ts';

/**
 * Whether each answer is read word by word and looked at by all rules; of the others only the time is estimated, by their
 * length. What stands before an answer decides, and not what was analysed before.
 */
export function judgedAmong(answers: readonly Answer[]): readonly boolean[] {
  let total = 0;
  return answers.map(({ content }) => {
    if (total > MOST_OF_FILE || isTooLong(content)) return false;
    total += effortOf(content);
    return true;
  });
}

/** Whether an answer is by itself too long for the rules, wherever it stands. */
export function isTooLong(content: AnswerContent): boolean {
  return effortOf(content) > MOST_OF_ANSWER;
}

/** Letters of ordinary English: an hour of speech, and with its signs and figures some 56,000 characters. */
const MOST_OF_ANSWER = 70_000;
/** Letters of ordinary English: with its signs and figures 120,000 words. */
const MOST_OF_FILE = 900_000;

/**
 * What it takes to read a text word by word with all rules, in letters of plain words. Signs, figures and capitals are looked
 * at many times, by every rule on numbers, names and acronyms; signs that are words by themselves, twice as often as letters.
 */
function effortOf(content: AnswerContent): number {
  let effort = efforts.get(content);
  if (effort === undefined) {
    const { text } = content.spoken;
    effort = text.length;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= FIRST_EAST_ASIAN) effort += 2;
      else if (unit < FIRST_BEYOND_ASCII && unit !== SPACE && unit !== LINE_FEED && (unit < SMALL_A || unit > SMALL_Z)) effort += 3;
    }
    efforts.set(content, effort);
  }
  return effort;
}

const efforts = new WeakMap<AnswerContent, number>();

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const FIRST_BEYOND_ASCII = 0x80;
const FIRST_EAST_ASIAN = 0x2e80;
