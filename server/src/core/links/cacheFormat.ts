/** Writes a whole index into bytes, for a disk cache, and reads it back; damaged, cut or foreign bytes are no index. */

import { checksum, checksumInSteps } from '../text/hash.ts';
import { finish } from '../text/steps.ts';
import { decodeUtf8, encodeUtf8 } from '../text/utf8.ts';
import { TranscriptIndex } from './index.ts';
import { SHARD_ARRAYS, type ShardData } from './shard.ts';
import { Vocabulary } from './vocabulary.ts';
import { VocabularySounds } from './vocabularySounds.ts';
import { sum } from '../text/sum.ts';

/**
 * An index, and for each of its URIs what tells whether the file is still the same, such as a hash of its content.
 *
 * The bytes are a header of five numbers (magic number, version, checksum of what follows, length of it all, length of the
 * table), a table in JSON, and the arrays that the table lists, each at a multiple of four bytes. Numbers are written as the
 * machine has them; on a machine of the other kind the magic number is another one.
 */
export function encodeIndex(index: TranscriptIndex, keys: ReadonlyMap<string, string>): Uint8Array {
  return finish(encodeIndexInSteps(index, keys));
}

/** As `encodeIndex`; yields every few milliseconds. An index that has changed meanwhile is written as it was at the beginning. */
export function* encodeIndexInSteps(index: TranscriptIndex, keys: ReadonlyMap<string, string>): Generator<void, Uint8Array> {
  const arrays: AnyArray[] = [];
  const add = (array: AnyArray): [kind: number, length: number] => {
    arrays.push(array);
    return [KINDS.findIndex((kind) => array instanceof kind), array.length];
  };
  const { words, classes, classKeys } = index.vocabulary.data;
  index.sounds.sorted();
  const sounds = index.sounds.data;
  const table: Table = {
    words: add(words.units),
    wordStarts: add(words.starts),
    classes: add(classes),
    classKeys: add(classKeys.units),
    classKeyStarts: add(classKeys.starts),
    phones: add(sounds.phones),
    phoneStarts: add(sounds.starts),
    phoneOrder: add(sounds.order),
    kinds: add(sounds.kinds),
    shards: [...index.shards].map(({ uri, data }) => ({
      uri,
      key: keys.get(uri) ?? '',
      title: data.title ?? null,
      mediaUrl: data.mediaUrl ?? null,
      speakers: data.speakers,
      arrays: SHARD_ARRAYS.flatMap((name) => add(data[name])),
    })),
  };
  yield;
  const json = encodeUtf8(JSON.stringify(table));
  yield;
  const length = HEADER_BYTES + padded(json.length) + sum(arrays, ({ byteLength }) => padded(byteLength));
  const bytes = new Uint8Array(length);
  bytes.set(json, HEADER_BYTES);
  let at = HEADER_BYTES + padded(json.length);
  let rested = at;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded(byteLength);
    if (at - rested < BYTES_OF_STEP) continue;
    rested = at;
    yield;
  }
  const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  header.set([MAGIC, VERSION, 0, length, json.length]);
  header[2] = yield* checksumInSteps(bytes, CHECKED_FROM);
  return bytes;
}

/**
 * The index and the keys that were written; undefined for anything else, and for what an earlier version wrote. Never throws.
 * The arrays of the index are views of the bytes, which must not be changed afterwards.
 */
export function decodeIndex(bytes: Uint8Array): { readonly index: TranscriptIndex; readonly keys: Map<string, string> } | undefined {
  // Typed arrays must begin at multiples of their size.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (aligned.length < HEADER_BYTES) return undefined;
  const [magic, version, sum, length, jsonLength] = new Uint32Array(aligned.buffer, aligned.byteOffset, HEADER_BYTES / 4);
  if (magic !== MAGIC || version !== VERSION || length !== aligned.length || jsonLength! > length - HEADER_BYTES) return undefined;
  if (checksum(aligned, CHECKED_FROM) !== sum) return undefined;
  try {
    const table = JSON.parse(decodeUtf8(aligned, HEADER_BYTES, HEADER_BYTES + jsonLength!)) as Table;
    return readTable(table, aligned, HEADER_BYTES + padded(jsonLength!));
  } catch {
    // Bytes of a right checksum that aren't ours: somebody made them.
    return undefined;
  }
}

type AnyArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

interface Table {
  readonly words: readonly [kind: number, length: number];
  readonly wordStarts: readonly [kind: number, length: number];
  readonly classes: readonly [kind: number, length: number];
  readonly classKeys: readonly [kind: number, length: number];
  readonly classKeyStarts: readonly [kind: number, length: number];
  readonly phones: readonly [kind: number, length: number];
  readonly phoneStarts: readonly [kind: number, length: number];
  readonly phoneOrder: readonly [kind: number, length: number];
  readonly kinds: readonly [kind: number, length: number];
  readonly shards: readonly {
    readonly uri: string;
    readonly key: string;
    readonly title: string | null;
    readonly mediaUrl: string | null;
    readonly speakers: readonly string[];
    /** Kind and length of each of SHARD_ARRAYS. */
    readonly arrays: readonly number[];
  }[];
}

function readTable(table: Table, bytes: Uint8Array, start: number): { index: TranscriptIndex; keys: Map<string, string> } {
  let at = bytes.byteOffset + start;
  const next = (kind: number, length: number): AnyArray => {
    const array = new KINDS[kind]!(bytes.buffer as ArrayBuffer, at, length);
    at += padded(array.byteLength);
    return array;
  };
  const words = { units: next(...table.words) as Uint16Array, starts: next(...table.wordStarts) as Uint32Array };
  const classes = next(...table.classes) as Int32Array;
  const classKeys = { units: next(...table.classKeys) as Uint16Array, starts: next(...table.classKeyStarts) as Uint32Array };
  const sounds = {
    phones: next(...table.phones) as Uint8Array,
    starts: next(...table.phoneStarts) as Uint32Array,
    order: next(...table.phoneOrder) as Uint32Array,
    kinds: next(...table.kinds) as Uint8Array,
  };
  const vocabulary = new Vocabulary({ words, classes, classKeys });
  const index = new TranscriptIndex(vocabulary, new VocabularySounds(vocabulary, sounds));
  const keys = new Map<string, string>();
  for (const { uri, key, title, mediaUrl, speakers, arrays } of table.shards) {
    const entries = SHARD_ARRAYS.map((name, i) => [name, next(arrays[i * 2]!, arrays[i * 2 + 1]!)]);
    index.add(uri, {
      title: title ?? undefined,
      mediaUrl: mediaUrl ?? undefined,
      speakers,
      ...(Object.fromEntries(entries) as Omit<ShardData, 'title' | 'mediaUrl' | 'speakers'>),
    });
    keys.set(uri, key);
  }
  return { index, keys };
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

const KINDS = [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array] as const;
/** "IATX", little end first. */
const MAGIC = 0x58544149;
/** Of this format, of the readers of transcripts and of what makes words and classes: grows whenever one of them changes. */
const VERSION = 2;
const HEADER_BYTES = 20;
/** Some milliseconds of work. */
const BYTES_OF_STEP = 1 << 20;
/** What comes before is compared with what it must be. */
const CHECKED_FROM = 12;
