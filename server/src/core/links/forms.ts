/** The ways in which one term can be written or transcribed without being another: joined, split, with number words. */

import { frequencyOf } from '../words/frequency.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isStopWord, keyOf, wordsOf } from './words.ts';

/** A sequence of words that stands for the term. */
export type Form = readonly string[];

/** The words of a term without articles around it. */
export function termWords(term: string): readonly string[] {
  const words = wordsOf(term).map(({ key }) => key);
  while (words.length > 1 && /^(?:a|an|the)$/.test(words[0]!)) words.shift();
  return words;
}

/** All forms of a term whose words the transcripts may have; the first is the term as written. */
export function formsOf(term: string, vocabulary: Vocabulary): readonly Form[] {
  const base = termWords(term);
  if (base.length === 0) return [];
  const forms = new Map<string, Form>();
  const add = (form: Form): void => {
    if (form.length > 0 && form.length <= LONGEST_FORM && forms.size < MOST_FORMS) forms.set(form.join(' '), form);
  };
  add(base);
  const split = splitCase(term);
  for (const words of [base, split]) {
    add(words);
    add(words.flatMap(splitDigits));
    add(words.map(withoutLeet));
    add(words.flatMap(splitDigits).map((word) => SOUND_OF_DIGIT.get(word) ?? word));
    if (words.some((word) => /[a-z][24][a-z]/.test(word))) {
      add(
        words.flatMap((word) =>
          word.split(/(?<=[a-z])[24](?=[a-z])/).flatMap((part, i) => (i === 0 ? [part] : [word.includes('2') ? 'to' : 'for', part])),
        ),
      );
    }
  }
  if (/^\p{Lu}{3,6}$/u.test(term.trim())) for (const form of spelledOut(base[0]!, vocabulary)) add(form);
  for (const [i, word] of base.entries())
    for (const longer of clippings(word, vocabulary)) add([...base.slice(0, i), longer, ...base.slice(i + 1)]);
  for (const form of [...forms.values()]) {
    if (form.join('').length > LONGEST_JOIN) continue;
    if (form.length > 1) add([form.join('')]);
    for (let i = 0; form.length > 2 && i + 1 < form.length; i++) add([...form.slice(0, i), form[i]! + form[i + 1]!, ...form.slice(i + 2)]);
    for (const [i, word] of form.entries()) {
      for (const parts of splitInTwo(word, vocabulary)) add([...form.slice(0, i), ...parts, ...form.slice(i + 1)]);
    }
  }
  return [...forms.values()];
}

/** An acronym letter by letter ("V L A"), or with only its first letter apart ("S-BAR"), if the transcripts have the parts. */
function spelledOut(acronym: string, vocabulary: Vocabulary): readonly Form[] {
  const [first = '', ...rest] = acronym;
  const forms = [[...acronym]];
  // "A bar" and "I can" are no acronyms.
  if (rest.length >= 3 && !/[ai]/.test(first)) forms.push([first, rest.join('')]);
  return forms.filter((form) => form.every((part) => vocabulary.isUsed(part)));
}

/** The longer words that a clipped one stands for, such as "teleop", or the clipped ones for a long one; as far as the transcripts have them. */
export function clippings(word: string, vocabulary: Vocabulary): readonly string[] {
  if (word.length < SHORTEST_CLIPPING || !/^[a-z]+$/.test(word)) return [];
  if (frequencyOf(word) === 'unknown') return vocabulary.wordsWithPrefix(word).filter((longer) => longer.length >= word.length + 3);
  return [];
}

/** The words of a term that say what it is about. */
export function contentWords(words: readonly string[]): readonly string[] {
  const content = words.filter((word) => !isStopWord(word));
  return content.length > 0 ? content : words;
}

/**
 * Whether a term is written like a name, so that captions may have garbled it: digits or capitals inside, or a word that
 * everyday speech hasn't got. Acronyms of up to four letters are no such names; they sound like too many things.
 */
export function isNameLike(written: string): boolean {
  if (/^\p{Lu}{1,4}s?$/u.test(written)) return false;
  if (/\p{L}\p{N}|\p{N}\p{L}/u.test(written) || /\p{Ll}\p{Lu}/u.test(written) || /^\p{Lu}{5,}$/u.test(written)) return true;
  const frequency = frequencyOf(keyOf(written));
  return frequency === 'unknown' || (/^\p{Lu}/u.test(written) && frequency === 'rare');
}

/** The words of a term, "DreamGen" and "PyTorch" as two. */
export function splitCase(term: string): readonly string[] {
  return termWords(term.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu}+)(\p{Lu}\p{Ll}{2})/gu, '$1 $2'));
}

/** "N1" as "n 1", "gpt4" as "gpt 4"; "GR00T" keeps its digits, which are letters. */
function splitDigits(word: string): readonly string[] {
  return /[a-z]\d+[a-z]/.test(word) && !/[a-z][24][a-z]/.test(word) ? [word] : (word.match(/[a-z']+|\d+|[^a-z'\d]+/g) ?? [word]);
}

/** Digits that are drawn letters: GR00T is Groot. */
function withoutLeet(word: string): string {
  if (!/[a-z]\d+[a-z]/.test(word) || /[a-z][24][a-z]/.test(word)) return word;
  return word.replace(/(?<=[a-z\d])\d(?=[a-z\d])/g, (digit) => LEET[Number(digit)]!);
}

const LEET = ['o', 'l', 'z', 'e', 'a', 's', 'g', 't', 'b', 'g'];

/** A digit heard as the word that sounds like it, in the midst of a name. */
const SOUND_OF_DIGIT: ReadonlyMap<string, string> = new Map([
  ['2', 'to'],
  ['4', 'for'],
]);

/** A word that was transcribed as two, if the transcripts have both parts: "tele operation". */
function splitInTwo(word: string, vocabulary: Vocabulary): readonly (readonly [string, string])[] {
  const splits: (readonly [string, string])[] = [];
  if (word.length < 6 || !/^[a-z]+$/.test(word)) return splits;
  for (let at = 2; at <= word.length - 3; at++) {
    const first = word.slice(0, at);
    const second = word.slice(at);
    if (vocabulary.isUsed(first) && vocabulary.isClassUsed(second)) splits.push([first, second]);
  }
  return splits;
}

/** Shorter words begin too many others. */
const SHORTEST_CLIPPING = 5;
const MOST_FORMS = 40;
const LONGEST_FORM = 12;
const LONGEST_JOIN = 40;
