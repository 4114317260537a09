/** Searches transcripts for stretches that sound like one term, word by word of the vocabulary before place by place. */

import type { TranscriptIndex } from './index.ts';
import { HeardWords } from './heardWords.ts';
import { costOf, distance, emptyRow, join, nextRow, PHONE_COUNT, phonesOfWord, type Phones } from './phones.ts';
import type { Postings } from './postings.ts';
import type { Shard } from './shard.ts';
import type { Vocabulary } from './vocabulary.ts';
import { IS_RARE, IS_STOP, isRareWord, type VocabularySounds } from './vocabularySounds.ts';
import { isStopWord } from './words.ts';

/**
 * Whether a transcript has the name: `always` when its title does and what is said hardly ever, so that the recogniser can't
 * have known it; `sometimes` when it is written right in places; else `no`.
 */
export type Expected = 'always' | 'sometimes' | 'no';

/** One term's search. What a word can be is found out for the vocabulary, so that only places are looked at that can be a mis-hearing. */
export class SoundSearch {
  readonly #target: Phones;
  readonly #limit: number;
  readonly #own: ReadonlySet<string>;
  readonly #letters: string;
  readonly #vocabulary: Vocabulary;
  readonly #sounds: VocabularySounds;
  readonly #postings: Postings;
  readonly #kinds: Uint8Array;
  readonly #heard: HeardWords;
  /** Numbers of the term's own words. */
  readonly #ownIds: ReadonlySet<number>;
  /** What each word can be where nothing but special words speaks for the name: bits, see below. */
  readonly #roles: Uint8Array;
  readonly #words: number[] = [];
  #row: Float32Array;
  #next: Float32Array;

  constructor(target: Phones, words: readonly string[], { vocabulary, sounds, postings }: TranscriptIndex) {
    this.#target = target;
    this.#limit = target.length * LIMIT;
    this.#own = new Set(words.filter((word) => !isStopWord(word)));
    this.#letters = words.join('');
    this.#vocabulary = vocabulary;
    this.#sounds = sounds;
    this.#postings = postings;
    this.#row = emptyRow(target);
    this.#next = emptyRow(target);
    this.#kinds = sounds.kinds;
    this.#ownIds = new Set([...this.#own].flatMap((word) => vocabulary.idOf(word) ?? []));
    this.#heard = new HeardWords(target, sounds, vocabulary.size);
    this.#roles = new Uint8Array(vocabulary.size);
    this.#findStarts();
    this.#findInners();
  }

