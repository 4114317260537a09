/** A run on the rehearsal page: what keys and voice do, told as a story with times, and sequences of anything. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageEvent, Script } from '../../client/src/rehearsal/page/messages.ts';
import { Run } from '../../client/src/rehearsal/page/run.ts';

const SCRIPT: Script = {
  id: 'a',
  title: 'Why?',
  language: 'en',
  sentences: [
    { text: 'One.', seconds: 4, pauseSeconds: 1 },
    { text: 'Two.', seconds: 4, pauseSeconds: 1 },
    { text: 'Three.', seconds: 4 },
  ],
  targetSeconds: 20,
  silenceSeconds: 3,
  warnAt: 0.8,
  overAt: 1,
};

/** What happens at a time: a key, somebody who begins or stops to speak (told when it happens), or nothing but time. */
type Deed = 'space' | 'down' | 'up' | 'esc' | 'speak' | 'hush' | 'wait' | 'mic';

function play(deeds: readonly (readonly [number, Deed])[], script = SCRIPT): { run: Run; events: readonly PageEvent[] } {
  const run = new Run(script);
  const events: PageEvent[] = [];
  for (const [now, deed] of deeds) {
    events.push(...run.tick(now));
    if (deed === 'space') events.push(...run.space(now));
    if (deed === 'down') run.step(1, now);
    if (deed === 'up') run.step(-1, now);
    if (deed === 'esc') events.push(...run.end(now, 'key'));
    if (deed === 'speak') events.push(...run.hear({ type: 'speechStart', time: now }));
    if (deed === 'hush') events.push(...run.hear({ type: 'speechEnd', time: now }));
    if (deed === 'mic') run.setMicrophone(true);
  }
  return { run, events };
}

/** A story, and the events it gives: type, seconds, and how it was measured. */
function check(deeds: readonly (readonly [number, Deed])[], expected: string): void {
  const told = play(deeds).events.map((event) => {
    if (event.type === 'started') return `started by ${event.by}`;
    if (event.type === 'paused' || event.type === 'resumed') return `${event.type} at ${event.seconds}`;
    if (event.type !== 'ended') return event.type;
    const { timings } = event;
    const { seconds, heldSeconds, measuredBy, wasAway } = timings;
    const parts =
      timings.measuredBy === 'voice'
        ? timings.sentences.map(({ index, start, end }) => ` ${index}: ${start}–${end}`)
        : timings.steps.map((step) => ` ${step.by > 0 ? 'on' : 'back'} at ${step.seconds}`);
    const away = wasAway ? ', away' : '';
    return `ended by ${event.reason} after ${seconds}, held ${heldSeconds}${away}, measured by ${measuredBy}${parts.join(',')}`;
  });
  expect(told.join('; ')).toBe(expected);
}

describe('by key', () => {
  test('space starts, pauses and resumes; escape ends', () =>
    check(
      [
        [5, 'space'],
        [8, 'space'],
        [18, 'space'],
        [20, 'esc'],
      ],
      'started by keys; paused at 3; resumed at 3; ended by key after 5, held 10, measured by keys',
    ));
  test('a run may end on hold', () =>
    check(
      [
        [5, 'space'],
        [8, 'space'],
        [18, 'esc'],
      ],
      'started by keys; paused at 3; ended by key after 3, held 10, measured by keys',
    ));
  test('steps are told with their times', () =>
    check(
      [
        [0, 'space'],
        [3, 'down'],
        [7, 'down'],
        [12, 'esc'],
      ],
      'started by keys; ended by key after 12, held 0, measured by keys on at 3, on at 7',
    ));
  test('a step back is told as well', () =>
    check(
      [
        [0, 'space'],
        [3, 'down'],
        [4, 'up'],
        [6, 'down'],
        [9, 'esc'],
      ],
      'started by keys; ended by key after 9, held 0, measured by keys on at 3, back at 4, on at 6',
    ));
  test('a step before the start chooses where to begin', () =>
    check(
      [
        [0, 'down'],
        [2, 'space'],
        [4, 'up'],
        [9, 'esc'],
      ],
      'started by keys; ended by key after 7, held 0, measured by keys on at 0, back at 2',
    ));
  test('sleep holds the run from when it was last seen', () =>
    check(
      [
        [0, 'wait'],
        [1, 'space'],
        [5, 'wait'],
        [5000, 'wait'],
        [5003, 'space'],
        [5004, 'esc'],
      ],
      'started by keys; paused at 4; resumed at 4; ended by key after 5, held 4998, away, measured by keys',
    ));
  test('timers that a browser slows down in a hidden page are no sleep', () =>
    check(
      [
        [0, 'space'],
        [60, 'wait'],
        [121, 'wait'],
        [125, 'esc'],
      ],
      'started by keys; ended by key after 125, held 0, measured by keys',
    ));
  test('nothing ends what has not begun', () =>
    check(
      [
        [1, 'esc'],
        [2, 'wait'],
        [3, 'down'],
      ],
      '',
    ));
  test('silence ends nothing that is not heard', () =>
    check(
      [
        [0, 'space'],
        [99, 'wait'],
      ],
      'started by keys',
    ));
  test('space does nothing after the end', () =>
    check(
      [
        [0, 'space'],
        [1, 'esc'],
        [2, 'space'],
        [3, 'esc'],
      ],
      'started by keys; ended by key after 1, held 0, measured by keys',
    ));
});

