/** What a search by sound knows of its term: limits, and what each word of the vocabulary can be in a mishearing of it. */

import { HeardWords } from './heardWords.ts';
import type { TranscriptIndex } from './index.ts';
import { letterDistance } from './letterDistance.ts';
import { costOf, emptyRow, leastOf, nextRow, PHONE_COUNT, type Phones } from './phones.ts';
import type { Postings } from './postings.ts';
import { LIMIT, plainShare, rareShare, SAME_SOUND } from './soundGates.ts';
import type { Vocabulary } from './vocabulary.ts';
import { IS_RARE, IS_STOP, type VocabularySounds } from './vocabularySounds.ts';
import { isStopWord } from './words.ts';

// Roles of words where nothing but rare words speaks for the name, as bits.
/** A rare word that is the whole mishearing, or that begins one. */
export const ALONE = 1;
export const RARE_START = 2;
/** A plain word that begins one of several plain words. */
export const PLAIN_START = 4;
/** A rare word that can be in one behind its beginning. */
export const INNER = 8;
/** One of the term's own words. */
export const OWN = 16;

export class SoundTerm {
  readonly target: Phones;
  /** Whatever costs this much or more is no mishearing. */
  readonly limit: number;
  /** The term's own words, but for stop words, and their numbers as far as transcripts have them. */
  readonly own: ReadonlySet<string>;
  readonly ownIds: ReadonlySet<number>;
  readonly letters: string;
  readonly kinds: Uint8Array;
  readonly heard: HeardWords;
  /** The roles of each word, and the words that have some. */
  readonly roles: Uint8Array;
  readonly words: number[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #sounds: VocabularySounds;
  readonly #postings: Postings;

  constructor(target: Phones, words: readonly string[], { vocabulary, sounds, postings }: TranscriptIndex) {
    this.target = target;
    this.limit = target.length * LIMIT;
    this.own = new Set(words.filter((word) => !isStopWord(word)));
    this.letters = words.join('');
    this.#vocabulary = vocabulary;
    this.#sounds = sounds;
    this.#postings = postings;
    this.kinds = sounds.kinds;
    this.ownIds = new Set([...this.own].flatMap((word) => vocabulary.idOf(word) ?? []));
    this.heard = new HeardWords(target, this.limit + ROUNDING, sounds, vocabulary.size);
    this.roles = new Uint8Array(vocabulary.size);
    this.#findStarts();
    this.#findInners();
  }

  /** Names begin as they are heard, or their first sound got lost or doubled. */
  canStart(word: number): boolean {
    const length = this.#sounds.lengthOf(word);
    return length > 0 && length <= this.longest && (this.kinds[word]! & IS_STOP) === 0 && this.#beginsRight(word);
  }

  isAloneBySound(word: number, limit: number): boolean {
    const { length } = this.target;
    return this.#sounds.lengthOf(word) >= length * SHORTEST_SHARE && this.heard.startRow(word)[length]! < limit;
  }

  /** As far as the first two sounds tell. */
  #beginsRight(word: number): boolean {
    const target = this.target;
    const { phones } = this.#sounds;
    const start = this.#sounds.startOf(word);
    const length = this.#sounds.lengthOf(word);
    if (length === 0) return false;
    const first = phones[start]!;
    if (costOf(first, target[0]!) <= SAME_SOUND) return true;
    if (length === 1) return false;
    const second = phones[start + 1]!;
    return (first === target[1] && costOf(second, target[2] ?? target[1]) <= SAME_SOUND) || (second === target[0] && length > 2);
  }

  /** Sounds of the longest stretch that is looked at. */
  get longest(): number {
    return this.target.length * 1.5 + 1;
  }

  /** The cost from which on a stretch with a rare word in it can't be meant where nothing else speaks for the name. */
  get rareLimit(): number {
    return this.target.length * rareShare(this.target.length);
  }

  /** Share of the sounds that may differ where all words are plain, and several. */
  get plainLimit(): number {
    return plainShare(this.target.length);
  }

  /** Letters can be nearer than sounds, since rules guess how names are read: "Meror" and "Mercor". In the cost of sounds. */
  spellingCost(id: number): number {
    const word = this.#vocabulary.word(id);
    if (!word.startsWith(this.letters.slice(0, 1)) || Math.abs(word.length - this.letters.length) > 2) return Number.POSITIVE_INFINITY;
    return this.#costOfSpelling(id);
  }

