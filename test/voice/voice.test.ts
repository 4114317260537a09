/** Timing by voice in a real Chromium whose microphone plays speech: measured against what is known of the sound. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageFiles } from '../../client/src/rehearsal/loopbackServer.ts';
import type { HeardTimings } from '../../client/src/rehearsal/page/messages.ts';
import { openBrowser } from './browser.mjs';
import type { NoiseKind } from './mixing.ts';
import { record, truthOf, type Recording } from './recordings.ts';
import { buildPage, openRehearsal, scriptOf } from './rehearsal.ts';
import { ensureSpeaker, type Voice } from './speaker.ts';
import { writeWav } from './wav.ts';

const TELLING: readonly string[] = [
  'Last year I led the move of our billing system.',
  'It took six months and we lost no data.',
  'The hardest part was getting the teams to trust the tests.',
];

const GERMAN: readonly string[] = [
  'Ich habe das Team vier Jahre lang geleitet.',
  'Wir haben jede Woche geliefert.',
  'Das war nicht immer leicht.',
];

interface Pattern {
  readonly name: string;
  readonly voice: Voice;
  readonly sentences: readonly string[];
  /** Seconds: in front, between, behind. What is behind has to be longer than the silence that ends a run. */
  readonly pauses: readonly number[];
}

const PATTERNS: readonly Pattern[] = [
  { name: 'even', voice: { name: 'en-us', wordsPerMinute: 160 }, sentences: TELLING, pauses: [2, 0.6, 0.6, 3] },
  { name: 'uneven', voice: { name: 'en-gb+f3', wordsPerMinute: 175 }, sentences: TELLING, pauses: [2.5, 0.35, 1.6, 3] },
  { name: 'slow', voice: { name: 'de', wordsPerMinute: 140 }, sentences: GERMAN, pauses: [2, 1.2, 0.45, 3] },
];

const NOISES: readonly { readonly kind: NoiseKind; readonly snr?: number }[] = [
  { kind: 'white' },
  { kind: 'white', snr: 30 },
  { kind: 'pink', snr: 20 },
  { kind: 'white', snr: 20 },
  { kind: 'pink', snr: 15 },
  { kind: 'white', snr: 15 },
];

let files: PageFiles;
let folder: string;
const rows: string[] = [];

beforeAll(async () => {
  ensureSpeaker();
  files = await buildPage();
  folder = mkdtempSync(path.join(os.tmpdir(), 'voice-'));
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  console.log(['pattern  noise          run s: is, heard       speech s: is, heard    pauses  sentence off by', ...rows.sort()].join('\n'));
});

// A browser that gets no time from the machine plays other sound than it was given: 0.1 to 0.4 % off is usual, 5 % is a gap.
describe.concurrent('speech of known length is measured within 5 %', { retry: 2 }, () => {
  const cases = PATTERNS.flatMap((pattern) =>
    NOISES.map((noise) => ({ ...pattern, ...noise, level: noise.snr === undefined ? 'clean' : `${noise.kind} ${noise.snr} dB` })),
  );
  test.each(cases)('$name, $level', { timeout: 240_000 }, async ({ name, level, voice, sentences, pauses, kind, snr }) => {
    const recording = record({ voice, sentences, pauses, noise: kind, ...(snr !== undefined && { snr }) });
    const wav = path.join(folder, `${name}-${level}.wav`.replaceAll(' ', '-'));
    writeFileSync(wav, writeWav(recording.sound));
    const timings = await rehearse(wav, recording, sentences);
    const truth = truthOf(recording);
    const offs = timings.sentences.map(({ start, end }, i) => {
      const place = recording.sentences[i]!;
      return Math.max(Math.abs(start - (place.start - truth.start)), Math.abs(end - (place.end - truth.start)));
    });
    rows.push(
      `${name.padEnd(8)} ${level.padEnd(12)} ${compare(truth.seconds, timings.seconds)} ${compare(truth.speechSeconds, timings.speechSeconds)}  ` +
        `${truth.pauses}, ${timings.pauses.length}    ${Math.max(...offs).toFixed(2)} s`,
    );
    expect(Math.abs(timings.seconds / truth.seconds - 1)).toBeLessThan(0.05);
    expect(Math.abs(timings.speechSeconds / truth.speechSeconds - 1)).toBeLessThan(0.05);
    expect(timings.sentences.map(({ index }) => index)).toEqual([0, 1, 2]);
    // A quarter of a second is the shortest pause: the sentences lie between the right ones.
    expect(Math.max(...offs)).toBeLessThan(0.25);
  });
});

