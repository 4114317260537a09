/** Voice activity detection: what is taken for speech in synthetic sound, where it begins and ends, and what is left alone. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VoiceDetector, type VoiceEvent } from '../../client/src/rehearsal/voice/vad.ts';
import { randomFrom } from '../support/random.ts';

const RATE = 16000;

/** A sound of some seconds: its value at a time, given its own start. */
type Source = (seconds: number) => number;

/** A voice of 120 Hz with overtones, in syllables, four a second, as speech has them. */
const voice: Source = (t) => {
  const syllable = 0.15 + 0.85 * Math.sin(Math.PI * ((t * 4) % 1)) ** 2;
  let sum = 0;
  for (let harmonic = 1; harmonic <= 20; harmonic++) sum += Math.sin(2 * Math.PI * 120 * harmonic * t) / harmonic;
  return 0.15 * syllable * sum;
};

function tone(hertz: number, amplitude: number): Source {
  return (t) => amplitude * Math.sin(2 * Math.PI * hertz * t);
}

/** Even noise; `decibels` of its mean power relative to full scale. */
function noise(decibels: number): Source {
  const random = randomFrom(7);
  // Four even numbers of the variance 1/12 make a normal one that is good enough to listen to.
  return () => 10 ** (decibels / 20) * Math.sqrt(3) * (random() + random() + random() + random() - 2);
}

/** Something of `length` seconds at each of the times. */
function at(times: readonly number[], length: number, source: Source): Source {
  return (t) => {
    const time = times.find((start) => t >= start && t < start + length);
    return time === undefined ? 0 : source(t - time);
  };
}

function sound(seconds: number, ...sources: readonly Source[]): Float32Array {
  return Float32Array.from({ length: seconds * RATE }, (_, i) => sources.reduce((sum, source) => sum + source(i / RATE), 0));
}

function detect(samples: Float32Array, sampleRate = RATE, block = 128): readonly VoiceEvent[] {
  const detector = new VoiceDetector(sampleRate);
  const events: VoiceEvent[] = [];
  for (let i = 0; i < samples.length; i += block) events.push(...detector.push(samples.subarray(i, i + block)));
  return [...events, ...detector.end()];
}

function stretches(events: readonly VoiceEvent[]): number[][] {
  const times = events.filter(({ type }) => type !== 'level').map(({ time }) => time);
  return times.flatMap((time, i) => (i % 2 === 0 ? [[time, times[i + 1]!]] : []));
}

/** The stretches of speech that are found, each as near to the expected as 60 ms. */
function check(samples: Float32Array, expected: readonly (readonly [number, number])[]): void {
  const found = stretches(detect(samples));
  const near = found.map((stretch, i) =>
    stretch.map((time, j) => (Math.abs(time - (expected[i]?.[j] ?? -1)) <= 0.06 ? expected[i]![j]! : time)),
  );
  expect(near).toEqual(expected);
}

describe('hears speech', () => {
  const words = at([1, 4], 2, voice);
  test('in silence', () =>
    check(sound(7, words), [
      [1, 3],
      [4, 6],
    ]));
  test.each([-70, -50, -45, -40, -35])('in noise of %d dB', (level) =>
    check(sound(7, words, noise(level)), [
      [1, 3],
      [4, 6],
    ]),
  );
  test('over mains hum', () =>
    check(sound(7, words, tone(50, 0.1), tone(100, 0.05), tone(150, 0.03)), [
      [1, 3],
      [4, 6],
    ]));
  test('over a whistle', () =>
    check(sound(7, words, tone(3000, 0.02)), [
      [1, 3],
      [4, 6],
    ]));
  test('that begins at once, before the noise is known', () =>
    check(sound(5, at([0, 1.2], 1, voice), noise(-50)), [
      [0, 1],
      [1.2, 2.2],
    ]));
  test('of one short word', () => check(sound(3, at([1], 0.25, voice), noise(-60)), [[1, 1.25]]));
  test('of a quiet voice', () =>
    check(
      sound(
        4,
        at([1], 2, (t) => voice(t) / 100),
        noise(-85),
      ),
      [[1, 3]],
    ));
  test('that goes on after a gap within a word', () => check(sound(5, at([1, 2.17], 1, voice), noise(-60)), [[1, 3.17]]));
  test('that ends with the stream', () => check(sound(2, at([1], 9, voice)), [[1, 2]]));
  test('whatever the rate', () => {
    for (const rate of [8000, 11025, 44100, 48000, 96000]) {
      const samples = Float32Array.from({ length: 3 * rate }, (_, i) => (i > rate && i < 2 * rate ? voice(i / rate) : 0));
      const [start, end] = stretches(detect(samples, rate))[0]!;
      expect([start!.toFixed(1), end!.toFixed(1)]).toEqual(['1.0', '2.0']);
    }
  });
  test('when a plosive ends a word', () => check(sound(4, at([1], 1, voice), at([2.09], 0.03, noise(-25)), noise(-65)), [[1, 2.12]]));
});

