/** The index of one transcript: its words as numbers with their places, in typed arrays, complete in itself but for the vocabulary. */

import type { Cue, Piece } from '../transcripts/transcript.ts';
import { mayBeCapital, readCueText, type CueReading } from './packedCueText.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Whole numbers in as few bytes as the largest one needs. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Plain data, so that it can be written to a disk cache and read back; numbers of words are the vocabulary's. */
export interface ShardData {
  readonly title: string | undefined;
  readonly mediaUrl: string | undefined;
  readonly speakers: readonly string[];
  /** Distinct words of the transcript, by ascending number in the vocabulary. */
  readonly types: Uint32Array;
  /** Each word said, as an index into `types`. */
  readonly tokens: Numbers;
  /** Where in `places` those of each type begin, and the number of tokens. */
  readonly placeStarts: Numbers;
  /** All tokens by type, ascending in each. */
  readonly places: Numbers;
  /** First token of each cue, and the number of tokens. */
  readonly cueTokens: Numbers;
  /** First byte of each cue's text in `text`, and their number. */
  readonly cueTexts: Numbers;
  /** The texts, as `writeCueText` writes them. */
  readonly text: Uint8Array;
  /** NaN where the file has no times. */
  readonly seconds: Float32Array;
  /** Index into `speakers` plus one; 0 is unknown. */
  readonly speakerOf: Numbers;
  readonly isHead: Uint8Array;
  /** First piece of each cue in the three lists, and their number. */
  readonly cuePieces: Numbers;
  readonly pieceAt: Numbers;
  readonly pieceLine: Numbers;
  readonly pieceCharacter: Numbers;
  /** First repeated line of each cue in `repeats`, and their number. */
  readonly cueRepeats: Numbers;
  readonly repeats: Numbers;
}

/** The arrays of a shard, in the order in which a cache has them. */
export const SHARD_ARRAYS = [
  'types',
  'tokens',
  'placeStarts',
  'places',
  'cueTokens',
  'cueTexts',
  'text',
  'seconds',
  'speakerOf',
  'isHead',
  'cuePieces',
  'pieceAt',
  'pieceLine',
  'pieceCharacter',
  'cueRepeats',
  'repeats',
] as const satisfies readonly (keyof ShardData)[];

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

  /** The places of a word of the vocabulary, ascending. */
  placesOfWord(word: number): Numbers {
    const local = this.localOf(word);
    const { places, placeStarts } = this.data;
    return local < 0 ? places.subarray(0, 0) : places.subarray(placeStarts[local], placeStarts[local + 1]);
  }

  /** The places of all words of a class, ascending. */
  placesOf(wordClass: number): readonly number[] {
    const places: number[] = [];
    let kinds = 0;
    for (const word of this.#vocabulary.membersOf(wordClass)) {
      const ofWord = this.placesOfWord(word);
      if (ofWord.length === 0) continue;
      kinds++;
      for (const place of ofWord) places.push(place);
    }
    return kinds > 1 ? places.sort((a, b) => a - b) : places;
  }

  /** How many places `placesOf` would give. */
  countOf(wordClass: number): number {
    const { placeStarts } = this.data;
    let count = 0;
    for (const word of this.#vocabulary.membersOf(wordClass)) {
      const local = this.localOf(word);
      if (local >= 0) count += placeStarts[local + 1]! - placeStarts[local]!;
    }
    return count;
  }

  hasClass(wordClass: number): boolean {
    return this.#vocabulary.membersOf(wordClass).some((word) => this.localOf(word) >= 0);
  }

  /** Tokens of the head of the file, which come first. */
  get headTokens(): number {
    const { isHead, cueTokens } = this.data;
    let cues = 0;
    while (cues < isHead.length && isHead[cues] === 1) cues++;
    return cueTokens[cues]!;
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
    return this.read(cue).text;
  }

  /** A cue's text, and where in it each word stands. */
  read(cue: number): CueReading {
    const { text, cueTexts, cueTokens } = this.data;
    const first = cueTokens[cue]!;
    return readCueText(
      text,
      cueTexts[cue]!,
      cueTexts[cue + 1]!,
      (word) => this.#vocabulary.word(this.wordAt(first + word)),
      cueTokens[cue + 1]! - first,
    );
  }

  /** The words of a cue with their offsets in its text; the first is token `data.cueTokens[cue]`. */
  wordsIn(cue: number): readonly Word[] {
    const { starts, ends } = this.read(cue);
    const first = this.data.cueTokens[cue]!;
    return starts.map((start, i) => ({ key: this.#vocabulary.word(this.wordAt(first + i)), start, end: ends[i]! }));
  }

  /** Whether a word can have a capital: false where it surely hasn't, which is quicker to tell than reading its cue. */
  mayBeCapital(token: number): boolean {
    const { text, cueTexts, cueTokens } = this.data;
    const cue = this.cueOf(token);
    return mayBeCapital(text, cueTexts[cue]!, token - cueTokens[cue]!);
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
