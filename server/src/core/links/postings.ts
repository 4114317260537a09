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
    const firsts = new Uint32Array(size + 1);
    for (const [i, { data }] of shards.entries()) {
      for (const word of data.types) firsts[word + 1]!++;
      if (i % SHARDS_OF_STEP === SHARDS_OF_STEP - 1) yield;
    }
    for (let word = 0; word < size; word++) firsts[word + 1]! += firsts[word]!;
    const lists = shards.length <= 0x10000 ? new Uint16Array(firsts[size]!) : new Uint32Array(firsts[size]!);
    // Where in a transcript's types a word stands; needed below only.
    const locals = new Uint32Array(lists.length);
    const next = firsts.slice();
    for (const [slot, { data }] of shards.entries()) {
      for (let local = 0; local < data.types.length; local++) {
        const at = next[data.types[local]!]!++;
        lists[at] = slot;
        locals[at] = local;
      }
      if (slot % SHARDS_OF_STEP === SHARDS_OF_STEP - 1) yield;
    }
    yield;
    const { followers, followerFirsts } = yield* this.#followersInSteps(shards, firsts, lists, locals);
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

  *#followersInSteps(
    shards: readonly Shard[],
    firsts: Uint32Array,
    lists: Numbers,
    locals: Uint32Array,
  ): Generator<void, { followers: Uint32Array; followerFirsts: Uint32Array }> {
    const size = firsts.length - 1;
    const { kinds } = this.#sounds;
    const followerFirsts = new Uint32Array(size + 1);
    let followers = new Uint32Array(4096);
    let count = 0;
    let visited = 0;
    for (let word = 0; word < size; word++) {
      followerFirsts[word] = count;
      if ((kinds[word]! & (IS_RARE | IS_STOP)) !== 0) continue;
      for (let i = firsts[word]!; i < firsts[word + 1]!; i++) {
        const { types, tokens, places, placeStarts } = shards[lists[i]!]!.data;
        const local = locals[i]!;
        const end = placeStarts[local + 1]!;
        if (count + end - placeStarts[local]! > followers.length) {
          const grown = new Uint32Array(followers.length * 2 + end);
          grown.set(followers);
          followers = grown;
        }
        for (let place = placeStarts[local]!; place < end; place++) {
          const at = places[place]! + 1;
          const follower = at < tokens.length ? types[tokens[at]!]! : NOTHING;
          followers[count++] = place === placeStarts[local] ? (follower | FIRST_THERE) >>> 0 : follower;
        }
        visited += 2 + end - placeStarts[local]!;
        if (visited > PLACES_OF_STEP) {
          visited = 0;
          yield;
        }
      }
    }
    followerFirsts[size] = count;
    return { followers: followers.slice(0, count), followerFirsts };
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
const PLACES_OF_STEP = 20_000;