  /** The stretches of each transcript that sound like the term, ascending, without overlaps; `expected` is `no` for those that it doesn't list. */
  find(
    expected: ReadonlyMap<Shard, Exclude<Expected, 'no'>>,
  ): ReadonlyMap<Shard, readonly { readonly from: number; readonly to: number }[]> {
    const candidates = new Map<Shard, number[]>();
    for (const word of this.#words) {
      this.#followPlain(word, expected, candidates);
      this.#postings.forEachListed(word, (shard) => {
        if (!expected.has(shard)) this.#collect(shard, word, shard.localOf(word), candidates, false);
      });
    }
    for (const shard of this.#postings.recent) {
      if (expected.has(shard)) continue;
      const { types } = shard.data;
      for (let local = 0; local < types.length; local++) {
        if (this.#roles[types[local]!] !== 0) this.#collect(shard, types[local]!, local, candidates, true);
      }
    }
    for (const shard of expected.keys()) this.#collectExpected(shard, candidates);
    const found = new Map<Shard, readonly { readonly from: number; readonly to: number }[]>();
    for (const [shard, places] of candidates) {
      const stretches = this.#stretchesFrom(shard, places, expected.get(shard) ?? 'no');
      if (stretches.length > 0) found.set(shard, stretches);
    }
    return found;
  }

  #stretchesFrom(shard: Shard, places: number[], expected: Expected): readonly { readonly from: number; readonly to: number }[] {
    const found: { from: number; to: number }[] = [];
    let end = 0;
    for (const from of places.sort((a, b) => a - b)) {
      if (from < end) continue;
      const to = this.#bestEnd(shard, from, this.#heard.startRow(shard.wordAt(from)), expected);
      if (to === undefined) continue;
      found.push({ from, to });
      end = to;
    }
    return found;
  }

  /** Words with which a mis-hearing begins, of those that are rare and of those that are plain, and several of them are one. */
  #findStarts(): void {
    const { order, shared } = this.#sounds.sorted();
    for (const [start, end] of this.#rangesThatBeginRight()) this.#findStartsIn(order, shared, start, end);
    const { length } = this.#letters;
    for (const word of this.#vocabulary.wordsOfShape(this.#letters, length - 2, length + 2)) {
      if ((this.#kinds[word]! & IS_RARE) !== 0 && this.#canStart(word) && this.#costOfSpelling(word) < this.#rareLimit)
        this.#add(word, ALONE);
    }
    for (const word of this.#ownIds) this.#add(word, OWN);
  }

  /** Words that begin alike share the rows of the table of distances, and where no continuation can come near the term, all of them are passed over. */
  #findStartsIn(order: Uint32Array, shared: Uint8Array, from: number, to: number): void {
    const target = this.#target;
    const { phones } = this.#sounds;
    const rows = [emptyRow(target)];
    const rareLimit = this.#rareLimit;
    const plainLimit = target.length * this.#plainLimit;
    /** Rows that hold for the word at hand, and how many sounds it took to be too far off. */
    let valid = 0;
    let dead = Number.POSITIVE_INFINITY;
    for (let i = from; i < to; i++) {
      const alike = i === from ? 0 : shared[i]!;
      if (alike >= dead) continue;
      dead = Number.POSITIVE_INFINITY;
      if (alike < valid) valid = alike;
      const word = order[i]!;
      const kind = this.#kinds[word]!;
      const limit = (kind & IS_RARE) === 0 ? plainLimit : rareLimit;
      if ((kind & IS_STOP) !== 0 || limit === 0 || !this.#canStart(word)) continue;
      const start = this.#sounds.startOf(word);
      const length = this.#sounds.lengthOf(word);
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
      this.#heard.setStartRow(word, rows[length]!);
      this.#add(word, (kind & IS_RARE) === 0 ? PLAIN_START : this.#isAloneBySound(word, rareLimit) ? ALONE : RARE_START);
    }
  }

  /** Where in the order of sounds the words are that `#beginsRight`; some others as well. */
  #rangesThatBeginRight(): readonly (readonly [start: number, end: number])[] {
    const target = this.#target;
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

  /** Rare words that can be within a mis-hearing that begins with a plain one. */
  #findInners(): void {
    const limit = this.#rareLimit;
    for (let word = 0; word < this.#kinds.length; word++) {
      if ((this.#kinds[word]! & IS_RARE) === 0 || this.#heard.boundOf(word) >= limit + ROUNDING || this.#ownIds.has(word)) continue;
      if (this.#postings.isUsed(word) && this.#heard.innerCost(word) < limit + ROUNDING) this.#add(word, INNER);
    }
  }

  #add(word: number, role: number): void {
    if (this.#roles[word] === 0) this.#words.push(word);
    this.#roles[word]! |= role;
  }

  /** Finds where in the listed transcripts a plain word is followed by one with which it can go on. */
  #followPlain(word: number, expected: ReadonlyMap<Shard, Expected>, candidates: Map<Shard, number[]>): void {
    if ((this.#roles[word]! & PLAIN_START) === 0) return;
    const heard = this.#heard;
    const limit = this.#target.length * this.#plainLimit + ROUNDING;
    const left = limit - heard.startCost(word);
    const followers = this.#postings.followersOf(word);
    for (const follower of followers) {
      if (heard.boundOf(follower) >= left || heard.costOfTwo(word, follower) >= limit) continue;
      const [fewer, offset] = this.#postings.countOf(word) <= this.#postings.countOf(follower) ? [word, 0] : [follower, 1];
      const other = offset === 0 ? follower : word;
      this.#postings.forEachListed(fewer, (shard) => {
        const local = shard.localOf(other);
        if (local < 0 || expected.has(shard)) return;
        const { tokens } = shard.data;
        for (const at of shard.placesOfWord(fewer))
          if (tokens[offset === 0 ? at + 1 : at - 1] === local) put(candidates, shard, at - offset);
      });
    }
  }

  /** Finds places of a word from which, or around which, a mis-hearing can be. */
  #collect(shard: Shard, word: number, local: number, candidates: Map<Shard, number[]>, followsPlain: boolean): void {
    const role = this.#roles[word]!;
    if ((role & ~PLAIN_START) === 0 && !followsPlain) return;
    const { places, placeStarts, tokens, types } = shard.data;
    const heard = this.#heard;
    for (let i = placeStarts[local]!; i < placeStarts[local + 1]!; i++) {
      const at = places[i]!;
      if ((role & ALONE) !== 0) put(candidates, shard, at);
      else if ((role & (RARE_START | PLAIN_START)) !== 0 && at + 1 < tokens.length) {
        const limit = ((role & RARE_START) !== 0 ? this.#rareLimit : this.#target.length * this.#plainLimit) + ROUNDING;
        const next = types[tokens[at + 1]!]!;
        if (heard.startCost(word) + heard.boundOf(next) < limit && heard.costOfTwo(word, next) < limit) put(candidates, shard, at);
      }
      if ((role & OWN) !== 0) this.#lookBack(shard, at, 0, this.#limit + ROUNDING, candidates);
      else if ((role & INNER) !== 0) this.#lookBack(shard, at, heard.innerCost(word), this.#rareLimit + ROUNDING, candidates);
    }
  }

  /** Finds words before a place, or the one at it if it is the term's own, with which a mis-hearing begins that goes on up to there. */
  #lookBack(shard: Shard, at: number, costThere: number, limit: number, candidates: Map<Shard, number[]>): void {
    const { tokens, types } = shard.data;
    const isOwn = costThere === 0;
    let cost = costThere;
    for (let from = isOwn ? at : at - 1; from > at - MOST_WORDS && from >= 0 && cost < limit; from--) {
      const word = types[tokens[from]!]!;
      if (this.#canStart(word) && (isOwn || (this.#kinds[word]! & IS_RARE) === 0) && this.#heard.startCost(word) + cost < limit)
        put(candidates, shard, from);
      if (from < at) cost += this.#heard.boundOf(word);
    }
  }

  /** Where the transcript is known to have the name, every word may begin a mis-hearing. */
  #collectExpected(shard: Shard, candidates: Map<Shard, number[]>): void {
    const { places, placeStarts, tokens, types } = shard.data;
    const heard = this.#heard;
    const limit = this.#limit + ROUNDING;
    for (let local = 0; local < types.length; local++) {
      const word = types[local]!;
      if (!this.#canStart(word)) continue;
      const isAlone = this.#spellingCost(word) < this.#limit || this.#isAloneBySound(word, this.#limit);
      if (!isAlone && heard.startCost(word) >= this.#limit) continue;
      for (let i = placeStarts[local]!; i < placeStarts[local + 1]!; i++) {
        const at = places[i]!;
        const next = at + 1 < tokens.length ? types[tokens[at + 1]!]! : undefined;
        const goesOn = next !== undefined && heard.startCost(word) + heard.boundOf(next) < limit && heard.costOfTwo(word, next) < limit;
        if (isAlone || goesOn) put(candidates, shard, at);
      }
    }
  }

  /** Names begin as they are heard, or their first sound got lost or doubled. */
  #canStart(word: number): boolean {
    const length = this.#sounds.lengthOf(word);
    return length > 0 && length <= this.#longest && (this.#kinds[word]! & IS_STOP) === 0 && this.#beginsRight(word);
  }

  #isAloneBySound(word: number, limit: number): boolean {
    const { length } = this.#target;
    return this.#sounds.lengthOf(word) >= length * SHORTEST_SHARE && this.#heard.startRow(word)[length]! < limit;
  }

  /** As far as the first two sounds tell. */
  #beginsRight(word: number): boolean {
    const target = this.#target;
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
  get #longest(): number {
    return this.#target.length * 1.5 + 1;
  }

  /** The cost from which on a stretch with a rare word in it can't be meant where nothing else speaks for the name. */
  get #rareLimit(): number {
    return this.#target.length * (this.#target.length >= LONG_NAME ? RARE_LONG : RARE_SHORT);
  }

  /** Where the stretch from a token that sounds most like the term ends, if one sounds enough like it. `first` is the row behind its first word. */
  #bestEnd(shard: Shard, from: number, first: Float32Array, expected: Expected): number | undefined {
    const target = this.#target;
    const { phones } = this.#sounds;
    let row = first;
    let length = 0;
    const limit = expected === 'no' ? this.#limitAt(shard, from) : this.#limit;
    let best = limit;
    let end: number | undefined;
    // Only the spelling of the first word alone can still be near enough.
    const isAlone = leastOf(first) >= limit;
    for (let to = from + 1; to <= Math.min(from + (isAlone ? 1 : MOST_WORDS), shard.tokenCount); to++) {
      const word = shard.wordAt(to - 1);
      const start = this.#sounds.startOf(word);
      const count = this.#sounds.lengthOf(word);
      length += count;
      if (length > this.#longest) break;
      if (to > from + 1) {
        let least = 0;
        for (let i = 0; i < count && least < limit; i++) {
          least = nextRow(row, target, phones[start + i]!, this.#next);
          // The first word's row belongs to all stretches that begin with it.
          const free = row === first ? this.#row : row;
          row = this.#next;
          this.#next = free;
          this.#row = row;
        }
        if (least >= limit) break;
      }
      const bySound = length < target.length * SHORTEST_SHARE ? this.#limit : row[target.length]!;
      const cost = to === from + 1 ? Math.min(bySound, this.#spellingCost(word)) : bySound;
      if (cost >= best) continue;
      const key = this.#vocabulary.word(word);
      if ((isStopWord(key) && !NUMBERS.has(key)) || !this.#isMeant(shard, from, to, cost / target.length, expected)) continue;
      best = cost;
      end = to;
    }
    return end;
  }

  /** The cost from which on a stretch from a token can't be meant where nothing else speaks for the name. */
  #limitAt(shard: Shard, from: number): number {
    const end = Math.min(from + MOST_WORDS, shard.tokenCount);
    let kinds = 0;
    for (let at = from; at < end; at++) {
      const word = shard.wordAt(at);
      if (this.#ownIds.has(word)) return this.#limit;
      kinds |= this.#kinds[word]!;
    }
    return (kinds & IS_RARE) === 0 ? this.#target.length * this.#plainLimit : this.#rareLimit;
  }

  /** Share of the sounds that may differ where all words are plain, and several. */
  get #plainLimit(): number {
    const { length } = this.#target;
    return length >= LONG_NAME ? PLAIN_WORDS : length >= MIDDLING_NAME ? SAME_WORDS : length >= SHORT_NAME ? VERY_SAME_WORDS : 0;
  }

  /** Letters can be nearer than sounds, since rules guess how names are read: "Meror" and "Mercor". In the cost of sounds. */
  #spellingCost(id: number): number {
    const word = this.#vocabulary.word(id);
    if (!word.startsWith(this.#letters.slice(0, 1)) || Math.abs(word.length - this.#letters.length) > 2) return Number.POSITIVE_INFINITY;
    return this.#costOfSpelling(id);
  }

  #costOfSpelling(id: number): number {
    const word = this.#vocabulary.word(id);
    const most = Math.ceil(this.#letters.length * LIMIT);
    return (letterDistance(word, this.#letters, most) / this.#letters.length) * this.#target.length;
  }

  /** Whether the context speaks for a stretch whose sounds differ from the term's by `share` of the term's length. */
  #isMeant(shard: Shard, from: number, to: number, share: number, expected: Expected): boolean {
    const words: string[] = [];
    for (let i = from; i < to; i++) words.push(this.#vocabulary.word(shard.wordAt(i)));
    const others = words.filter((word) => !this.#own.has(word));
    // All words are the term's own: a part of it, which is no mis-hearing.
    if (others.length === 0) return false;
    const hasRare = others.some(isRareWord);
    if (others.length < words.length) return this.#restFits(words, expected === 'always' || hasRare ? REST_LIMIT : REST_OF_PLAIN_WORDS);
    if (words.length === 1 && letterDistance(words[0]!, this.#letters) > this.#letters.length * LETTERS_LIMIT)
      return expected === 'always' && !hasRare && share < KNOWN_PLAIN_WORD;
    if (expected === 'always') return share < (hasRare || words.length > 1 ? LIMIT : KNOWN_PLAIN_WORD);
    if (hasRare) return share < (expected === 'sometimes' ? LIMIT : this.#target.length >= LONG_NAME ? RARE_LONG : RARE_SHORT);
    if (words.length === 1) return false;
    return share < this.#plainLimit * (expected === 'sometimes' ? WHERE_NAMED : 1);
  }

  /** With some words the term's own, the other ones must sound like the rest of the term. */
  #restFits(words: readonly string[], limit: number): boolean {
    const rest = [...this.#own].filter((word) => !words.includes(word));
    const target = join(rest.map(phonesOfWord));
    const heard = join(words.filter((word) => !this.#own.has(word)).map(phonesOfWord));
    return target.length > 0 && distance(target, heard) / target.length < limit;
  }
}

// Roles of words, as bits.
/** A rare word that is the whole mis-hearing, or that begins one. */
const ALONE = 1;
const RARE_START = 2;
/** A plain word that begins one of several plain words. */
const PLAIN_START = 4;
/** A rare word that can be in one behind its beginning. */
const INNER = 8;
/** One of the term's own words. */
const OWN = 16;

/** Two ways to add up the same costs differ by less. */
const ROUNDING = 1e-3;
/** A stretch with fewer of the term's sounds is no mis-hearing of it. */
const SHORTEST_SHARE = 0.6;

/** From here on a name is long enough that what sounds like it by chance is rare. */
const LONG_NAME = 8;
/** Most words a name is heard as. */
const MOST_WORDS = 5;
const SAME_SOUND = 0.5;

// Shares of a term's sounds that may differ, in the cost of phones.ts.
const LIMIT = 0.2;
/** One plain word, where the transcript is known to have the name. */
const KNOWN_PLAIN_WORD = 0.13;
const RARE_SHORT = 0.15;
const RARE_LONG = 0.17;
/** Several plain words ("cooper netties") with nothing else to speak for them. */
const PLAIN_WORDS = 0.1;
/** A shorter name must be the very sounds of several plain words ("pie torch"). */
const MIDDLING_NAME = 6;
const SAME_WORDS = 0.05;
/** Times as much where the transcript has the name written right elsewhere. */
const WHERE_NAMED = 1.4;
const SHORT_NAME = 5;
const VERY_SAME_WORDS = 0.01;
const REST_LIMIT = 0.46;
const REST_OF_PLAIN_WORDS = 0.17;
/** Share of the letters that may differ besides: one word that captions made of a name is spelled somewhat like it. */
const LETTERS_LIMIT = 0.35;

/** Stop words that are parts of names as well. */
const NUMBERS: ReadonlySet<string> = new Set(['one', 'two', 'to', 'too']);

function put(candidates: Map<Shard, number[]>, shard: Shard, from: number): void {
  const places = candidates.get(shard);
  if (places === undefined) candidates.set(shard, [from]);
  else places.push(from);
}

function leastOf(row: Float32Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const cost of row) if (cost < least) least = cost;
  return least;
}

/** Letters to put in, take out or change; `limit` or more is `limit` at least. */
function letterDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  let current = [...previous];
  for (let i = 1; i <= a.length; i++) {
    let least = (current[0] = i);
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + Number(a.charCodeAt(i - 1) !== b.charCodeAt(j - 1)));
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least >= limit) return limit;
    [previous, current] = [current, previous];
  }
  return previous[b.length]!;
}
