/** An answer as a synthetic voice says it, for the microphone of the end-to-end tests. */

import { record, truthOf } from './recordings.ts';
import { ensureSpeaker } from './speaker.ts';
import { writeWav } from './wav.ts';

export interface SpokenAnswer {
  readonly sentences: readonly string[];
  /** From the first word to the end of the last. */
  readonly seconds: number;
  readonly speechSeconds: number;
}

const SENTENCES = [
  'Last year I led the move of our billing system.',
  'It took six months and we lost no data.',
  'The hardest part was getting the teams to trust the tests.',
];

/** Two seconds of silence, three sentences with pauses of 0.7 and 1.4 s over a quiet room, and silence for a minute. */
export function recordAnswer(): SpokenAnswer & { readonly wav: Uint8Array } {
  ensureSpeaker();
  const recording = record({
    voice: { name: 'en-us', wordsPerMinute: 160 },
    sentences: SENTENCES,
    pauses: [2, 0.7, 1.4, 60],
    noise: 'pink',
    snr: 30,
  });
  const { seconds, speechSeconds } = truthOf(recording);
  return { sentences: SENTENCES, seconds, speechSeconds, wav: writeWav(recording.sound) };
}
