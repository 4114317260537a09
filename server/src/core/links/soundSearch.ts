/** Searches transcripts for stretches that sound like one term, word by word of the vocabulary before place by place. */

import type { TranscriptIndex } from './index.ts';
import { costOf, distance, emptyRow, join, nextRow, phonesOfWord, type Phones } from './phones.ts';
import type { Shard } from './shard.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isRareWord, type VocabularySounds } from './vocabularySounds.ts';
import { isStopWord } from './words.ts';

/**
 * Whether a transcript has the name: `always` when its title does and what is said hardly ever, so that the recogniser can't
 * have known it; `sometimes` when it is written right in places; else `no`.
 */
export type Expected = 'always' | 'sometimes' | 'no';

/** One term's search, with the words that a mis-hearing can begin with. */
export class SoundSearch {
  readonly #target: Phones;
  readonly #limit: number;
  readonly #own: ReadonlySet<string>;
  readonly #letters: string;
  readonly #vocabulary: Vocabulary;
  readonly #sounds: VocabularySounds;
  /** Number of each word's row in `#rows` plus one; 0 for words with which no mis-hearing begins. */
  readonly #starts: Uint32Array;
  readonly #rows: Float32Array[] = [];
  /** Of each row, bit by bit, at which sounds of the term the word can end, as one of several plain words. */
  readonly #plainEnds: number[] = [];
  /** What each word can be in a mis-hearing: `STARTS`, `SPECIAL`, both or nothing. */
  readonly #roles: Uint8Array;
  /** What `#beginnings` found out; 0 is unknown. */
  readonly #begins: Uint32Array;
  readonly #backwards: Phones;
  #row: Float32Array;
  #next: Float32Array;

  constructor(target: Phones, words: readonly string[], { vocabulary, sounds }: TranscriptIndex) {
    this.#target = target;
    this.#limit = target.length * LIMIT;
    this.#own = new Set(words.filter((word) => !isStopWord(word)));
    this.#letters = words.join('');
    this.#vocabulary = vocabulary;
    this.#sounds = sounds;
    this.#row = emptyRow(target);
    this.#next = emptyRow(target);
    sounds.update();
    this.#starts = new Uint32Array(vocabulary.size);
    this.#begins = new Uint32Array(vocabulary.size);
    this.#backwards = target.slice().reverse();
    this.#roles = sounds.rare.map((rare) => rare * SPECIAL);
    for (const word of this.#own) {
      const id = vocabulary.idOf(word);
      if (id !== undefined) this.#roles[id] = SPECIAL | OWN;
    }
    this.#findStartsBySound();
    this.#findStartsBySpelling();
  }

  /** Whether no word of the vocabulary can begin a mis-hearing. */
  get isHopeless(): boolean {
    return this.#rows.length === 0;
  }

