/** Whatever keys are pressed and however the clock behaves, no time is lost, and none is made up. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomeOf, progressOf } from '../../../server/src/core/rehearsal/progress.ts';
import { step } from '../../../server/src/core/rehearsal/session.ts';
import {
  newSession,
  type Plan,
  type Session,
  type SessionEvent,
  type SessionOptions,
} from '../../../server/src/core/rehearsal/sessionState.ts';
import { restore, serialise } from '../../../server/src/core/rehearsal/sessionStore.ts';

/** Sentences of ten seconds each, two words in every one. */
function planFor(count: number): Plan {
  const sentences = Array.from({ length: count }, (_, i) => ({ firstWord: 2 * i, lastWord: 2 * i + 2, from: 10 * i, to: 10 * i + 9 }));
  const wordStarts = sentences.flatMap(({ from }) => [from, from + 5]);
  return { seconds: 10 * count, target: { minSeconds: 30, maxSeconds: 30 }, wordStarts, sentences };
}

const PLAN = planFor(3);

/** What the script may become in the middle of a run; anything may have gone anywhere. */
const scriptChanged: fc.Arbitrary<SessionEvent> = fc
  .record({
    count: fc.integer({ min: 1, max: 4 }),
    words: fc.array(fc.nat(9), { maxLength: 8 }),
    moved: fc.array(fc.record({ to: fc.nat(3), isSame: fc.boolean() }), { maxLength: 4 }),
  })
  .map(({ count, words, moved }) => ({
    type: 'scriptChanged',
    plan: planFor(count),
    words,
    sentences: moved.map(({ to, isSame }) => ({ to: Math.min(to, count - 1), isSame })),
  }));
const event: fc.Arbitrary<SessionEvent> = fc.oneof(
  scriptChanged,
  ...(['start', 'pause', 'resume', 'toggle', 'next', 'previous', 'keep', 'tick', 'hidden', 'visible', 'reloaded'] as const).map((type) =>
    fc.constant({ type }),
  ),
  fc.record({ type: fc.constant('jump' as const), word: fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constant(NaN)) }),
  fc.record({ type: fc.constant('speed' as const), speed: fc.oneof(fc.double({ min: -1, max: 9 }), fc.constant(NaN)) }),
  fc.record({ type: fc.constant('mode' as const), mode: fc.constantFrom('flow' as const, 'sentence' as const, 'clock' as const) }),
  fc.record({
    type: fc.constantFrom('voiceStarted' as const, 'voiceStopped' as const, 'sentenceBoundary' as const),
    at: fc.integer({ min: -1000, max: 120_000 }),
  }),
);
const ending: fc.Arbitrary<SessionEvent> = fc.oneof(
  event,
  fc.record({ type: fc.constant('end' as const), at: fc.integer({ min: -1000, max: 120_000 }) }),
  fc.constant({ type: 'discard' as const }),
);
const options: fc.Arbitrary<SessionOptions> = fc.record({
  mode: fc.constantFrom('flow', 'sentence', 'clock'),
  countdownSeconds: fc.integer({ min: -1, max: 4 }),
  startsByVoice: fc.boolean(),
  speed: fc.double({ min: 0.5, max: 2, noNaN: true }),
  word: fc.integer({ min: 0, max: 7 }),
});
/** Steps of the clock: mostly forward, now and then back, far, or not a number. */
const stride = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -100_000, max: 5_000_000 }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const history = (one: fc.Arbitrary<SessionEvent>) => fc.array(fc.tuple(stride, one), { maxLength: 60 });

function follow(
  session: Session,
  events: readonly (readonly [number, SessionEvent])[],
  each?: (session: Session) => void,
): { session: Session; passed: number } {
  let clock = 1_000_000;
  let passed = 0;
  let state = step(session, { type: 'tick' }, clock);
  for (const [by, one] of events) {
    if (!Number.isNaN(by)) {
      clock += by;
      passed += Math.max(0, by);
    }
    state = step(state, one, Number.isNaN(by) ? NaN : clock);
    each?.(state);
  }
  return { session: state, passed };
}

describe('whatever is pressed', () => {
  test('every moment that passed is counted once', () => {
    fc.assert(
      fc.property(options, history(ending), (chosen, events) => {
        const { session, passed } = follow(newSession(PLAN, chosen), events);
        expect(session.runningMs + session.pausedMs + session.idleMs + session.awayMs).toBeCloseTo(passed, 3);
        expect(session.lapsMs.reduce((a, b) => a + b, 0)).toBeCloseTo(session.runningMs, 3);
        expect(session.voice.spokenMs + session.voice.silentMs).toBeLessThanOrEqual(session.runningMs + 1e-3);
      }),
      { numRuns: 500 },
    );
  });

  test('no number is negative, or none, and the place is a place', () => {
    fc.assert(
      fc.property(options, history(ending), (chosen, events) => {
        follow(newSession(PLAN, chosen), events, (session) => {
          const { voice, lapsMs } = session;
          const numbers = [session.runningMs, session.pausedMs, session.idleMs, session.awayMs, session.position, session.countdownLeftMs];
          for (const number of [...numbers, ...lapsMs, voice.spokenMs, voice.silentMs, voice.silenceMs, voice.longestMs])
            expect(number).toBeGreaterThanOrEqual(0);
          expect(session.plan.sentences[session.sentence]).toBeDefined();
          const { word, elapsedSeconds, projectedSeconds } = progressOf(session);
          expect(session.plan.wordStarts[word]).toBeDefined();
          expect(elapsedSeconds).toBeGreaterThanOrEqual(0);
          if (projectedSeconds !== null) expect(projectedSeconds).toBeGreaterThanOrEqual(elapsedSeconds);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('ticks in between change nothing while time goes forward', () => {
    const forward = fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), event), { maxLength: 30 });
    fc.assert(
      fc.property(options, forward, (chosen, events) => {
        const ticked = events.flatMap(([by, one]): [number, SessionEvent][] => [
          [Math.floor(by / 2), { type: 'tick' }],
          [by - Math.floor(by / 2), one],
        ]);
        const [a, b] = [follow(newSession(PLAN, chosen), events).session, follow(newSession(PLAN, chosen), ticked).session];
        expect(b.phase).toBe(a.phase);
        expect(b.runningMs).toBeCloseTo(a.runningMs, 3);
        expect(b.position).toBeCloseTo(a.position, 3);
      }),
      { numRuns: 300 },
    );
  });

  test('a session that was kept as text goes on the same', () => {
    fc.assert(
      fc.property(options, history(ending), history(ending), (chosen, before, after) => {
        const { session } = follow(newSession(PLAN, chosen), before);
        const restored = restore(serialise(session))!;
        expect(restored).toEqual(session);
        expect(follow(restored, after).session).toEqual(follow(session, after).session);
      }),
      { numRuns: 200 },
    );
  });

  test('a script without a word harms nothing', () => {
    const empty: Plan = { ...planFor(0), target: null };
    fc.assert(
      fc.property(options, history(ending), (chosen, events) => {
        const { session, passed } = follow(newSession(empty, chosen), events);
        expect(session.runningMs + session.pausedMs + session.idleMs + session.awayMs).toBeCloseTo(passed, 3);
        expect(outcomeOf(session).seconds).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('restoring', () => {
  test('what is no session is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(restore(text)).toBeUndefined();
      }),
    );
  });
  test('another version is none', () => expect(restore(serialise({ ...newSession(PLAN), v: 2 as 1 }))).toBeUndefined());
  test('laps that don’t fit the plan are none', () => expect(restore(serialise({ ...newSession(PLAN), lapsMs: [1] }))).toBeUndefined());
});
