/** Finds runs of words that are hard to say: hisses close together, the same sounds in turn, long words in a row. */

import type { Span } from '../text/span.ts';
import { lettersToSounds } from './letterToSound.ts';
import type { SpokenWord } from './speech.ts';
import { ownString } from '../text/ownString.ts';

export interface HardRun {
  readonly kind: 'sibilants' | 'alliteration' | 'long words';
  /** UTF-16 offsets in the utterance. */
  readonly span: Span;
}

/** The hard runs among the words of one sentence, in order; `text` is what the offsets of the words refer to. */
export function hardRuns(text: string, words: readonly SpokenWord[]): readonly HardRun[] {
  const runs: HardRun[] = [];
  const sounds: (string | undefined)[] = [];
  for (const word of words) sounds.push(onsetOf(text, word));
  for (let i = 0; i < words.length;) {
    const found = longWords(words, i) ?? sibilants(sounds, i) ?? alliteration(sounds, i);
    if (found === undefined) i++;
    else {
      runs.push({ kind: found.kind, span: { start: words[i]!.start, end: words[found.to - 1]!.end } });
      i = found.to;
    }
  }
  return runs;
}

interface Run {
  readonly kind: HardRun['kind'];
  /** Index of the word behind the run. */
  readonly to: number;
}

/** Long words without a short one between them to rest on. */
function longWords(words: readonly SpokenWord[], from: number): Run | undefined {
  let to = from;
  while (to < words.length && words[to]!.syllables >= LONG_WORD_SYLLABLES && words[to]!.phones >= LONG_WORD_PHONES && isPlain(words[to]!))
    to++;
  return to - from >= LONG_WORDS_IN_A_ROW ? { kind: 'long words', to } : undefined;
}

/** Four syllables and more are long to say; a name that is spelled out has syllables but few sounds each. */
const LONG_WORD_SYLLABLES = 4;
const LONG_WORD_PHONES = 9;
const LONG_WORDS_IN_A_ROW = 3;

/** Numbers and names said letter by letter are long in another way. */
function isPlain({ said, syllables }: SpokenWord): boolean {
  return syllables < 12 && !said.includes(' ');
}

/** Hisses of different places close together ("sixth sick sheikh's"): the tongue has to jump between them. */
function sibilants(sounds: readonly (string | undefined)[], from: number): Run | undefined {
  if (!isSibilant(sounds[from])) return undefined;
  let last = from;
  let count = 0;
  let back = 0;
  for (let i = from; i < Math.min(from + SIBILANT_WINDOW, sounds.length); i++) {
    if (!isSibilant(sounds[i])) continue;
    if (BACK_SIBILANTS.has(sounds[i]!)) back++;
    count++;
    last = i;
  }
  return count >= SIBILANT_WORDS && back > 0 && back < count ? { kind: 'sibilants', to: last + 1 } : undefined;
}

const SIBILANT_WINDOW = 6;
const SIBILANT_WORDS = 5;

function isSibilant(sound: string | undefined): sound is string {
  return sound !== undefined && (sound === 'S' || sound === 'Z' || BACK_SIBILANTS.has(sound));
}

const BACK_SIBILANTS: ReadonlySet<string> = new Set(['SH', 'CH', 'ZH', 'JH']);

/** The same first consonant in turn, without a rest. */
function alliteration(sounds: readonly (string | undefined)[], from: number): Run | undefined {
  const sound = sounds[from];
  if (sound === undefined || 'AEIOU'.includes(sound[0]!)) return undefined;
  let to = from + 1;
  while (to < sounds.length && sounds[to] === sound) to++;
  return to - from >= ALLITERATION_WORDS ? { kind: 'alliteration', to } : undefined;
}

const ALLITERATION_WORDS = 5;

/** The first sound of a word; undefined where it has no letters that a rule reads. */
function onsetOf(text: string, { start, end }: SpokenWord): string | undefined {
  const word = text.slice(start, end).toLowerCase();
  let known = cache.get(word);
  if (known === undefined) {
    known = lettersToSounds(word.replace(/[^a-z']/g, ''))[0] ?? SILENT;
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(ownString(word), known);
  }
  return known === SILENT ? undefined : known;
}

const SILENT = '';
const CACHE_SIZE = 5000;
const cache = new Map<string, string>();
