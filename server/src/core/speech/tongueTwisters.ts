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
  const sounds = words.map((word) => onsets(text, word));
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
function sibilants(sounds: readonly (readonly string[])[], from: number): Run | undefined {
  if (!isSibilant(sounds[from]![0])) return undefined;
  let last = 0;
  let count = 0;
  const kinds = new Set<string>();
  sounds.slice(from, from + SIBILANT_WINDOW).forEach((onset, i) => {
    const heard = onset.filter(isSibilant);
    if (heard.length === 0) return;
    for (const sound of heard) kinds.add(BACK_SIBILANTS.has(sound) ? 'back' : 'front');
    count++;
    last = i;
  });
  return count >= SIBILANT_WORDS && kinds.size > 1 ? { kind: 'sibilants', to: from + last + 1 } : undefined;
}

const SIBILANT_WINDOW = 6;
const SIBILANT_WORDS = 5;

function isSibilant(sound: string | undefined): sound is string {
  return sound !== undefined && (sound === 'S' || sound === 'Z' || BACK_SIBILANTS.has(sound));
}

const BACK_SIBILANTS: ReadonlySet<string> = new Set(['SH', 'CH', 'ZH', 'JH']);

/** The same first consonant in turn, without a rest. */
function alliteration(sounds: readonly (readonly string[])[], from: number): Run | undefined {
  const [sound] = sounds[from]!;
  if (sound === undefined || 'AEIOU'.includes(sound[0]!)) return undefined;
  let to = from + 1;
  while (to < sounds.length && sounds[to]![0] === sound) to++;
  return to - from >= ALLITERATION_WORDS ? { kind: 'alliteration', to } : undefined;
}

const ALLITERATION_WORDS = 5;

/** The consonants a word's stressed beginning is made of: its first sounds up to the first vowel, and the first after it. */
function onsets(text: string, { start, end }: SpokenWord): readonly string[] {
  const word = text.slice(start, end).toLowerCase();
  let known = cache.get(word);
  if (known === undefined) {
    const sounds = lettersToSounds(word.replace(/[^a-z']/g, ''));
    known = sounds.slice(0, 1);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(ownString(word), known);
  }
  return known;
}

const CACHE_SIZE = 5000;
const cache = new Map<string, readonly string[]>();
