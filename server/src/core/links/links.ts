/** Links a term to the passages that talk about it, with all that an editor or a command line shows of them. */

import { placeInCue } from '../transcripts/transcript.ts';
import { explains } from './explanation.ts';
import { findTerm, type TermKnowledge } from './find.ts';
import type { TranscriptIndex } from './index.ts';
import { TIERS, type Match, type Tier } from './match.ts';
import { rankPassages, type Passage } from './passages.ts';

/** A passage as people and programs see it. */
export interface LinkedPassage {
  readonly uri: string;
  /** The title of the transcript, if it has one. */
  readonly title: string | undefined;
  readonly mediaUrl: string | undefined;
  /** Zero-based line and UTF-16 character of the first match in the file, and where that match ends. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  /** Zero-based lines that carry the same caption, the first included, ascending. */
  readonly lines: readonly number[];
  readonly seconds: number | undefined;
  readonly speaker: string | undefined;
  /** The surest way in which the passage was recognised. */
  readonly tier: Tier;
  /** What the captions have in place of the term, where they misheard it. */
  readonly heardAs: string | undefined;
  readonly score: number;
  /** The text of the cue, or cues, of the match. */
  readonly text: string;
  /** The cues before and after, as far as they are close. */
  readonly before: string;
  readonly after: string;
}

/** The passages on a term, the one that explains it first; empty when the transcripts don't talk about it. */
export function linksOf(term: string, index: TranscriptIndex, knowledge?: TermKnowledge): readonly LinkedPassage[] {
  return passagesOf(term, index, knowledge).map(describePassage);
}

/** The ranked passages on a term. The latest terms are remembered as long as the index stays as it is. */
export function passagesOf(term: string, index: TranscriptIndex, knowledge?: TermKnowledge): readonly Passage[] {
  // Most folders have no transcripts, and a file may have ten thousand terms.
  if (index.size === 0) return [];
  let memory = memories.get(index);
  if (memory?.generation !== index.generation) memories.set(index, (memory = { generation: index.generation, passages: new Map() }));
  const key = JSON.stringify([term, knowledge?.aliases, knowledge?.heardAs, knowledge?.said]);
  let passages = memory.passages.get(key);
  if (passages === undefined) {
    passages = rankPassages(findTerm(term, index, knowledge));
    if (memory.passages.size >= REMEMBERED_TERMS) memory.passages.clear();
    memory.passages.set(key, passages);
  }
  return passages;
}

/** A passage with its text and its places. */
export function describePassage({ shard, matches, score }: Passage): LinkedPassage {
  const match = best(matches);
  const cueIndex = shard.cueOf(match.from);
  const cue = shard.cue(cueIndex);
  const lastIndex = shard.cueOf(match.to - 1);
  const last = lastIndex === cueIndex ? cue : shard.cue(lastIndex);
  const first = shard.wordsIn(cueIndex)[match.from - shard.data.cueTokens[cueIndex]!]!;
  const final = shard.wordsIn(lastIndex)[match.to - 1 - shard.data.cueTokens[lastIndex]!]!;
  const text = lastIndex === cueIndex ? cue.text : `${cue.text} ${last.text}`;
  const isMisheard = match.tier === 'sound' || match.tier === 'heard';
  const lastUnit = placeInCue(last, final.end - 1);
  return {
    uri: shard.uri,
    title: shard.data.title,
    mediaUrl: shard.data.mediaUrl,
    start: placeInCue(cue, first.start),
    end: { line: lastUnit.line, character: lastUnit.character + 1 },
    lines: [cue.pieces[0]!.line, ...cue.repeats],
    seconds: cue.seconds,
    speaker: cue.speaker,
    tier: match.tier,
    heardAs: isMisheard
      ? lastIndex === cueIndex
        ? cue.text.slice(first.start, final.end)
        : `${cue.text.slice(first.start)} ${last.text.slice(0, final.end)}`
      : undefined,
    score,
    text,
    before: neighbour(shard, cueIndex - 1),
    after: neighbour(shard, lastIndex + 1),
  };
}

/** Of the surest matches of a passage the one that is explained; the first where none is. */
function best(matches: readonly Match[]): Match {
  const tier = Math.min(...matches.map((match) => TIERS.indexOf(match.tier)));
  const surest = matches.filter((match) => TIERS.indexOf(match.tier) === tier);
  if (surest.length === 1) return surest[0]!;
  const signs = surest.map(explains);
  return surest[signs.indexOf(Math.max(...signs))]!;
}

function neighbour(shard: Passage['shard'], cue: number): string {
  return cue < 0 || cue >= shard.cueCount || shard.data.isHead[cue] === 1 ? '' : shard.textOf(cue);
}

const memories = new WeakMap<TranscriptIndex, { readonly generation: number; readonly passages: Map<string, readonly Passage[]> }>();
/** More terms than a file of answers has. */
const REMEMBERED_TERMS = 2000;