test('a browser without audio worklets measures the same', { timeout: 120_000 }, async () => {
  const { voice, sentences, pauses } = PATTERNS[0]!;
  const recording = record({ voice, sentences, pauses, snr: 25 });
  const wav = path.join(folder, 'old.wav');
  writeFileSync(wav, writeWav(recording.sound));
  const old = `Object.defineProperty(BaseAudioContext.prototype, 'audioWorklet', { value: undefined })`;
  const timings = await rehearse(wav, recording, sentences, old);
  const truth = truthOf(recording);
  expect(Math.abs(timings.seconds / truth.seconds - 1)).toBeLessThan(0.05);
  expect(Math.abs(timings.speechSeconds / truth.speechSeconds - 1)).toBeLessThan(0.05);
});

test('a run goes on by key when the microphone is pulled out', { timeout: 120_000 }, async () => {
  const { voice, sentences, pauses } = PATTERNS[0]!;
  const wav = path.join(folder, 'lost.wav');
  writeFileSync(wav, writeWav(record({ voice, sentences, pauses }).sound));
  const browser = await openBrowser({ microphone: wav });
  try {
    const keepStream = `{
      const ask = MediaDevices.prototype.getUserMedia;
      MediaDevices.prototype.getUserMedia = async function (...wanted) { return (window.kept = await ask.apply(this, wanted)); };
    }`;
    const script = scriptOf(sentences, [3, 3, 3]);
    const { page, event, shows } = await openRehearsal(browser, { files, script }, {}, keepStream);
    await event('ready');
    await page.keyboard.press('m');
    await event('started');
    await page.evaluate(`window.kept.getAudioTracks()[0].dispatchEvent(new Event('ended'))`);
    await shows('state', 'continues from the keyboard');
    await page.keyboard.press('Escape');
    const { reason, timings } = await event('ended');
    expect([reason, timings.measuredBy, timings.seconds > 0]).toEqual(['key', 'keys', true]);
  } finally {
    await browser.close();
  }
});

/** Opens the page with a microphone that plays the file, and waits for the run to be over; no key but that for the microphone. */
async function rehearse(wav: string, recording: Recording, sentences: readonly string[], firstScript?: string): Promise<HeardTimings> {
  const browser = await openBrowser({ microphone: wav });
  try {
    // The plan is a fifth too slow: it is a plan.
    const script = scriptOf(
      sentences,
      recording.sentences.map(({ start, end }) => 1.2 * (end - start)),
    );
    const { page, event, troubles } = await openRehearsal(browser, { files, script }, {}, firstScript);
    await event('ready');
    await page.keyboard.press('m');
    expect((await event('started')).by).toBe('voice');
    const { reason, timings } = await event('ended');
    expect([reason, troubles]).toEqual(['silence', []]);
    if (timings.measuredBy !== 'voice') throw new Error('The run was not measured by voice.');
    return timings;
  } finally {
    await browser.close();
  }
}

function compare(is: number, heard: number): string {
  const percent = (100 * (heard / is - 1)).toFixed(1);
  return `${is.toFixed(2).padStart(6)} ${heard.toFixed(2).padStart(6)} ${percent.padStart(5)} %`.padEnd(22);
}