describe('by voice', () => {
  test('sound that was not handed over yet is no silence', () => {
    const { run } = play([
      [0, 'mic'],
      [5, 'speak'],
      [8, 'hush'],
    ]);
    expect(run.tick(12, 9)).toEqual([]);
    expect(run.phase).toBe('running');
    expect(run.tick(12, 11)[0]?.type).toBe('ended');
    expect(run.timings?.seconds).toBe(3);
  });

  test('the first word starts, silence ends, and only what is between counts', () =>
    check(
      [
        [0, 'mic'],
        [5, 'speak'],
        [9, 'hush'],
        [10, 'speak'],
        [14, 'hush'],
        [15, 'speak'],
        [19, 'hush'],
        [21, 'wait'],
        [22, 'wait'],
      ],
      'started by voice; ended by silence after 14, held 0, measured by voice 0: 0–4, 1: 5–9, 2: 10–14',
    ));
  test('a cough is no answer', () =>
    check(
      [
        [0, 'mic'],
        [5, 'speak'],
        [5.5, 'hush'],
        [9, 'wait'],
        [20, 'speak'],
      ],
      'started by voice; discarded; started by voice',
    ));
  test('nor is a machine that was switched on', () =>
    check(
      [
        [0, 'mic'],
        [5, 'speak'],
        [5, 'hush'],
      ],
      'started by voice; discarded',
    ));
  test('silence on hold ends nothing, nor what was said before', () =>
    check(
      [
        [0, 'mic'],
        [5, 'speak'],
        [9, 'hush'],
        [10, 'space'],
        [60, 'space'],
        [62, 'wait'],
        [64, 'wait'],
        [65, 'speak'],
        [69, 'hush'],
        [70, 'speak'],
        [74, 'hush'],
        [77, 'wait'],
      ],
      'started by voice; paused at 5; resumed at 5; ended by silence after 19, held 50, measured by voice 0: 0–4, 1: 10–14, 2: 15–19',
    ));
  test('what was said on hold does not count', () =>
    check(
      [
        [0, 'mic'],
        [5, 'speak'],
        [9, 'hush'],
        [10, 'space'],
        [20, 'speak'],
        [30, 'hush'],
        [40, 'space'],
        [41, 'speak'],
        [45, 'hush'],
        [46, 'speak'],
        [50, 'hush'],
        [51, 'esc'],
      ],
      'started by voice; paused at 5; resumed at 5; ended by key after 15, held 30, measured by voice 0: 0–4, 1: 6–10, 2: 11–15',
    ));
  test('a start by key is measured from the first word all the same', () =>
    check(
      [
        [0, 'mic'],
        [2, 'space'],
        [5, 'speak'],
        [17, 'hush'],
        [20, 'wait'],
      ],
      'started by keys; ended by silence after 12, held 0, measured by voice 0: 0–4, 1: 4–8, 2: 8–12',
    ));
  test('whoever says nothing is timed by the keys', () =>
    check(
      [
        [0, 'mic'],
        [2, 'space'],
        [9, 'esc'],
      ],
      'started by keys; ended by key after 7, held 0, measured by keys',
    ));
});