  #costOfSpelling(id: number): number {
    const word = this.#vocabulary.word(id);
    const most = Math.ceil(this.letters.length * LIMIT);
    return (letterDistance(word, this.letters, most) / this.letters.length) * this.target.length;
  }

  /** Words with which a mishearing begins, of those that are rare and of those that are plain, and several of them are one. */
  #findStarts(): void {
    const { order, shared } = this.#sounds.sorted();
    for (const [start, end] of this.#rangesThatBeginRight()) this.#findStartsIn(order, shared, start, end);
    const { length } = this.letters;
    for (const word of this.#vocabulary.wordsOfShape(this.letters, length - 2, length + 2)) {
      if ((this.kinds[word]! & IS_RARE) !== 0 && this.canStart(word) && this.#costOfSpelling(word) < this.rareLimit) this.#add(word, ALONE);
    }
    for (const word of this.ownIds) this.#add(word, OWN);
  }

  /** Words that begin alike share the rows of the table of distances, and where no continuation can come near the term, all of them are passed over. */
  #findStartsIn(order: Uint32Array, shared: Uint8Array, from: number, to: number): void {
    const target = this.target;
    const { phones } = this.#sounds;
    const rows = [emptyRow(target)];
    // A little more than what counts in the end.
    const rareLimit = this.rareLimit + ROUNDING;
    const plainLimit = this.plainLimit === 0 ? 0 : target.length * this.plainLimit + ROUNDING;
    /** Rows that hold for the word at hand, and how many sounds it took to be too far off. */
    let valid = 0;
    let dead = Number.POSITIVE_INFINITY;
    for (let i = from; i < to; i++) {
      const alike = i === from ? 0 : shared[i]!;
      if (alike >= dead) continue;
      dead = Number.POSITIVE_INFINITY;
      if (alike < valid) valid = alike;
      const word = order[i]!;
      const kind = this.kinds[word]!;
      const length = this.#sounds.lengthOf(word);
      const limit = Math.min((kind & IS_RARE) === 0 ? plainLimit : rareLimit, mostFor(length));
      if ((kind & IS_STOP) !== 0 || limit === 0 || !this.canStart(word)) continue;
      const start = this.#sounds.startOf(word);
      let isNear = true;
      while (valid < length) {
        const row = (rows[valid + 1] ??= emptyRow(target));
        const least = nextRow(rows[valid]!, target, phones[start + valid]!, row);
        valid++;
        if (least < limit) continue;
        isNear = false;
        if (least >= rareLimit) dead = valid;
        break;
      }
      // With as many rows as sounds, an earlier word of the same sounds may have been near by another limit.
      if (!isNear || leastOf(rows[length]!) >= limit) continue;
      this.heard.setStartRow(word, rows[length]!);
      this.#add(word, (kind & IS_RARE) === 0 ? PLAIN_START : this.isAloneBySound(word, rareLimit) ? ALONE : RARE_START);
    }
  }

  /** Where in the order of sounds the words are that `#beginsRight`; some others as well. */
  #rangesThatBeginRight(): readonly (readonly [start: number, end: number])[] {
    const target = this.target;
    const ranges: (readonly [number, number])[] = [];
    for (let first = 0; first < PHONE_COUNT; first++) {
      if (costOf(first, target[0]!) <= SAME_SOUND) {
        ranges.push([this.#sounds.rangeOf(first, undefined)[0], this.#sounds.rangeOf(first, PHONE_COUNT - 1)[1]]);
        continue;
      }
      for (let second = 0; second < PHONE_COUNT; second++) {
        const isDoubled = first === target[1] && costOf(second, target[2] ?? target[1]) <= SAME_SOUND;
        if (isDoubled || second === target[0]) ranges.push(this.#sounds.rangeOf(first, second));
      }
    }
    return ranges;
  }

  /** Rare words that can be within a mishearing that begins with a plain one. */
  #findInners(): void {
    for (let word = 0; word < this.kinds.length; word++) {
      if ((this.kinds[word]! & IS_RARE) === 0 || this.ownIds.has(word)) continue;
      const most = Math.min(this.rareLimit + ROUNDING, mostFor(this.#sounds.lengthOf(word)));
      if (this.heard.isWithin(word, most) && this.#postings.isUsed(word)) this.#add(word, INNER);
    }
  }

  #add(word: number, role: number): void {
    if (this.roles[word] === 0) this.words.push(word);
    this.roles[word]! |= role;
  }
}

/** The cost that a word of so many sounds may have as a part of a name: what is heard quite unlike it speaks for nothing. */
function mostFor(sounds: number): number {
  return Math.max(FREE_COST, sounds * WORD_SHARE) + ROUNDING;
}

const WORD_SHARE = 0.3;
/** About one sound lost or another in its place, in however short a word. */
const FREE_COST = 0.6;
/** Two ways to add up the same costs differ by less. */
export const ROUNDING = 1e-3;
/** A stretch with fewer of the term's sounds is no mishearing of it. */
export const SHORTEST_SHARE = 0.6;
