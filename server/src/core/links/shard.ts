/** The index of one transcript: its words as numbers with their places, in typed arrays, complete in itself but for the vocabulary. */

import type { Cue, Piece, Transcript } from '../transcripts/transcript.ts';
import { decodeUtf8, encodeUtf8 } from '../text/utf8.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf, type Word } from './words.ts';

/** Plain data, so that it can be written to a disk cache and read back; numbers of words are the vocabulary's. */
export interface ShardData {
  readonly title: string | undefined;
  readonly mediaUrl: string | undefined;
  readonly speakers: readonly string[];
  /** Distinct words of the transcript, by ascending number in the vocabulary. */
  readonly types: Uint32Array;
  /** Each word said, as an index into `types`. */
  readonly tokens: Uint16Array | Uint32Array;
  /** First token of each cue, and the number of tokens. */
  readonly cueTokens: Uint32Array;
  /** First byte of each cue's text in `text`, and their number. */
  readonly cueTexts: Uint32Array;
  readonly text: Uint8Array;
  /** NaN where the file has no times. */
  readonly seconds: Float32Array;
  /** Index into `speakers` plus one; 0 is unknown. */
  readonly speakerOf: Uint16Array;
  readonly isHead: Uint8Array;
  /** First piece of each cue in the three lists, and their number. */
  readonly cuePieces: Uint32Array;
  readonly pieceAt: Uint32Array;
  readonly pieceLine: Uint32Array;
  readonly pieceCharacter: Uint32Array;
  /** First repeated line of each cue in `repeats`, and their number. */
  readonly cueRepeats: Uint32Array;
  readonly repeats: Uint32Array;
}

/** Makes the index of a transcript; words that are new get numbers in the vocabulary. */
export function makeShardData(transcript: Transcript, vocabulary: Vocabulary): ShardData {
  const { cues } = transcript;
  const speakers = [...new Set([...transcript.speakers, ...cues.flatMap(({ speaker }) => speaker ?? [])])].slice(0, 0xfffe);
  const speakerIds = new Map(speakers.map((speaker, i) => [speaker, i + 1]));
  const ids: number[] = [];
  const cueTokens = new Uint32Array(cues.length + 1);
  const cueTexts = new Uint32Array(cues.length + 1);
  const texts: Uint8Array[] = [];
  let bytes = 0;
  for (const [i, { text }] of cues.entries()) {
    for (const { key } of wordsOf(text)) ids.push(vocabulary.intern(key));
    const encoded = encodeUtf8(text);
    texts.push(encoded);
    bytes += encoded.length;
    cueTokens[i + 1] = ids.length;
    cueTexts[i + 1] = bytes;
  }
  const text = new Uint8Array(bytes);
  for (const [i, encoded] of texts.entries()) text.set(encoded, cueTexts[i]);
  const types = Uint32Array.from(new Set(ids)).sort();
  const local = new Map<number, number>();
  for (const [i, id] of types.entries()) local.set(id, i);
  const tokens = types.length <= 0x10000 ? new Uint16Array(ids.length) : new Uint32Array(ids.length);
  for (const [i, id] of ids.entries()) tokens[i] = local.get(id)!;
  const pieces = cues.flatMap((cue) => cue.pieces);
  return {
    title: transcript.title,
    mediaUrl: transcript.mediaUrl,
    speakers,
    types,
    tokens,
    cueTokens,
    cueTexts,
    text,
    seconds: Float32Array.from(cues, ({ seconds }) => seconds ?? Number.NaN),
    speakerOf: Uint16Array.from(cues, ({ speaker }) => (speaker === undefined ? 0 : (speakerIds.get(speaker) ?? 0))),
    isHead: Uint8Array.from(cues, ({ isHead }) => Number(isHead)),
    cuePieces: offsets(cues, (cue) => cue.pieces.length),
    pieceAt: Uint32Array.from(pieces, ({ at }) => at),
    pieceLine: Uint32Array.from(pieces, ({ line }) => line),
    pieceCharacter: Uint32Array.from(pieces, ({ character }) => character),
    cueRepeats: offsets(cues, (cue) => cue.repeats.length),
    repeats: Uint32Array.from(cues.flatMap((cue) => cue.repeats)),
  };
}