describe('a stream that stutters', () => {
  const gaps = (times: readonly number[], length: number, source: Source): Source => {
    const gap = at(times, length, () => 1);
    return (t) => (gap(t) === 1 ? 0 : source(t));
  };
  const words = at([1, 4], 2, voice);
  const room = noise(-45);
  test.each([0.02, 0.06, 0.1, 0.3])('for %d s has the same speech in it', (length) => {
    const samples = sound(
      7,
      gaps([0.5, 3.3, 6.3], length, (t) => words(t) + room(t)),
    );
    check(samples, [
      [1, 3],
      [4, 6],
    ]);
  });
  test('at its beginning has too', () =>
    check(
      sound(
        7,
        gaps([0], 0.4, (t) => words(t) + room(t)),
      ),
      [
        [1, 3],
        [4, 6],
      ],
    ));
});

describe('leaves alone', () => {
  test.each([-80, -60, -40, -25, -15])('half a minute of even noise at %d dB', (level) => check(sound(30, noise(level)), []));
  test('silence', () => check(sound(5), []));
  test('mains hum', () => check(sound(10, tone(50, 0.3), tone(150, 0.1)), []));
  test('a constant offset', () =>
    check(
      sound(5, () => 0.3),
      [],
    ));
  test('clicks', () => check(sound(10, at([1, 1.5, 2, 4, 4.3, 7], 0.03, noise(-10)), noise(-60)), []));
  test('typing, six keys a second', () => {
    const keys = Array.from({ length: 30 }, (_, i) => 2 + i / 6);
    check(sound(9, at(keys, 0.04, noise(-20)), noise(-60)), []);
  });
  test('a click in a pause', () =>
    check(sound(6, at([1, 4], 1, voice), at([3], 0.03, noise(-10)), noise(-60)), [
      [1, 2],
      [4, 5],
    ]));
  test('noise that grows slowly', () =>
    check(
      sound(20, (t) => noise(0)(t) * 10 ** ((-70 + t) / 20)),
      [],
    ));
  test('what is no number', () =>
    check(
      sound(2, () => NaN),
      [],
    ));
});

describe('a machine that is switched on', () => {
  test('ends what it seemed to be', () => {
    const found = stretches(detect(sound(10, noise(-70), at([2], 8, noise(-30)))));
    expect(found.map(([start, end]) => end! - start! < 0.1)).toEqual([true]);
  });
  test('does not hide the speech after it', () => {
    const found = stretches(detect(sound(10, noise(-70), at([2], 8, noise(-45)), at([6], 2, voice))));
    expect(found.at(-1)!.map((time) => time.toFixed(1))).toEqual(['6.0', '8.0']);
  });
});

test('the level is told ten times a second, with the noise', () => {
  const levels = detect(sound(4, noise(-50), at([2], 1, voice))).filter((event) => event.type === 'level');
  expect(levels).toHaveLength(40);
  expect(levels[15]!.noise).toBeLessThan(-45);
  expect(levels[15]!.isSpeech).toBe(false);
  expect(levels[25]!.decibels).toBeGreaterThan(levels[25]!.noise + 20);
  expect(levels[25]!.isSpeech).toBe(true);
});

test('the size of the blocks changes nothing', () => {
  const samples = sound(7, at([1, 4], 2, voice), noise(-50));
  const expected = detect(samples);
  for (const block of [1, 100, 441, 4096, samples.length]) expect(detect(samples, RATE, block)).toEqual(expected);
});

test('whatever is heard, events alternate and times are finite and never go back', () => {
  const part = fc.record({
    kind: fc.constantFrom('voice', 'noise', 'tone', 'silence', 'click', 'nonsense'),
    seconds: fc.double({ min: 0.005, max: 1.5, noNaN: true }),
    amplitude: fc.constantFrom(0, 1e-6, 0.001, 0.1, 1, 1e30, Infinity),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom(8000, 16000, 44100), (parts, rate) => {
      const random = randomFrom(3);
      const samples = Float32Array.from(
        parts.flatMap(({ kind, seconds, amplitude }) =>
          Array.from({ length: Math.round(seconds * rate) }, (_, i) => {
            if (kind === 'voice') return amplitude * voice(i / rate);
            if (kind === 'noise') return amplitude * (random() - 0.5);
            if (kind === 'tone') return amplitude * Math.sin(i);
            if (kind === 'nonsense') return random() < 0.5 ? NaN : -Infinity;
            return kind === 'click' && i < 50 ? amplitude : 0;
          }),
        ),
      );
      const events = detect(samples, rate, 333);
      const changes = events.filter(({ type }) => type !== 'level');
      changes.forEach(({ type }, i) => expect(type).toBe(i % 2 === 0 ? 'speechStart' : 'speechEnd'));
      expect(changes.length % 2).toBe(0);
      const length = samples.length / rate;
      let last = 0;
      for (const { time } of changes) {
        expect(time).toBeGreaterThanOrEqual(last);
        expect(time).toBeLessThanOrEqual(length + 1e-9);
        last = time;
      }
      for (const event of events) {
        if (event.type !== 'level') continue;
        expect(Number.isFinite(event.time + event.decibels + event.noise)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
