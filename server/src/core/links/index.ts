/** The index of all transcripts: one shard for each file, put in and taken out one by one. */

import { finish } from '../text/steps.ts';
import { readTranscriptInSteps } from '../transcripts/readTranscript.ts';
import type { TranscriptProblem } from '../transcripts/transcript.ts';
import { makeShardDataInSteps } from './makeShard.ts';
import { Shard, type ShardData } from './shard.ts';
import { Postings } from './postings.ts';
import { VocabularySounds } from './vocabularySounds.ts';
import { Vocabulary } from './vocabulary.ts';

export class TranscriptIndex {
  readonly vocabulary: Vocabulary;
  /** How the words of the vocabulary sound. */
  readonly sounds: VocabularySounds;
  /** Which transcripts have which words. */
  readonly postings: Postings;
  readonly #shards = new Map<string, Shard>();
  #generation = 0;
  /** Shards by class, as far as somebody asked. */
  readonly #withClass = new Map<number, readonly Shard[]>();
  #inOrder: readonly Shard[] | undefined;

  constructor(vocabulary = new Vocabulary(), sounds = new VocabularySounds(vocabulary)) {
    this.vocabulary = vocabulary;
    this.sounds = sounds;
    this.postings = new Postings(vocabulary, sounds);
  }

  /** Grows whenever a shard comes or goes; what was found before holds as long as it stays. */
  get generation(): number {
    return this.#generation;
  }

  /** By URI. */
  get shards(): IterableIterator<Shard> {
    return this.#ordered().values();
  }

  get size(): number {
    return this.#shards.size;
  }

  get(uri: string): Shard | undefined {
    return this.#shards.get(uri);
  }

  /** The shards that have words of all these classes, by URI. */
  shardsWith(classes: readonly number[]): readonly Shard[] {
    const lists = [...new Set(classes)].map((wordClass) => this.#shardsWithClass(wordClass)).sort((a, b) => a.length - b.length);
    const [rarest = [], ...others] = lists;
    const rest = others.filter(({ length }) => length < this.size);
    if (rest.length === 0) return rarest;
    const sets = rest.map((list) => new Set(list));
    return rarest.filter((shard) => sets.every((set) => set.has(shard)));
  }

  /** Reads a transcript's text and puts it in, in place of what it had under the URI. Returns what can't be read. */
  addText(uri: string, text: string): readonly TranscriptProblem[] {
    return finish(this.addTextInSteps(uri, text));
  }

  /** As `addText`; yields every few milliseconds, so that its caller can see to something else, or give up. Nothing is put in before the end. */
  *addTextInSteps(uri: string, text: string): Generator<void, readonly TranscriptProblem[]> {
    const transcript = yield* readTranscriptInSteps(text);
    yield;
    const data = yield* makeShardDataInSteps(transcript, this.vocabulary);
    yield* this.sounds.updateInSteps();
    this.add(uri, data);
    return transcript.problems;
  }

  /** Puts in a shard that was made with this index's vocabulary. */
  add(uri: string, data: ShardData): void {
    this.#forget(uri);
    this.vocabulary.count(data.types, 1);
    const shard = new Shard(uri, data, this.vocabulary);
    this.#shards.set(uri, shard);
    this.postings.add(shard);
    this.#changed();
  }

  /** Takes a transcript out; whether it was in. */
  remove(uri: string): boolean {
    const known = this.#forget(uri);
    if (known) this.#changed();
    return known;
  }

  /** What makes searches quick, after many transcripts have come; nothing depends on it. Yields every few milliseconds. */
  *settleInSteps(): Generator<void> {
    yield* this.sounds.updateInSteps();
    if (this.postings.isStale) yield* this.postings.listInSteps();
  }

  #forget(uri: string): boolean {
    const shard = this.#shards.get(uri);
    if (shard === undefined) return false;
    this.vocabulary.count(shard.data.types, -1);
    this.postings.remove(shard);
    return this.#shards.delete(uri);
  }

  #changed(): void {
    this.#generation++;
    this.#inOrder = undefined;
    this.#withClass.clear();
  }

  #ordered(): readonly Shard[] {
    return (this.#inOrder ??= [...this.#shards.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1)));
  }

  #shardsWithClass(wordClass: number): readonly Shard[] {
    let shards = this.#withClass.get(wordClass);
    if (shards === undefined) {
      const having = new Set<Shard>();
      for (const word of this.vocabulary.membersOf(wordClass)) this.postings.forEach(word, (shard) => having.add(shard));
      shards = having.size === this.size ? this.#ordered() : this.#ordered().filter((shard) => having.has(shard));
      if (this.#withClass.size >= REMEMBERED_CLASSES) this.#withClass.clear();
      this.#withClass.set(wordClass, shards);
    }
    return shards;
  }
}

/** Some terms' worth of classes; a list has a reference for each shard. */
const REMEMBERED_CLASSES = 200;