describe('the text', () => {
  const sentenceAt = (deeds: readonly (readonly [number, Deed])[], now: number) => play(deeds).run.sentence(now);
  test('goes on at the planned pace', () => {
    expect([0, 4.9, 5, 9.9, 10, 99].map((now) => sentenceAt([[0, 'space']], now))).toEqual([0, 0, 1, 1, 2, 2]);
  });
  test('goes on from where the speaker stepped', () => {
    expect(
      [2, 6.9, 7].map((now) =>
        sentenceAt(
          [
            [0, 'space'],
            [2, 'down'],
          ],
          now,
        ),
      ),
    ).toEqual([1, 1, 2]);
  });
  test('waits on hold', () =>
    expect(
      sentenceAt(
        [
          [0, 'space'],
          [4, 'space'],
        ],
        99,
      ),
    ).toBe(0));
  test('waits for a speaker who is silent', () => {
    const said = [
      [0, 'mic'],
      [0.1, 'speak'],
      [4, 'hush'],
    ] as const;
    expect([5.5, 6.9].map((now) => sentenceAt(said, now))).toEqual([0, 0]);
  });
  test('may be chosen before the start', () =>
    expect(
      sentenceAt(
        [
          [0, 'down'],
          [1, 'down'],
          [5, 'space'],
        ],
        6,
      ),
    ).toBe(2));
});

test('the time stands against the target by thresholds', () => {
  const { run } = play([[0, 'space']]);
  expect([0, 15.9, 16, 20, 20.1].map((now) => run.track(now))).toEqual(['onTrack', 'onTrack', 'warning', 'warning', 'over']);
  const { targetSeconds: _, ...without } = SCRIPT;
  expect(play([[0, 'space']], without).run.track(99)).toBe('none');
});

/** Seconds between two deeds; nothing is pressed within a billionth of a second. */
const anyGap = fc.integer({ min: 0, max: 400 }).map((hundredths) => hundredths / 100);

test('whatever is pressed and heard, no time is counted twice, and there is one end', () => {
  const deeds = fc.array(
    fc.tuple(
      fc.double({ min: 0, max: 4, noNaN: true }),
      fc.constantFrom<Deed>('space', 'down', 'up', 'esc', 'speak', 'hush', 'wait', 'mic'),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(deeds, (steps) => {
      let now = 0;
      let isSpeech = false;
      // A microphone alternates, and isn't plugged in again and again.
      const story = steps.flatMap(([gap, deed], i): [number, Deed][] => {
        now += gap;
        if ((deed === 'speak') === isSpeech && (deed === 'speak' || deed === 'hush')) return [];
        if (deed === 'hush' && !isSpeech) return [];
        if (deed === 'speak' || deed === 'hush') isSpeech = !isSpeech;
        return [[now, deed === 'mic' && i > 0 ? 'wait' : deed]];
      });
      const { run, events } = play(story);
      const ended = events.filter(({ type }) => type === 'ended');
      expect(ended.length).toBeLessThanOrEqual(1);
      const seconds = run.seconds(now);
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(seconds).toBeLessThanOrEqual(now + 1e-9);
      expect(run.sentence(now)).toBeGreaterThanOrEqual(0);
      expect(run.sentence(now)).toBeLessThan(3);
      for (const event of ended) {
        if (event.type !== 'ended') continue;
        expect(event.timings.seconds + event.timings.heldSeconds).toBeLessThanOrEqual(now + 1e-9);
        if (event.timings.measuredBy === 'keys') continue;
        for (const sentence of event.timings.sentences) expect(sentence.end).toBeGreaterThanOrEqual(sentence.start - 1e-9);
      }
    }),
  );
});

test('any sequence of keys keeps the sum of running time', () => {
  const keys = fc.array(fc.tuple(anyGap, fc.constantFrom<Deed>('space', 'down', 'up', 'wait')), { maxLength: 40 });
  fc.assert(
    fc.property(keys, anyGap, (steps, rest) => {
      let now = 0;
      let phase = 'waiting';
      let running = 0;
      let held = 0;
      const pass = (gap: number) => {
        now += gap;
        if (phase === 'running') running += gap;
        if (phase === 'paused') held += gap;
      };
      const story = steps.map(([gap, deed]): [number, Deed] => {
        pass(gap);
        if (deed === 'space') phase = phase === 'running' ? 'paused' : 'running';
        return [now, deed];
      });
      pass(rest);
      const { run } = play([...story, [now, 'esc']]);
      expect(run.seconds(now)).toBeCloseTo(running, 6);
      if (phase !== 'waiting') expect(run.timings!.heldSeconds).toBeCloseTo(held, 6);
    }),
  );
});
