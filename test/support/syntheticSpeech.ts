/** Speech that nobody said, by the hour: words drawn by a Zipf–Mandelbrot law, with made-up names, written as transcripts of two shapes. */

import { WORD_FREQUENCIES } from '../../server/src/core/words/data/wordFrequencies.ts';
import { formatTime } from '../../server/src/core/transcripts/times.ts';
import { randomFrom } from './random.ts';

const WORDS_PER_HOUR = 9_000;

/** Words by rank: the plain ones of English first, then rarer ones with their inflections, then names. */
export class SyntheticSpeech {
  readonly words: readonly string[] = ranked();
  readonly #cumulative: Float64Array;

  constructor() {
    this.#cumulative = new Float64Array(this.words.length);
    let sum = 0;
    for (let rank = 0; rank < this.words.length; rank++)
      this.#cumulative[rank] = sum += Math.min(1, CORE / (rank + 1)) / (rank + 1 + SHIFT);
  }

  /** A word as often as its rank says. */
  draw(next: () => number): string {
    const wanted = next() * this.#cumulative.at(-1)!;
    let low = 0;
    let high = this.words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#cumulative[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return this.words[low]!;
  }

  /** The cues of one hour, about ten words each, with a capital and a full stop where sentences begin and end. */
  cues(hour: number): readonly string[] {
    const next = randomFrom(hour + 1);
    const cues: string[] = [];
    let left = 0;
    for (let said = 0; said < WORDS_PER_HOUR;) {
      const words: string[] = [];
      for (let length = 8 + Math.floor(next() * 5); words.length < length; said++) {
        const starts = left === 0;
        if (starts) left = 6 + Math.floor(next() * 18);
        left--;
        const word = this.draw(next);
        words.push((starts ? word[0]!.toUpperCase() + word.slice(1) : word) + (left === 0 ? '.' : next() < 0.05 ? ',' : ''));
      }
      cues.push(words.join(' '));
    }
    return cues;
  }

  /** The transcript of one hour: WebVTT for even numbers, Markdown with stamps for odd ones. */
  file(hour: number): { readonly name: string; readonly text: string } {
    const cues = this.cues(hour);
    const seconds = 3600 / cues.length;
    const name = `talks/${String(hour).padStart(4, '0')}`;
    if (hour % 2 === 1) {
      const lines = cues.map((cue, i) => `**[${formatTime(i * seconds)}]** ${cue}`);
      return { name: `${name}.md`, text: `# Talk ${hour}\n\n${lines.join('\n\n')}\n` };
    }
    const time = (at: number): string =>
      `${String(Math.floor(at / 3600)).padStart(2, '0')}:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${(at % 60).toFixed(3).padStart(6, '0')}`;
    const blocks = cues.map((cue, i) => `${time(i * seconds)} --> ${time((i + 1) * seconds - 0.01)}\n${cue}\n`);
    return { name: `${name}.vtt`, text: `WEBVTT\n\n${blocks.join('\n')}` };
  }
}

/** A name that no one has, such as "Vorluna" or "Tegrik". */
export function madeUpName(next: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)]!;
  const syllables = 2 + Math.floor(next() * 2);
  let name = '';
  for (let i = 0; i < syllables; i++) name += pick(ONSETS) + pick(NUCLEI) + (next() < 0.4 ? pick(CODAS) : '');
  return name[0]!.toUpperCase() + name.slice(1);
}

// Mandelbrot's law; beyond the words that everybody shares, frequencies fall with the square of the rank (Ferrer i Cancho and Solé,
// "Two regimes in the frequency of words", 2001), so that three words in a hundred are in no dictionary of everyday speech.
const SHIFT = 2.7;
const CORE = 6_000;
const TYPES = 150_000;

const FIRST =
  "the i you and to a that it is of in we this so what for have on with but be they like not just are there know if do it's was about or as all one can at my that's from think get your an me go when because people more out how up will don't then really which would some time going now want";

const ONSETS = 'b c d f g h j k l m n p r s t v w z br cr dr fl gr kl pl pr sk st tr th sh ch qu'.split(' ');
const NUCLEI = 'a e i o u ai ee oo ou ia'.split(' ');
const CODAS = 'n r l s t k m x nd rk st ng'.split(' ');

function ranked(): readonly string[] {
  const next = randomFrom(7);
  const bands: Record<string, string[]> = { A: [], B: [], C: [] };
  let previous = '';
  for (const [, shared, rest, band] of WORD_FREQUENCIES.matchAll(/(\d)([a-z']*)([ABC])/g)) {
    previous = previous.slice(0, Number(shared)) + rest!;
    bands[band!]!.push(previous);
  }
  const words = new Set(FIRST.split(' '));
  for (const band of ['A', 'B', 'C']) for (const word of shuffled(bands[band]!, next)) words.add(word);
  // Inflections and derivations are rarer than what they come from.
  for (const ending of ['s', 'ing', 'ed', 'er', 'ly', 'ness'])
    for (const word of shuffled([...bands['A']!, ...bands['B']!], next).slice(0, 6_000)) words.add(word + ending);
  while (words.size < TYPES) {
    const name = madeUpName(next);
    words.add(
      next() < 0.6
        ? name
        : next() < 0.2
          ? `${name.slice(0, 2).toUpperCase()}${1 + Math.floor(next() * 9)}${name.slice(2, 4).toUpperCase()}`
          : name.toLowerCase(),
    );
  }
  return [...words];
}

function shuffled(list: readonly string[], next: () => number): readonly string[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
