/** Cuts what is said or written into words, the units that terms and transcripts are compared by. */

import { stemmer } from 'stemmer';
import { PLAIN, PlainWords } from './plainWords.ts';

/** A word in a text; offsets are UTF-16. */
export interface Word {
  /** Lower case, without accents and possessive endings. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, in order. Hyphens and dots part words; `C++`, `C#` and apostrophes within words don't. */
export function wordsOf(text: string): readonly Word[] {
  return plainWordsOf(text) ?? anyWordsOf(text);
}

function plainWordsOf(text: string): readonly Word[] | undefined {
  const count = PLAIN_WORDS.find(text);
  if (count < 0) return undefined;
  const words: Word[] = [];
  const { starts, ends, keyEnds, letterCases } = PLAIN_WORDS;
  for (let i = 0; i < count; i++) {
    const written = text.slice(starts[i], keyEnds[i]);
    const key = letterCases[i] === PLAIN ? written : written.toLowerCase().replace('’', "'");
    words.push({ key, start: starts[i]!, end: ends[i]! });
  }
  return words;
}

/** Used from beginning to end in each call. */
const PLAIN_WORDS = new PlainWords();

function anyWordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (!IDEOGRAPHS.test(written)) {
      words.push({ key: keyOf(written), start: index, end: index + written.length });
      continue;
    }
    // Scripts without spaces: every character is a word, so that any string of them is a phrase.
    for (const { 0: part, index: at } of written.matchAll(IDEOGRAPH_OR_RUN)) {
      words.push({ key: keyOf(part), start: index + at, end: index + at + part.length });
    }
  }
  return words;
}

/** What two ways of writing a word have in common. */
export function keyOf(written: string): string {
  let key = written.toLowerCase();
  if (NOT_ASCII.test(key))
    key = key
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replaceAll('’', "'")
      .toLowerCase();
  return key.endsWith("'s") ? key.slice(0, -2) : key;
}

/** What the inflections of a word have in common: its Porter stem; number words are numbers. */
export function classOf(key: string): string {
  const number = NUMBER_WORDS.get(key);
  if (number !== undefined) return number;
  if (!/^[a-z']+$/.test(key)) return key;
  // Porter's first algorithm turns the y of "deploy" into i, but not that of "deployment"; his second one puts that right.
  return STEMS.get(key) ?? stemmer(key).replace(/(?<=[aeou])i$/, 'y');
}

/** Words too frequent to say what a passage is about. */
export function isStopWord(key: string): boolean {
  return STOP_WORDS.has(key);
}

// What is longer is no word, and comes in pieces: of millions a regular expression runs out of stack.
const WORD = /[\p{L}\p{M}\p{N}]{1,500}(?:['’][\p{L}\p{M}]{1,500}){0,20}(?:\+\+|#(?![\p{L}\p{N}]))?/gu;
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const IDEOGRAPH_OR_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;
const NOT_ASCII = /[^ -~]/;

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

/** Where Porter's algorithm brings together or keeps apart what should not be. */
const STEMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    data: 'data',
    analyses: 'analysi',
    analysis: 'analysi',
    analyze: 'analysi',
    analyse: 'analysi',
    analyzing: 'analysi',
    matrices: 'matrix',
    indices: 'index',
    general: 'general',
    generic: 'generic',
    university: 'university',
    universe: 'universe',
    policy: 'policy',
    policies: 'policy',
    police: 'police',
    // The stem of "organization" is "organ".
    organ: 'organs',
    organs: 'organs',
  }),
);

const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about actually after again all also am an and any are as at back be because been before being but by can could did do does doing ' +
    "don't down even every for from further get gets go going gonna got had has have having he her here him his how i i'd i'll i'm i've if in " +
    "into is it it'd it'll it's its just kind know let like lot made make many maybe me mean more most much my new no not now of off oh ok okay " +
    'on one only or other our out over own quite really right said same say see she should so some something sort such than that ' +
    "that's the their them then there there's these they they're thing things think this those to too two uh um under up upon us very was we " +
    "we're we've well were what what's when where which while who why will with would yeah yes you you're your"
  ).split(' '),
);