  /** The stretches of a transcript that sound like the term, ascending, without overlaps. */
  in(shard: Shard, expected: Expected): readonly { readonly from: number; readonly to: number }[] {
    const { types, tokens, places, placeStarts } = shard.data;
    const found: { from: number; to: number }[] = [];
    const look = (from: number, row: Float32Array): void => {
      const to = this.#bestEnd(shard, from, row, expected);
      if (to !== undefined) found.push({ from, to });
    };
    // This goes through a good part of all that was ever said, so fields are read once.
    const roles = this.#roles;
    const starts = this.#starts;
    const begins = this.#begins;
    for (let local = 0; local < types.length; local++) {
      const role = roles[types[local]!]!;
      if (role === 0) continue;
      const row = starts[types[local]!]!;
      const end = placeStarts[local + 1]!;
      if (expected !== 'no' || (role & SPECIAL) !== 0) {
        if (row > 0) for (let i = placeStarts[local]!; i < end; i++) look(places[i]!, this.#rows[row - 1]!);
      } else {
        // A plain word must be followed by one that can go on where it may have ended.
        const ends = this.#plainEnds[row - 1]!;
        for (let i = ends === 0 ? end : placeStarts[local]!; i < end; i++) {
          const at = places[i]!;
          if (at + 1 >= tokens.length) continue;
          const next = types[tokens[at + 1]!]!;
          if (((begins[next]! || this.#beginnings(next)) & ends) !== 0) look(at, this.#rows[row - 1]!);
        }
      }
      if (expected !== 'no' || role < SPECIAL) continue;
      // With a special word in them, stretches are looked at that begin with a plain one before it.
      for (let i = placeStarts[local]!; i < end; i++) {
        for (let from = places[i]! - 1; from > places[i]! - MOST_WORDS && from >= 0; from--) {
          const before = types[tokens[from]!]!;
          if (roles[before] === STARTS) look(from, this.#rows[starts[before]! - 1]!);
        }
      }
    }
    if (found.length < 2) return found;
    let end = 0;
    return found
      .sort((a, b) => a.from - b.from)
      .filter(({ from, to }) => {
        if (from < end) return false;
        end = to;
        return true;
      });
  }

  /**
   * Goes through the vocabulary by its sounds. Words that begin alike share the rows of the table of distances, and where no
   * continuation can come near the term, all of them are passed over at once.
   */
  #findStartsBySound(): void {
    const target = this.#target;
    const { order, shared } = this.#sounds.sorted();
    const { phones } = this.#sounds;
    const rows = [emptyRow(target)];
    /** Rows that hold for the word at hand, and how many sounds it took to be too far off. */
    let valid = 0;
    let dead = Number.POSITIVE_INFINITY;
    for (let i = 0; i < order.length; i++) {
      const alike = shared[i]!;
      if (alike >= dead) continue;
      dead = Number.POSITIVE_INFINITY;
      if (alike < valid) valid = alike;
      const word = order[i]!;
      const start = this.#sounds.startOf(word);
      const length = this.#sounds.lengthOf(word);
      if (!this.#beginsRight(word)) {
        // Of two sounds a word may be too short where a longer one isn't.
        dead = length <= 2 ? Number.POSITIVE_INFINITY : 2;
        valid = 0;
        continue;
      }
      while (valid < length) {
        const row = (rows[valid + 1] ??= emptyRow(target));
        const least = nextRow(rows[valid]!, target, phones[start + valid]!, row);
        valid++;
        if (least >= this.#limit) {
          dead = valid;
          break;
        }
      }
      if (dead === Number.POSITIVE_INFINITY && this.#canStart(word)) this.#addStart(word, rows[length]!);
    }
  }

  /** Words that are spelled like the term can be meant however they sound; see `#spellingCost`. */
  #findStartsBySpelling(): void {
    const { length } = this.#letters;
    for (const word of this.#vocabulary.wordsOfShape(this.#letters, length - 2, length + 2)) {
      if (this.#starts[word] !== 0 || !this.#canStart(word) || this.#costOfSpelling(this.#vocabulary.word(word)) >= this.#limit) continue;
      let row = emptyRow(this.#target);
      for (let i = 0; i < this.#sounds.lengthOf(word); i++) {
        const next = new Float32Array(row.length);
        nextRow(row, this.#target, this.#sounds.phones[this.#sounds.startOf(word) + i]!, next);
        row = next;
      }
      this.#addStart(word, row);
    }
  }

  #addStart(word: number, row: Float32Array): void {
    this.#rows.push(row.slice());
    this.#plainEnds.push(maskOf(row, this.#target.length * this.#plainLimit, false));
    this.#starts[word] = this.#rows.length;
    this.#roles[word]! |= STARTS;
  }

  /** Names begin as they are heard, or their first sound got lost or doubled. */
  #canStart(word: number): boolean {
    const length = this.#sounds.lengthOf(word);
    return length > 0 && length <= this.#longest && this.#beginsRight(word) && !isStopWord(this.#vocabulary.word(word));
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
      const bySound = length < target.length * 0.6 ? this.#limit : row[target.length]!;
      const cost = to === from + 1 ? Math.min(bySound, this.#spellingCost(word)) : bySound;
      if (cost >= best) continue;
      const key = this.#vocabulary.word(word);
      if ((isStopWord(key) && !NUMBERS.has(key)) || !this.#isMeant(shard, from, to, cost / target.length, expected)) continue;
      best = cost;
      end = to;
    }
    return end;
  }

  /** Bit by bit, at which sounds of the term a word can begin, as one of several plain words; later ones than 30 are 30. */
  #beginnings(word: number): number {
    const mask = maskOf(this.#rowFromEnd(word), this.#target.length * this.#plainLimit, true);
    this.#begins[word] = mask | KNOWN;
    return mask | KNOWN;
  }

  /** What it costs to hear a word as a part of the term that begins so many sounds before the term's end. */
  #rowFromEnd(word: number): Float32Array {
    const start = this.#sounds.startOf(word);
    let row = this.#row.fill(0);
    let next = this.#next;
    for (let i = this.#sounds.lengthOf(word) - 1; i >= 0; i--) {
      nextRow(row, this.#backwards, this.#sounds.phones[start + i]!, next);
      [row, next] = [next, row];
    }
    return row;
  }

  /** The cost from which on a stretch from a token can't be meant where nothing else speaks for the name. */
  #limitAt(shard: Shard, from: number): number {
    const end = Math.min(from + MOST_WORDS, shard.tokenCount);
    let roles = 0;
    for (let at = from; at < end; at++) roles |= this.#roles[shard.wordAt(at)]!;
    if ((roles & OWN) !== 0) return this.#limit;
    const isLong = this.#target.length >= LONG_NAME;
    return this.#target.length * ((roles & SPECIAL) === 0 ? this.#plainLimit : isLong ? RARE_LONG : RARE_SHORT);
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
    return this.#costOfSpelling(word);
  }

  #costOfSpelling(word: string): number {
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

// Roles of words, as bits; the term's own words are special, too.
const STARTS = 1;
const SPECIAL = 2;
const OWN = 4;

const LAST_BIT = 30;
/** Set in masks that were worked out, as no sound is that far. */
const KNOWN = 0x8000_0000;

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

/** The places of a row whose cost is below a limit, as bits; `fromEnd` where the row counts from the term's end. */
function maskOf(row: Float32Array, limit: number, fromEnd: boolean): number {
  let mask = 0;
  for (let i = 0; i < row.length; i++) {
    if (row[i]! < limit) mask |= 1 << Math.min(LAST_BIT, fromEnd ? row.length - 1 - i : i);
  }
  return mask;
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
