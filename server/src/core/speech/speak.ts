/** Estimates how a text is said: its words with their times, its pauses, and the interval of the whole. */

import { syllable } from 'syllable';
import { estimateOf } from './pace.ts';
import { sentencesOf } from './sentences.ts';
import type { Speech, SpeechOptions, SpokenSentence, SpokenWord, Utterance } from './speech.ts';

/** Speaks a text in thought. Never throws; times are in seconds at the pace given. */
export function speak({ text, stagePauses }: Utterance, { pace, lexicon }: SpeechOptions): Speech {
  const words: SpokenWord[] = [];
  const sentences: SpokenSentence[] = [];
  const waiting = [...stagePauses];
  let time = 0;
  let pauseSeconds = 0;
  let stageSeconds = 0;
  let pending = 0;
  for (const { start, end } of sentencesOf(text)) {
    const firstWord = words.length;
    for (const match of text.slice(start, end).matchAll(/\S+/g)) {
      const written = match[0];
      if (!/[\p{L}\p{N}]/u.test(written)) continue;
      const at = start + match.index;
      time += pending;
      pauseSeconds += pending;
      while (waiting.length > 0 && waiting[0]!.at <= at) {
        time += waiting[0]!.seconds;
        stageSeconds += waiting.shift()!.seconds;
      }
      const said = readAloud(written, lexicon);
      const syllables = countSyllables(said);
      const seconds = syllables * SECONDS_PER_SYLLABLE * pace.factor;
      words.push({ start: at, end: at + written.length, said, syllables, phones: 0, from: time, to: time + seconds });
      time += seconds;
      pending = /[,;:–—]["'”’)]*$/.test(written) ? CLAUSE_SECONDS * pace.factor : 0;
    }
    if (words.length === firstWord) continue;
    sentences.push({ start, end, firstWord, lastWord: words.length, from: words[firstWord]!.from, to: time });
    pending = SENTENCE_SECONDS * pace.factor;
  }
  for (const { seconds } of waiting) {
    time += seconds;
    stageSeconds += seconds;
  }
  const syllables = words.reduce((sum, word) => sum + word.syllables, 0);
  return {
    words,
    sentences,
    breakdown: {
      words: words.length,
      syllables,
      phones: 0,
      articulationSeconds: time - pauseSeconds - stageSeconds,
      pauseSeconds,
      stageSeconds,
    },
    estimate: estimateOf(time, pace),
  };
}

/** Fitted over 46 hours of speech of nine kinds: syllables and pauses at clause and inner sentence ends. */
const SECONDS_PER_SYLLABLE = 0.219;
const SENTENCE_SECONDS = 0.46;
const CLAUSE_SECONDS = 0.24;

/** Letters of capitals are named one by one, digits too; everything else is said as it is written. */
function readAloud(written: string, lexicon: ReadonlyMap<string, string>): string {
  const bare = written.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const known = lexicon.get(bare);
  if (known !== undefined) return known;
  return bare.replace(/\p{Lu}{2,}|\d/gu, (run) => ` ${[...run].join(' ')} `).trim();
}

/** A single letter is one syllable, except W. */
function countSyllables(said: string): number {
  return said
    .split(/[\s\-/]+/)
    .reduce((sum, part) => sum + (part === 'W' ? 3 : part === '7' ? 2 : Math.max(part === '' ? 0 : 1, syllable(part))), 0);
}
