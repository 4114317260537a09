/** Puts sounds together for the fake microphone: speech with silences of known length, in noise of a known level. */

import { gaussian, randomFrom } from '../support/random.ts';
import type { Sound } from './wav.ts';

/** A stretch of sound in seconds. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Cuts the silence in front of the speech and behind it. */
export function trim(sound: Sound): Sound {
  const stretches = speechIn(sound);
  if (stretches.length === 0) throw new Error('There is no sound in this recording.');
  const at = (seconds: number) => Math.round(seconds * sound.sampleRate);
  return { ...sound, samples: sound.samples.slice(at(stretches[0]!.start), at(stretches.at(-1)!.end)) };
}

/**
 * Where there is speech in a clean recording: whatever is less than 45 dB below its loudest moment, without the gaps of 0.2 s and
 * more. It looks at the waveform only and shares no code with what is tested.
 */
export function speechIn({ samples, sampleRate }: Sound): readonly Stretch[] {
  const step = Math.round(sampleRate * 0.005);
  const powers: number[] = [];
  for (let from = 0; from < samples.length; from += step) {
    let sum = 0;
    for (let i = from; i < Math.min(from + step, samples.length); i++) sum += samples[i]! ** 2;
    powers.push(sum / step);
  }
  const least = powers.reduce((a, b) => Math.max(a, b), 1e-9) * 10 ** -4.5;
  const stretches: { start: number; end: number }[] = [];
  powers.forEach((power, i) => {
    if (power < least) return;
    const start = (i * step) / sampleRate;
    const last = stretches.at(-1);
    if (last && start - last.end < 0.2) last.end = start + step / sampleRate;
    else stretches.push({ start, end: start + step / sampleRate });
  });
  return stretches;
}

/** Sounds and silences (in seconds) one after the other. */
export function splice(parts: readonly (Sound | number)[], sampleRate: number): Sound {
  const pieces = parts.map((part) => (typeof part === 'number' ? new Float32Array(Math.round(part * sampleRate)) : part.samples));
  const samples = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return { sampleRate, samples };
}

export type NoiseKind = 'white' | 'pink' | 'hum';

/** Adds noise over the whole length, `snr` decibels below the mean level of the speech while there is speech. */
export function addNoise(sound: Sound, kind: NoiseKind, snr: number, seed: number): Sound {
  const noise = NOISES[kind](sound.samples.length, sound.sampleRate, randomFrom(seed));
  const gain = Math.sqrt(speechPower(sound) / 10 ** (snr / 10) / meanPower(noise));
  return { ...sound, samples: sound.samples.map((sample, i) => sample + gain * noise[i]!) };
}

/** Makes the speech so loud that its mean power is `decibels` relative to full scale. */
export function setLevel(sound: Sound, decibels: number): Sound {
  const gain = Math.sqrt(10 ** (decibels / 10) / speechPower(sound));
  return { ...sound, samples: sound.samples.map((sample) => sample * gain) };
}

function speechPower(sound: Sound): number {
  const at = (seconds: number) => Math.round(seconds * sound.sampleRate);
  let sum = 0;
  let count = 0;
  for (const { start, end } of speechIn(sound)) {
    const part = sound.samples.subarray(at(start), at(end));
    sum += meanPower(part) * part.length;
    count += part.length;
  }
  return sum / Math.max(1, count);
}

function meanPower(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
}

const NOISES: Readonly<Record<NoiseKind, (length: number, sampleRate: number, random: () => number) => Float32Array>> = {
  white: (length, _, random) => Float32Array.from({ length }, () => gaussian(random)),
  // Voss and McCartney: sixteen sources, each of which changes half as often as the one before; their sum falls by 3 dB an octave.
  pink: (length, _, random) => {
    const sources = Array.from({ length: 16 }, () => gaussian(random));
    return Float32Array.from({ length }, (__, i) => {
      const changing = Math.min(sources.length - 1, 31 - Math.clz32((i + 1) & -(i + 1)));
      sources[changing] = gaussian(random);
      return sources.reduce((sum, value) => sum + value, gaussian(random));
    });
  },
  hum: (length, sampleRate) =>
    Float32Array.from({ length }, (_, i) =>
      [1, 2, 3, 4, 6].reduce((sum, harmonic) => sum + Math.sin((2 * Math.PI * 50 * harmonic * i) / sampleRate) / harmonic, 0),
    ),
};
