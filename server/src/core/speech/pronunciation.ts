/** Counts the sounds and syllables of plain words: by the dictionary, by their stems, else by letter-to-sound rules. */

import { WORD_LENGTHS } from './data/wordLengths.ts';
import { inflect, type WordLength } from './inflection.ts';
import { SYLLABIC } from './languages/syllables.ts';
import { isVowel, lettersToSounds } from './letterToSound.ts';
import { ownString } from '../text/ownString.ts';

export type { WordLength } from './inflection.ts';

/** The length of what is said, in plain words separated by spaces or hyphens; single letters are said by their names. */
export function lengthOfSaid(said: string): WordLength {
  const cached = cache.get(said);
  if (cached !== undefined) return cached;
  if (ONE_WORD.test(said)) return lengthOfWord(said);
  let phones = 0;
  let syllables = 0;
  for (const word of said.split(/[^\p{L}\p{M}\p{N}'’]+/u)) {
    if (word === '') continue;
    const length = lengthOfWord(word);
    phones += length.phones;
    syllables += length.syllables;
  }
  return { phones, syllables };
}

const ONE_WORD = /^[a-z']+$/i;

/** The length of one word, in any case and with any accents. */
function lengthOfWord(word: string): WordLength {
  const cached = cache.get(word);
  if (cached !== undefined) return cached;
  const length = measure(word);
  if (word.length <= LONGEST_CACHED) {
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(ownString(word), length);
  }
  return length;
}

const CACHE_SIZE = 20_000;
const LONGEST_CACHED = 40;
const cache = new Map<string, WordLength>();

let exceptions: ReadonlyMap<string, WordLength> | undefined;

function measure(written: string): WordLength {
  const word = written
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'e');
  const letter = LETTERS.get(word);
  if (letter !== undefined) return letter;
  if (word.length === 3 && word.endsWith("'s") && LETTERS.has(word[0]!)) {
    const { phones, syllables } = LETTERS.get(word[0]!)!;
    return { phones: phones + 1, syllables };
  }
  exceptions ??= parse();
  const lookUp = (stem: string): WordLength | undefined => exceptions!.get(stem);
  return NAMES.get(word) ?? lookUp(word) ?? inflect(word, lookUp) ?? guess(word);
}

function guess(word: string): WordLength {
  const latin = word.replace(/[^a-z']+/g, '');
  const sounds = lettersToSounds(latin);
  let { length: phones } = sounds;
  let syllables = sounds.filter(isVowel).length;
  for (const character of latin.length === word.length ? '' : word) {
    if (/[a-z']/.test(character)) continue;
    const other = SYLLABIC.test(character) ? SYLLABLE : /\p{N}/u.test(character) ? DIGIT : LETTER;
    phones += other.phones;
    syllables += other.syllables;
  }
  // A run of consonants still takes a syllable to say.
  return { phones, syllables: phones === 0 ? 0 : Math.max(1, Math.round(syllables)) };
}

const SYLLABLE: WordLength = { phones: 2.5, syllables: 1 };
const DIGIT: WordLength = { phones: 3.1, syllables: 1.2 };
/** Letters of any other alphabet: about a sound each, and two to three of them a syllable. */
const LETTER: WordLength = { phones: 1, syllables: 0.42 };

/** Names that people say but no rule reads: phones and syllables. */
const NAMES: ReadonlyMap<string, WordLength> = new Map(
  Object.entries({
    kubernetes: [10, 4],
    postgres: [8, 2],
    tera: [4, 2],
    exa: [4, 2],
    kibi: [4, 2],
    mebi: [4, 2],
    gibi: [4, 2],
    tebi: [4, 2],
    exabytes: [8, 3],
    exabyte: [7, 3],
    karpathy: [8, 3],
    "o'clock": [6, 2],
  }).map(([name, [phones, syllables]]) => [name, { phones: phones!, syllables: syllables! }]),
);

/** The names of the letters, by the CMU dictionary. */
const LETTERS: ReadonlyMap<string, WordLength> = new Map(
  Object.entries({ a: 1, e: 1, i: 1, o: 1, q: 3, w: 7, x: 3 })
    .concat([...'bcdfghjklmnprstuvyz'].map((letter) => [letter, 2]))
    .map(([letter, phones]) => [letter, { phones, syllables: letter === 'w' ? 3 : 1 }]),
);

/** One line of marks with their counts, then words: letters shared with the word before, the rest, and the mark. */
function parse(): ReadonlyMap<string, WordLength> {
  const [head = '', body = ''] = WORD_LENGTHS.split('\n');
  const marks = new Map<string, WordLength>();
  for (const entry of head.split('\t')) {
    const [phones, syllables] = entry.slice(1).split(' ').map(Number);
    marks.set(entry[0]!, { phones: phones!, syllables: syllables! });
  }
  const words = new Map<string, WordLength>();
  let previous = '';
  for (let at = 0; at < body.length;) {
    let end = at + 1;
    while (isLetter(body.charCodeAt(end))) end++;
    previous = previous.slice(0, body.charCodeAt(at) - DIGIT_ZERO) + body.slice(at + 1, end);
    words.set(previous, marks.get(body[end]!)!);
    at = end + 1;
  }
  return words;
}

const DIGIT_ZERO = 0x30;

/** Letters and the apostrophe are what words are made of; everything else is a mark. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code === 0x27;
}
