/** The sounds of what is written or heard, and how much two strings of sounds differ. */

import { lettersToSounds } from '../speech/letterToSound.ts';
import { spokenForm } from '../speech/spokenForm.ts';
import { sum } from '../text/sum.ts';

/** A string of sounds, as indices into PHONES. */
export type Phones = Uint8Array;

/** The sounds of a written name or phrase, said as the speech model would say it. */
export function phonesOfTerm(term: string, said?: string): Phones {
  const spoken =
    said ??
    spokenForm(term, { lexicon: NO_READINGS })
      .map((token) => token.said)
      .join(' ');
  return join(wordsOfSaid(spoken).map(phonesOfSaidWord));
}

/** The sounds of one word of a transcript, by its key; none of what is longer than anybody says. */
export function phonesOfWord(key: string): Phones {
  if (key.length > LONGEST_WORD) return NO_SOUNDS;
  if (/^[a-z']+$/.test(key)) return phonesOfSaidWord(key);
  return phonesOfTerm(key);
}

/** Characters: twice what the longest words of any dictionary have. A file without a space is one word of millions. */
export const LONGEST_WORD = 200;
const NO_SOUNDS: Phones = new Uint8Array();

export function join(parts: readonly Phones[]): Phones {
  const joined = new Uint8Array(sum(parts, (part) => part.length));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * The least cost of turning one string of sounds into the other, where a sound of another kind costs 1, a similar one less; `limit` or
 * more is `limit`.
 */
export function distance(a: Phones, b: Phones, limit = Number.POSITIVE_INFINITY): number {
  let previous = new Float32Array(b.length + 1);
  let current = new Float32Array(b.length + 1);
  for (let j = 0; j < b.length; j++) previous[j + 1] = previous[j]! + GAP[b[j]!]!;
  for (const phone of a) {
    const gapA = GAP[phone]!;
    current[0] = previous[0]! + gapA;
    let least = previous[0]! + gapA;
    for (let j = 0; j < b.length; j++) {
      const cost = Math.min(previous[j]! + costOf(phone, b[j]!), previous[j + 1]! + gapA, current[j]! + GAP[b[j]!]!);
      current[j + 1] = cost;
      if (cost < least) least = cost;
    }
    if (least >= limit) return limit;
    [previous, current] = [current, previous];
  }
  return Math.min(limit, previous[b.length]!);
}

/** A row of the table by which `distance` is found: what it costs to hear nothing at all as each prefix of a target. */
export function emptyRow(target: Phones): Float32Array {
  const row = new Float32Array(target.length + 1);
  for (let i = 0; i < target.length; i++) row[i + 1] = row[i]! + GAP[target[i]!]!;
  return row;
}

/** The row after one more sound was heard; written to `next`. Returns its least cost, below which no continuation can come. */
export function nextRow(row: Float32Array, target: Phones, heard: number, next: Float32Array): number {
  const gap = GAP[heard]!;
  const table = costs();
  let least = (next[0] = row[0]! + gap);
  for (let i = 0; i < target.length; i++) {
    const phone = target[i]!;
    const cost = Math.min(row[i]! + table[phone * PHONES.length + heard]!, next[i]! + GAP[phone]!, row[i + 1]! + gap);
    next[i + 1] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

/** The least cost of a row, below which no continuation can come. */
export function leastOf(row: Float32Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const cost of row) if (cost < least) least = cost;
  return least;
}

/** What it costs to hear one sound as another, 0 to 1. */
export function costOf(one: number, other: number): number {
  return costs()[one * PHONES.length + other]!;
}

/** ARPAbet without stress. */
const PHONES = 'AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW P B T D K G CH JH F V TH DH S Z SH ZH HH M N NG L R W Y'.split(' ');
export const PHONE_COUNT = PHONES.length;
const IDS: ReadonlyMap<string, number> = new Map(PHONES.map((phone, i) => [phone, i]));
const NO_READINGS: ReadonlyMap<string, string> = new Map();

/** The names of the letters. */
const LETTERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: 'EY',
    b: 'B IY',
    c: 'S IY',
    d: 'D IY',
    e: 'IY',
    f: 'EH F',
    g: 'JH IY',
    h: 'EY CH',
    i: 'AY',
    j: 'JH EY',
    k: 'K EY',
    l: 'EH L',
    m: 'EH M',
    n: 'EH N',
    o: 'OW',
    p: 'P IY',
    q: 'K Y UW',
    r: 'AA R',
    s: 'EH S',
    t: 'T IY',
    u: 'Y UW',
    v: 'V IY',
    w: 'D AH B AH L Y UW',
    x: 'EH K S',
    y: 'W AY',
    z: 'Z IY',
  }).map(([letter, phones]) => [letter, phones.split(' ')]),
);

function wordsOfSaid(said: string): readonly string[] {
  return said.toLowerCase().match(/[a-z']+/g) ?? [];
}

function phonesOfSaidWord(word: string): Phones {
  const letters = word.length === 1 || !/[aeiouy]/.test(word) ? [...word] : undefined;
  const phones = letters?.flatMap((letter) => LETTERS.get(letter) ?? []) ?? lettersToSounds(word);
  // The rules read letter by letter, and now and then a double vowel twice.
  return Uint8Array.from(
    phones.filter((phone, i) => phone !== phones[i - 1] || letters !== undefined).flatMap((phone) => IDS.get(phone) ?? []),
  );
}

/** Height and backness of vowels, in steps of the vowel chart; diphthongs by their middle. */
const VOWELS: Readonly<Record<string, readonly [number, number]>> = {
  IY: [0, 0],
  IH: [1, 0.2],
  EY: [1.2, 0],
  EH: [2, 0.2],
  AE: [3, 0.2],
  AH: [2, 1],
  ER: [2, 1.2],
  AA: [3, 1.8],
  AO: [2.4, 2],
  OW: [1.3, 2],
  UH: [1, 1.8],
  UW: [0, 2],
  AY: [2.5, 0.8],
  AW: [2.5, 1.2],
  OY: [1.8, 1.5],
};

/** Place (lips to throat), manner and voice of consonants. */
const CONSONANTS: Readonly<Record<string, readonly [place: number, manner: string, voiced: boolean]>> = {
  P: [0, 'stop', false],
  B: [0, 'stop', true],
  T: [2, 'stop', false],
  D: [2, 'stop', true],
  K: [4, 'stop', false],
  G: [4, 'stop', true],
  CH: [3, 'affricate', false],
  JH: [3, 'affricate', true],
  F: [0.5, 'fricative', false],
  V: [0.5, 'fricative', true],
  TH: [1.5, 'fricative', false],
  DH: [1.5, 'fricative', true],
  S: [2, 'fricative', false],
  Z: [2, 'fricative', true],
  SH: [3, 'fricative', false],
  ZH: [3, 'fricative', true],
  HH: [5, 'fricative', false],
  M: [0, 'nasal', true],
  N: [2, 'nasal', true],
  NG: [4, 'nasal', true],
  L: [2, 'liquid', true],
  R: [2.5, 'liquid', true],
  W: [0.2, 'glide', true],
  Y: [3, 'glide', true],
};

/** Vowels that are nearly these consonants. */
const HALF_VOWELS: ReadonlySet<string> = new Set(['ER R', 'IY Y', 'UW W', 'UH W', 'OW W', 'IH Y']);

function cost(one: string, other: string): number {
  if (one === other) return 0;
  const vowel = VOWELS[one];
  const otherVowel = VOWELS[other];
  if (vowel !== undefined && otherVowel !== undefined) {
    // Unstressed vowels are all alike, and captions guess them.
    const apart = Math.min(0.9, 0.15 + 0.25 * Math.hypot(vowel[0] - otherVowel[0], vowel[1] - otherVowel[1]));
    return one === 'AH' || other === 'AH' ? Math.min(0.35, apart) : apart;
  }
  if (vowel !== undefined || otherVowel !== undefined)
    return HALF_VOWELS.has(`${one} ${other}`) || HALF_VOWELS.has(`${other} ${one}`) ? 0.3 : 1;
  const [place, manner, voiced] = CONSONANTS[one]!;
  const [otherPlace, otherManner, otherVoiced] = CONSONANTS[other]!;
  const voice = voiced === otherVoiced ? 0 : 0.25;
  if (manner === otherManner)
    return Math.min(0.8, voice + Math.min(0.5, Math.abs(place - otherPlace) * 0.3) + (place === otherPlace && voice === 0 ? 0.2 : 0));
  const near = Math.abs(place - otherPlace) <= 1;
  const kin = `${manner} ${otherManner}`;
  if (near && /affricate (?:stop|fricative)|(?:stop|fricative) affricate|liquid glide|glide liquid/.test(kin)) return 0.4 + voice;
  return near ? 0.7 : 1;
}

/** What it costs to hear a sound that wasn't said, or not to hear one that was. */
export function gapCost(phone: number): number {
  return GAP[phone]!;
}

/** Of each pair of sounds; made when it is first asked for, because a server must be ready before anything is looked for by its sound. */
let costTable: Float32Array | undefined;

function costs(): Float32Array {
  return (costTable ??= Float32Array.from(PHONES.flatMap((one) => PHONES.map((other) => cost(one, other)))));
}

/** What it costs to hear a sound that wasn't said, or not to hear it: little for those that are swallowed. */
const GAP = Float32Array.from(PHONES, (phone) =>
  phone === 'AH' ? 0.45 : phone === 'HH' || phone === 'Y' ? 0.5 : VOWELS[phone] === undefined ? 0.7 : 0.65,
);
