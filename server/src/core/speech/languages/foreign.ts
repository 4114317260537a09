/** Says text in languages other than English: the words of scripts without spaces, and numbers in the language's own words. */

import type { Lexicon } from '../lexicon.ts';
import { isMixedName, sayName } from '../names.ts';
import { lengthOfSaid, type WordLength } from '../pronunciation.ts';
import type { Token } from '../tokens.ts';
import { numberSyllables, numberWords } from './numberWords.ts';
import { countSyllables } from './syllables.ts';
import { sum } from '../../text/sum.ts';

/** A word with the language by whose rate it is said. */
export interface ForeignWord {
  readonly start: number;
  readonly end: number;
  readonly said: string;
  readonly length: WordLength;
  readonly language: string;
}

/** Sounds a syllable where only syllables are counted: as many as in English words, to fill the table of the breakdown. */
const PHONES_PER_SYLLABLE = 2.2;

/** A word whose syllables are counted by the rules of its language. */
export function foreignWord(start: number, end: number, said: string, language: string): ForeignWord {
  return withSyllables(start, end, said, countSyllables(said, language), language);
}

/** The words of a run of Chinese, Japanese or Korean. Without `Intl.Segmenter` each few characters are a word. */
export function cjkWords({ start, text }: Pick<Token, 'start' | 'end' | 'text'>, language: string): readonly ForeignWord[] {
  const own = /\p{Script=Hangul}/u.test(text) ? 'ko' : /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : language;
  const spoken = EAST_ASIAN.has(own) ? own : 'zh';
  return segments(text, spoken).map(([from, to]) => foreignWord(start + from, start + to, text.slice(from, to), spoken));
}

const EAST_ASIAN: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);

/** Whether the language is written without spaces, so that Latin words in it are borrowed from English. */
function borrowsLatin(language: string): boolean {
  return EAST_ASIAN.has(language) || /^(?:ru|uk|el|ar|he|hi|th)$/.test(language);
}

/** What is said for a token of Latin letters, digits and signs within a text of another language. */
export function sayForeign({ start, end, text }: Token, next: string, language: string, lexicon: Lexicon): ForeignWord {
  const known = lexicon.userReadingOf(text);
  if (known !== undefined) return { start, end, said: known, length: lengthOfSaid(known), language: 'en' };
  const number = /^([^\d\p{L}]*)(\d[\d.,]*\d|\d)(\D*)$/u.exec(text);
  if (number !== null) return sayNumber(start, end, number[2]!, number[1]! + number[3]!, next, language);
  if (isMixedName(text) || (borrowsLatin(language) && /\p{Script=Latin}/u.test(text))) {
    const said = isMixedName(text) ? sayName(text, { neighbours: [], known: lexicon.readingOf }) : text;
    return { start, end, said, length: lengthOfSaid(said), language: 'en' };
  }
  return foreignWord(start, end, /[\p{L}\p{N}]/u.test(text) ? text : '', language);
}

function sayNumber(start: number, end: number, digits: string, tail: string, next: string, language: string): ForeignWord {
  const { whole, fraction } = splitNumber(digits, language);
  const unit = /[\p{L}%€$£¥°]/u.test(tail) ? SYLLABLES_OF_UNIT : 0;
  const said = numberWords(Number(whole), language);
  const digitByDigit = fraction.length * SYLLABLES_PER_DIGIT + (fraction === '' ? 0 : 1);
  const eastAsian = language === 'zh' && whole.length === 4 && next.startsWith('年') ? 4 : numberSyllables(whole, language);
  if (said !== undefined) {
    return withSyllables(start, end, said, countWords(said, language) + digitByDigit + unit, language);
  }
  return withSyllables(start, end, digits, (eastAsian ?? whole.length * SYLLABLES_PER_DIGIT * 1.5) + digitByDigit + unit, language);
}

const SYLLABLES_PER_DIGIT = 1.4;
/** "Prozent", "por ciento", "euros". */
const SYLLABLES_OF_UNIT = 2;

function countWords(said: string, language: string): number {
  return sum(said.split(/[\s-]+/), (word) => countSyllables(word, language));
}

/** German, French and Spanish write decimals with a comma and thousands with a dot or a space. */
function splitNumber(digits: string, language: string): { whole: string; fraction: string } {
  const mark = EAST_ASIAN.has(language) ? '.' : ',';
  const isDotDecimal = mark === ',' && /^\d+\.\d{1,2}$/.test(digits);
  const [whole = '', fraction = ''] = digits.split(isDotDecimal ? '.' : mark);
  return { whole: whole.replaceAll(/\D/g, ''), fraction: fraction.replaceAll(/\D/g, '') };
}

function withSyllables(start: number, end: number, said: string, syllables: number, language: string): ForeignWord {
  return { start, end, said, length: { syllables, phones: syllables * PHONES_PER_SYLLABLE }, language };
}

const segmenters = new Map<string, Intl.Segmenter | undefined>();
/** Words of a long text are told apart piece by piece: the segmenter's time grows faster than its text. */
const PIECE = 500;

function segments(text: string, language: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  const segmenter = segmenterOf(language);
  for (let at = 0; at < text.length;) {
    let to = Math.min(text.length, at + PIECE);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text[to - 1]!)) to++;
    const piece = text.slice(at, to);
    if (segmenter === undefined) for (let i = 0; i < piece.length; i += 2) found.push([at + i, at + Math.min(piece.length, i + 2)]);
    else for (const { index, segment } of segmenter.segment(piece)) found.push([at + index, at + index + segment.length]);
    at = to;
  }
  return found;
}

/** Some hosts have no segmenter. */
function segmenterOf(language: string): Intl.Segmenter | undefined {
  if (!segmenters.has(language)) {
    const has = typeof Intl !== 'undefined' && 'Segmenter' in Intl;
    segmenters.set(language, has ? new Intl.Segmenter(language, { granularity: 'word' }) : undefined);
  }
  return segmenters.get(language);
}
