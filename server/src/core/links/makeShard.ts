/** Makes the index of one transcript from its cues. */

import { finish } from '../text/steps.ts';
import type { Cue, Transcript } from '../transcripts/transcript.ts';
import { Bytes, writeCueText, writePlainCueText } from './packedCueText.ts';
import { PlainWords } from './plainWords.ts';
import type { Numbers, ShardData } from './shard.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** Makes the index of a transcript; words that are new get numbers in the vocabulary. */
export function makeShardData(transcript: Transcript, vocabulary: Vocabulary): ShardData {
  return finish(makeShardDataInSteps(transcript, vocabulary));
}

/** As `makeShardData`; yields every few milliseconds. */
export function* makeShardDataInSteps(transcript: Transcript, vocabulary: Vocabulary): Generator<void, ShardData> {
  const { cues } = transcript;
  const speakers = [...new Set([...transcript.speakers, ...cues.flatMap(({ speaker }) => speaker ?? [])])].slice(0, 0xfffe);
  const speakerIds = new Map(speakers.map((speaker, i) => [speaker, i + 1]));
  const ids: number[] = [];
  const cueTokens: number[] = [0];
  const cueTexts: number[] = [0];
  const pieceAt: number[] = [];
  const pieceLine: number[] = [];
  const pieceCharacter: number[] = [];
  const text = new Bytes();
  const plain = new PlainWords();
  for (const [i, cue] of cues.entries()) {
    addWords(cue.text, vocabulary, plain, ids, text);
    cueTokens.push(ids.length);
    cueTexts.push(text.length);
    for (const { at, line, character } of cue.pieces) {
      pieceAt.push(at);
      pieceLine.push(line);
      pieceCharacter.push(character);
    }
    if (i % CUES_OF_STEP === CUES_OF_STEP - 1) yield;
  }
  yield;
  const places = makePlaces(ids, vocabulary.size);
  yield;
  return {
    title: transcript.title,
    mediaUrl: transcript.mediaUrl,
    speakers,
    ...places,
    cueTokens: narrow(cueTokens),
    cueTexts: narrow(cueTexts),
    text: text.finish(),
    seconds: Float32Array.from(cues, ({ seconds }) => seconds ?? Number.NaN),
    speakerOf: narrow(cues.map(({ speaker }) => (speaker === undefined ? 0 : (speakerIds.get(speaker) ?? 0)))),
    isHead: Uint8Array.from(cues, ({ isHead }) => Number(isHead)),
    cuePieces: offsets(cues, (cue) => cue.pieces.length),
    pieceAt: narrow(pieceAt),
    pieceLine: narrow(pieceLine),
    pieceCharacter: narrow(pieceCharacter),
    cueRepeats: offsets(cues, (cue) => cue.repeats.length),
    repeats: narrow(cues.flatMap((cue) => cue.repeats)),
  };
}

/** The words of a cue as numbers, and its text as bytes. */
function addWords(text: string, vocabulary: Vocabulary, plain: PlainWords, ids: number[], bytes: Bytes): void {
  const count = plain.find(text);
  if (count < 0) {
    const words = wordsOf(text);
    for (const { key } of words) ids.push(vocabulary.intern(key));
    writeCueText(text, words, bytes);
    return;
  }
  // Words aren't cut out of the text: most are known, and strings for all that was ever said cost more than looking them up.
  for (let i = 0; i < count; i++) ids.push(vocabulary.intern(text, plain.starts[i], plain.keyEnds[i], plain.hashes[i]));
  writePlainCueText(text, plain, count, bytes);
}

/** Turns the words said into types, tokens and their places. */
function makePlaces(ids: readonly number[], vocabularySize: number): Pick<ShardData, 'types' | 'tokens' | 'placeStarts' | 'places'> {
  if (localNumbers.length < vocabularySize) localNumbers = new Uint32Array(vocabularySize * 2);
  const distinct: number[] = [];
  for (const id of ids) if (localNumbers[id] === 0) localNumbers[id] = distinct.push(id);
  const types = Uint32Array.from(distinct).sort();
  for (let i = 0; i < types.length; i++) localNumbers[types[i]!] = i;
  const tokens = numbers(ids.length, types.length);
  const placeStarts = numbers(types.length + 1, ids.length);
  for (let i = 0; i < ids.length; i++) {
    const type = localNumbers[ids[i]!]!;
    tokens[i] = type;
    placeStarts[type + 1]!++;
  }
  for (const type of types) localNumbers[type] = 0;
  for (let type = 0; type < types.length; type++) placeStarts[type + 1]! += placeStarts[type]!;
  const places = numbers(ids.length, ids.length);
  const next = placeStarts.slice();
  for (let i = 0; i < tokens.length; i++) places[next[tokens[i]!]!++] = i;
  return { types, tokens, placeStarts, places };
}

/** All zero but within `makePlaces`, which needs a number for each word of the vocabulary and would else make the list for each transcript. */
let localNumbers = new Uint32Array(0);

function offsets(cues: readonly Cue[], count: (cue: Cue) => number): Numbers {
  let sum = 0;
  return narrow([0, ...cues.map((cue) => (sum += count(cue)))]);
}

function narrow(values: readonly number[]): Numbers {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  const array = numbers(values.length, most);
  array.set(values);
  return array;
}

function numbers(length: number, most: number): Numbers {
  return most <= 0xff ? new Uint8Array(length) : most <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}

/** Some milliseconds of work. */
const CUES_OF_STEP = 400;
