/** Looks for passages of transcripts that a claim can be held against. */

import type { Passage } from '../claims/evidence.ts';
import { t } from '../locale/locale.ts';
import { frequencyOf } from '../words/frequency.ts';
import { citationTo } from './citations.ts';
import type { TranscriptIndex } from './index.ts';
import type { Shard } from './shard.ts';
import { formatTime } from '../transcripts/times.ts';
import { fileName } from '../text/uri.ts';
import { isStopWord, wordsOf } from './words.ts';

/**
 * The stretches of transcripts that share the telling words of a sentence, the likeliest first. Whether they say the same
 * is for the claims to find out. `fromUri` is the answers file, from which citations are written.
 */
export function passagesForClaim(sentence: string, index: TranscriptIndex, fromUri: string): readonly Passage[] {
  const classes = tellingClasses(sentence, index);
  if (classes.length < LEAST_WORDS) return [];
  const found: { shard: Shard; cue: number; shared: number }[] = [];
  for (const shard of index.shards) {
    const counts = new Map<number, Set<number>>();
    for (const wordClass of classes) {
      const places = shard.placesOf(wordClass);
      if (places.length > MOST_PLACES) continue;
      for (const place of places) {
        // What is said in a breath is in one cue or the next.
        const cue = shard.cueOf(place);
        for (const near of [cue - 1, cue]) {
          let words = counts.get(near);
          if (words === undefined) counts.set(near, (words = new Set()));
          words.add(wordClass);
        }
      }
    }
    for (const [cue, words] of counts) if (cue >= 0 && words.size >= LEAST_WORDS) found.push({ shard, cue, shared: words.size });
  }
  return found
    .sort((a, b) => b.shared - a.shared || (a.shard.uri < b.shard.uri ? -1 : a.shard.uri > b.shard.uri ? 1 : a.cue - b.cue))
    .slice(0, MOST_PASSAGES)
    .map(({ shard, cue }) => passageOf(shard, cue, fromUri));
}

function tellingClasses(sentence: string, { vocabulary }: TranscriptIndex): readonly number[] {
  const classes = new Set<number>();
  for (const { key } of wordsOf(sentence)) {
    if (isStopWord(key) || (frequencyOf(key) === 'common' && !/\d/.test(key))) continue;
    const wordClass = vocabulary.classOfKey(key);
    if (wordClass !== undefined) classes.add(wordClass);
  }
  return [...classes];
}

function passageOf(shard: Shard, cue: number, fromUri: string): Passage {
  const first = shard.cue(cue);
  const texts = [first.text];
  for (let next = cue + 1; next < Math.min(shard.cueCount, cue + PASSAGE_CUES); next++) texts.push(shard.textOf(next));
  const name = shard.data.title ?? fileName(shard.uri);
  return {
    text: texts.join(' '),
    where:
      first.seconds === undefined ? t('{0}, line {1}', name, first.pieces[0]!.line + 1) : t('{0}, {1}', name, formatTime(first.seconds)),
    target: citationTo(fromUri, shard.uri, first.seconds),
    kind: 'transcript',
  };
}

const LEAST_WORDS = 2;
/** A word that a transcript has more often tells nothing about a passage. */
const MOST_PLACES = 200;
const MOST_PASSAGES = 12;
const PASSAGE_CUES = 3;