/** One transcript in an index, with ways to look at it. */
export class Shard {
  readonly uri: string;
  readonly data: ShardData;
  readonly #vocabulary: Vocabulary;

  constructor(uri: string, data: ShardData, vocabulary: Vocabulary) {
    this.uri = uri;
    this.data = data;
    this.#vocabulary = vocabulary;
  }

  get tokenCount(): number {
    return this.data.tokens.length;
  }

  get cueCount(): number {
    return this.data.seconds.length;
  }

  /** The word at a place, as a number of the vocabulary. */
  wordAt(token: number): number {
    return this.data.types[this.data.tokens[token]!]!;
  }

  classAt(token: number): number {
    return this.#vocabulary.classOf(this.wordAt(token));
  }

  /** Where in `types` a word of the vocabulary stands; -1 when the transcript hasn't got it. */
  localOf(word: number): number {
    const { types } = this.data;
    let low = 0;
    let high = types.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = types[middle]!;
      if (found === word) return middle;
      if (found < word) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The places of all words of a class, ascending. */
  placesOf(wordClass: number): readonly number[] {
    const places: number[] = [];
    let kinds = 0;
    for (const word of this.#vocabulary.membersOf(wordClass)) {
      const local = this.localOf(word);
      if (local < 0) continue;
      kinds++;
      const { tokens } = this.data;
      for (let at = tokens.indexOf(local); at >= 0; at = tokens.indexOf(local, at + 1)) places.push(at);
    }
    return kinds > 1 ? places.sort((a, b) => a - b) : places;
  }

  hasClass(wordClass: number): boolean {
    return this.#vocabulary.membersOf(wordClass).some((word) => this.localOf(word) >= 0);
  }

  /** The cue in which a token stands. */
  cueOf(token: number): number {
    const { cueTokens } = this.data;
    let low = 0;
    let high = this.cueCount;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (cueTokens[middle]! <= token) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Text and places of a cue as they were read. */
  cue(index: number): Cue {
    const { data } = this;
    const pieces: Piece[] = [];
    for (let i = data.cuePieces[index]!; i < data.cuePieces[index + 1]!; i++) {
      pieces.push({ at: data.pieceAt[i]!, line: data.pieceLine[i]!, character: data.pieceCharacter[i]! });
    }
    const seconds = data.seconds[index]!;
    const speaker = data.speakerOf[index]!;
    return {
      text: this.textOf(index),
      pieces,
      // Single precision holds milliseconds for four hours, and tenths for weeks.
      seconds: Number.isNaN(seconds) ? undefined : Math.round(seconds * 1000) / 1000,
      speaker: speaker === 0 ? undefined : data.speakers[speaker - 1],
      isHead: data.isHead[index] === 1,
      repeats: [...data.repeats.subarray(data.cueRepeats[index], data.cueRepeats[index + 1])],
    };
  }

  textOf(cue: number): string {
    return decodeUtf8(this.data.text, this.data.cueTexts[cue], this.data.cueTexts[cue + 1]);
  }

  /** The words of a cue with their offsets in its text; the first is token `data.cueTokens[cue]`. */
  wordsIn(cue: number): readonly Word[] {
    return wordsOf(this.textOf(cue));
  }

  /** Zero-based line on which a cue begins. */
  lineOf(cue: number): number {
    return this.data.pieceLine[this.data.cuePieces[cue]!]!;
  }

  /** Bytes of memory in its arrays. */
  get byteLength(): number {
    return Object.values(this.data as unknown as Record<string, unknown>).reduce<number>(
      (sum, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0),
      0,
    );
  }
}

function offsets(cues: readonly Cue[], count: (cue: Cue) => number): Uint32Array {
  const result = new Uint32Array(cues.length + 1);
  for (const [i, cue] of cues.entries()) result[i + 1] = result[i]! + count(cue);
  return result;
}
