/** Which transcripts have a word, and which words follow it there: made at rest, so that a search needn't look into every transcript. */

import type { Numbers, Shard } from './shard.ts';
import type { Vocabulary } from './vocabulary.ts';
import { IS_RARE, IS_STOP, type VocabularySounds } from './vocabularySounds.ts';

/** The transcripts that were there when it was made are listed by word; those that came since are few, and must be looked into. */
export class Postings {
  readonly #vocabulary: Vocabulary;
  readonly #sounds: VocabularySounds;
  /** Listed transcripts; undefined for those that are gone. */
  #slots: (Shard | undefined)[] = [];
  readonly #slotOf = new Map<Shard, number>();
  readonly #recent = new Set<Shard>();
  /** First of the slots of each word, and their number. */
  #firsts: Uint32Array = new Uint32Array(1);
  #lists: Numbers = new Uint16Array(0);
  /** First of the words that follow each plain word, place by place; the first of each transcript has `FIRST_THERE` set. */
  #followerFirsts: Uint32Array = new Uint32Array(1);
  #followers: Uint32Array = new Uint32Array(0);

  constructor(vocabulary: Vocabulary, sounds: VocabularySounds) {
    this.#vocabulary = vocabulary;
    this.#sounds = sounds;
  }

  /** Transcripts that aren't listed yet. */
  get recent(): ReadonlySet<Shard> {
    return this.#recent;
  }

  add(shard: Shard): void {
    this.#recent.add(shard);
  }

  remove(shard: Shard): void {
    this.#recent.delete(shard);
    const slot = this.#slotOf.get(shard);
    if (slot === undefined) return;
    this.#slots[slot] = undefined;
    this.#slotOf.delete(shard);
  }

  /** Whether enough has come since the lists were made that it is worth making them anew. */
  get isStale(): boolean {
    return this.#recent.size > MOST_RECENT;
  }

  /** In how many listed transcripts a word was. */
  countOf(word: number): number {
    return word + 1 < this.#firsts.length ? this.#firsts[word + 1]! - this.#firsts[word]! : 0;
  }

  /** Whether a transcript can have a word. */
  isUsed(word: number): boolean {
    return this.#recent.size > 0 || this.countOf(word) > 0;
  }

  /** The listed transcripts that have a word, in no order. */
  forEachListed(word: number, visit: (shard: Shard) => void): void {
    if (word + 1 >= this.#firsts.length) return;
    for (let i = this.#firsts[word]!; i < this.#firsts[word + 1]!; i++) {
      const shard = this.#slots[this.#lists[i]!];
      if (shard !== undefined) visit(shard);
    }
  }

  /** All transcripts that have a word, in no order. */
  forEach(word: number, visit: (shard: Shard) => void): void {
    this.forEachListed(word, visit);
    for (const shard of this.#recent) if (shard.localOf(word) >= 0) visit(shard);
  }

  /** Goes through the words that follow a plain word (neither rare nor a stop word) in the listed transcripts, place by place. */
  forEachFollower(word: number, goesOn: (follower: number) => boolean, visit: (shard: Shard, follower: number) => void): void {
    if (word + 1 >= this.#followerFirsts.length) return;
    const followers = this.#followers;
    const end = this.#followerFirsts[word + 1]!;
    let list = this.#firsts[word]! - 1;
    for (let i = this.#followerFirsts[word]!; i < end; i++) {
      const entry = followers[i]!;
      if (entry >= FIRST_THERE) list++;
      const follower = entry & ~FIRST_THERE;
      if (follower === NOTHING || !goesOn(follower)) continue;
      const shard = this.#slots[this.#lists[list]!];
      if (shard !== undefined) visit(shard, follower);
    }
  }

  /** Makes the lists anew, with all there is; yields every few milliseconds. Changes while it rests are kept for the next time. */
  *listInSteps(): Generator<void> {
    const shards = [...this.#slots.filter((shard) => shard !== undefined), ...this.#recent];
    const { size } = this.#vocabulary;
    const { kinds } = this.#sounds;
    const isFollowed = (word: number): boolean => (kinds[word]! & (IS_RARE | IS_STOP)) === 0;
    const firsts = new Uint32Array(size + 1);
    const followerFirsts = new Uint32Array(size + 1);
    for (const [slot, { data }] of shards.entries()) {
      const { types, placeStarts } = data;
      for (let local = 0; local < types.length; local++) {
        const word = types[local]!;
        firsts[word + 1]!++;
        if (isFollowed(word)) followerFirsts[word + 1]! += placeStarts[local + 1]! - placeStarts[local]!;
      }
      if (slot % SHARDS_OF_STEP === SHARDS_OF_STEP - 1) yield;
    }
    for (let word = 0; word < size; word++) {
      firsts[word + 1]! += firsts[word]!;
      followerFirsts[word + 1]! += followerFirsts[word]!;
    }
    const lists = shards.length <= 0x10000 ? new Uint16Array(firsts[size]!) : new Uint32Array(firsts[size]!);
    const followers = new Uint32Array(followerFirsts[size]!);
    yield;
    // Transcript by transcript, and not word by word: what is read lies together, and only what is written is far apart.
    const nextList = firsts.slice();
    const nextFollower = followerFirsts.slice();
    let tokensOfStep = 0;
    for (const [slot, { data }] of shards.entries()) {
      const { types, tokens, places, placeStarts } = data;
      for (let local = 0; local < types.length; local++) {
        const word = types[local]!;
        lists[nextList[word]!++] = slot;
        if (!isFollowed(word)) continue;
        const end = placeStarts[local + 1]!;
        let to = nextFollower[word]!;
        let mark = FIRST_THERE;
        for (let place = placeStarts[local]!; place < end; place++) {
          const at = places[place]! + 1;
          const follower = at < tokens.length ? types[tokens[at]!]! : NOTHING;
          followers[to++] = (follower | mark) >>> 0;
          mark = 0;
        }
        nextFollower[word] = to;
      }
      tokensOfStep += tokens.length;
      if (tokensOfStep > TOKENS_OF_STEP) {
        tokensOfStep = 0;
        yield;
      }
    }
    // From here to the end nothing rests.
    const gone = shards.map((shard) => !this.#recent.has(shard) && !this.#slotOf.has(shard));
    this.#slots = shards.map((shard, slot) => (gone[slot] === true ? undefined : shard));
    this.#slotOf.clear();
    for (const [slot, shard] of this.#slots.entries()) {
      if (shard === undefined) continue;
      this.#slotOf.set(shard, slot);
      this.#recent.delete(shard);
    }
    this.#firsts = firsts;
    this.#lists = lists;
    this.#followers = followers;
    this.#followerFirsts = followerFirsts;
  }
}

/** Set in the first word that follows another one in a transcript; words are fewer. */
const FIRST_THERE = 0x8000_0000;
/** Behind the last word of a transcript. */
const NOTHING = 0x7fff_ffff;
/** Looking into each of these takes a tenth of a millisecond at every search for a sound. */
const MOST_RECENT = 8;
/** Some milliseconds of work. */
const SHARDS_OF_STEP = 40;
const TOKENS_OF_STEP = 50_000;
