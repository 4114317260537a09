/** Many mixtures of other voices, languages, paces, pauses and noises, measured without a browser: what the constants were not chosen on. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { Hearing, measureRun } from '../../client/src/rehearsal/voice/timing.ts';
import { VoiceDetector } from '../../client/src/rehearsal/voice/vad.ts';
import { randomFrom } from '../support/random.ts';
import type { NoiseKind } from './mixing.ts';
import { record, truthOf, type Recording } from './recordings.ts';
import { ensureSpeaker } from './speaker.ts';

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  fr: [
    "J'ai dirigé une équipe de cinq personnes, puis de douze.",
    'Nous avons livré chaque semaine.',
    "Ce que j'ai appris, c'est à écouter.",
    'Et vous, comment travaillez-vous?',
  ],
  es: [
    'Trabajé tres años en una empresa pequeña.',
    'Allí hice de todo, desde el servidor hasta las pruebas.',
    'Me gusta enseñar.',
    'Por eso estoy aquí.',
  ],
  it: [
    'Ho scritto il motore di ricerca.',
    'Prima era lento, adesso risponde subito.',
    'La parte difficile erano i dati sporchi.',
    'Lo rifarei.',
  ],
  'en-us': [
    'Sure, thanks for asking.',
    'I spent six years on compilers, mostly on register allocation.',
    'Then I switched to databases because I missed talking with users.',
    'This job has both.',
  ],
  'en-gb-x-rp': [
    'My biggest mistake was a release on a Friday.',
    'Half of the shops could not pay for an hour, and I had to call each of them.',
    'Since then, we ship in small steps.',
    'It costs less sleep.',
  ],
};

const NOISES: readonly { readonly kind: NoiseKind; readonly snr?: number }[] = [
  { kind: 'white' },
  { kind: 'pink', snr: 30 },
  { kind: 'pink', snr: 20 },
  { kind: 'white', snr: 20 },
  { kind: 'pink', snr: 15 },
  { kind: 'white', snr: 15 },
];

interface Measured {
  readonly runError: number;
  readonly speechError: number;
  readonly sentencesFound: number;
  readonly sentences: number;
}

const rows: string[] = [];

beforeAll(ensureSpeaker, 120_000);
afterAll(() => console.log(['noise         run: worst   speech: median, worst   sentences found', ...rows].join('\n')));

test.each(NOISES)('$kind $snr', { timeout: 120_000 }, ({ kind, snr }) => {
  const random = randomFrom(99);
  const all = Object.entries(ANSWERS).flatMap(([language, sentences]) =>
    ['', '+f2', '+m5'].map((variant) => {
      const voice = { name: language + variant, wordsPerMinute: 120 + Math.floor(random() * 80) };
      const pauses = [0.6 + 2 * random(), ...sentences.slice(1).map(() => 0.3 + 1.5 * random()), 3];
      const seed = Math.floor(random() * 1e6);
      // A plan is off by up to a third for each sentence, and by a sixth in all.
      const plan = sentences.map(() => 1.15 * Math.exp(0.6 * (random() - 0.5)));
      return measure(record({ voice, sentences, pauses, noise: kind, seed, ...(snr !== undefined && { snr }) }), plan);
    }),
  );
  const speech = all.map(({ speechError }) => speechError).sort((a, b) => a - b);
  const worstRun = Math.max(...all.map(({ runError }) => runError));
  const found = all.reduce((sum, { sentencesFound }) => sum + sentencesFound, 0);
  const count = all.reduce((sum, { sentences }) => sum + sentences, 0);
  const median = speech[Math.floor(speech.length / 2)]!;
  const name = snr === undefined ? 'clean' : `${kind} ${snr} dB`;
  rows.push(`${name.padEnd(14)}${percent(worstRun)}      ${percent(median)} ${percent(speech.at(-1)!)}          ${found} of ${count}`);
  expect(worstRun).toBeLessThan(0.05);
  expect(median).toBeLessThan(0.01);
  expect(found / count).toBeGreaterThan(0.95);
});

/** Errors as shares, and how many sentences begin and end where they should, to less than the shortest pause. */
function measure(recording: Recording, plan: readonly number[]): Measured {
  const detector = new VoiceDetector(recording.sound.sampleRate);
  const hearing = new Hearing();
  for (const event of [...detector.push(recording.sound.samples), ...detector.end()]) hearing.take(event);
  const plannedSeconds = recording.sentences.map(({ start, end }, i) => (end - start) * plan[i]!);
  const run = measureRun(hearing.stretches(detector.time), { plannedSeconds })!;
  const truth = truthOf(recording);
  const found = run.sentences.filter(({ index, start, end }) => {
    const place = recording.sentences[index]!;
    return Math.abs(start + truth.start - place.start) < 0.25 && Math.abs(end + truth.start - place.end) < 0.25;
  });
  return {
    runError: Math.abs(run.seconds / truth.seconds - 1),
    speechError: Math.abs(run.speechSeconds / truth.speechSeconds - 1),
    sentencesFound: found.length,
    sentences: recording.sentences.length,
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)} %`;
}
