/** The index of all transcripts: one shard for each file, put in and taken out one by one. */

import { readTranscript } from '../transcripts/readTranscript.ts';
import type { TranscriptProblem } from '../transcripts/transcript.ts';
import { makeShardData, Shard, type ShardData } from './shard.ts';
import { Vocabulary } from './vocabulary.ts';

export class TranscriptIndex {
  readonly vocabulary: Vocabulary;
  readonly #shards = new Map<string, Shard>();
  #generation = 0;

  constructor(vocabulary = new Vocabulary()) {
    this.vocabulary = vocabulary;
  }

  /** Grows whenever a shard comes or goes; what was found before holds as long as it stays. */
  get generation(): number {
    return this.#generation;
  }

  get shards(): IterableIterator<Shard> {
    return this.#shards.values();
  }

  get size(): number {
    return this.#shards.size;
  }

  get(uri: string): Shard | undefined {
    return this.#shards.get(uri);
  }

  /** Reads a transcript's text and puts it in, in place of what it had under the URI. Returns what can't be read. */
  addText(uri: string, text: string): readonly TranscriptProblem[] {
    const transcript = readTranscript(text);
    this.add(uri, makeShardData(transcript, this.vocabulary));
    return transcript.problems;
  }

  /** Puts in a shard that was made with this index's vocabulary. */
  add(uri: string, data: ShardData): void {
    this.#forget(uri);
    this.vocabulary.count(data.types, 1);
    this.#shards.set(uri, new Shard(uri, data, this.vocabulary));
    this.#generation++;
  }

  /** Takes a transcript out; whether it was in. */
  remove(uri: string): boolean {
    const known = this.#forget(uri);
    if (known) this.#generation++;
    return known;
  }

  #forget(uri: string): boolean {
    const shard = this.#shards.get(uri);
    if (shard === undefined) return false;
    this.vocabulary.count(shard.data.types, -1);
    return this.#shards.delete(uri);
  }
}
