/** What the fake microphone plays: spoken sentences with pauses, and what is known about them. */

import { addNoise, setLevel, speechIn, splice, type NoiseKind, type Stretch } from './mixing.ts';
import { say, type Voice } from './speaker.ts';
import type { Sound } from './wav.ts';

export interface Recording {
  readonly sound: Sound;
  /** Where there is speech, found in the sound before noise was added. */
  readonly speech: readonly Stretch[];
  /** Seconds that each sentence takes by itself, and where it lies. */
  readonly sentences: readonly Stretch[];
}

export interface Mixture {
  readonly voice: Voice;
  readonly sentences: readonly string[];
  /** Seconds before each sentence, and behind the last: one more than sentences. */
  readonly pauses: readonly number[];
  readonly noise?: NoiseKind;
  /** Decibels of speech over noise. Clean without. */
  readonly snr?: number;
  readonly seed?: number;
}

export function record({ voice, sentences, pauses, noise = 'white', snr, seed = 1 }: Mixture): Recording {
  const said = sentences.map((sentence) => say(sentence, voice));
  const sampleRate = said[0]!.sampleRate;
  const parts = said.flatMap((sound, i) => [pauses[i]!, sound]);
  const clean = setLevel(splice([...parts, pauses.at(-1)!], sampleRate), SPEECH_DB);
  let at = 0;
  const places = said.map((sound, i) => {
    const start = at + pauses[i]!;
    at = start + sound.samples.length / sampleRate;
    return { start, end: at };
  });
  return { sound: snr === undefined ? clean : addNoise(clean, noise, snr, seed), speech: speechIn(clean), sentences: places };
}

/** What should be measured of a recording, in seconds; `start` is where its first word is. */
export function truthOf({ speech }: Recording) {
  const start = speech[0]!.start;
  const seconds = speech.at(-1)!.end - start;
  const pauses = speech
    .slice(1)
    .map((stretch, i) => stretch.start - speech[i]!.end)
    .filter((pause) => pause >= SHORTEST_PAUSE_SECONDS);
  return { start, seconds, speechSeconds: seconds - pauses.reduce((sum, pause) => sum + pause, 0), pauses: pauses.length };
}

/** As documented for the product; written down anew, so that a change of it there is noticed here. */
const SHORTEST_PAUSE_SECONDS = 0.25;

/** Decibels relative to full scale, where a headset that is set up well has its mean level. */
const SPEECH_DB = -26;
