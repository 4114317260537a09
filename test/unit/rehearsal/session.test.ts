/** The rehearsal's clock: keys and voices with their times go in, what is counted comes out. */

import { describe, expect, test } from 'vitest';
import { outcomeOf, progressOf, clockVerdictOf } from '../../../server/src/core/rehearsal/progress.ts';
import { relocate } from '../../../server/src/core/rehearsal/relocate.ts';
import { step } from '../../../server/src/core/rehearsal/session.ts';
import {
  newSession,
  planOf,
  type Plan,
  type Session,
  type SessionEvent,
  type SessionOptions,
} from '../../../server/src/core/rehearsal/sessionState.ts';
import { restore, serialise } from '../../../server/src/core/rehearsal/sessionStore.ts';
import { scriptFrom } from '../../support/scripts.ts';

/** Three sentences of ten seconds each, two words in every one. */
const PLAN: Plan = {
  seconds: 30,
  target: { minSeconds: 30, maxSeconds: 30 },
  wordStarts: [0, 5, 10, 15, 20, 25],
  sentences: [0, 1, 2].map((i) => ({ firstWord: 2 * i, lastWord: 2 * i + 2, from: 10 * i, to: 10 * i + 9 })),
};

/**
 * Plays "0 start, 20 end@17, 2 jump:3": seconds, event, the moment it tells of or the word it goes to. The session is out
 * of sight, so that long gaps count.
 */
function play(options: SessionOptions, events: string, plan = PLAN): Session {
  let session = step(newSession(plan, options), { type: 'hidden' }, 0);
  for (const [, seconds, type, at, word] of events.matchAll(/([\d.]+|NaN) (\w+)(?:@([\d.]+))?(?::(\d+))?/g)) {
    const event = { type, ...(at !== undefined && { at: Number(at) * 1000 }), ...(word !== undefined && { word: Number(word) }) };
    session = step(session, event as SessionEvent, Number(seconds) * 1000);
  }
  return session;
}

describe('the clock', () => {
  /** "running paused idle" in seconds, and the phase. */
  function check(options: SessionOptions, events: string, expected: string): void {
    const { runningMs, pausedMs, idleMs, phase } = play(options, events);
    expect(`${runningMs / 1000} ${pausedMs / 1000} ${idleMs / 1000} ${phase}`).toBe(expected);
  }

  test('nothing counts before the start', () => check({}, '7 tick', '0 0 7 ready'));
  test('it runs from the start', () => check({}, '7 start, 12 tick', '5 0 7 running'));
  test('paused time is not counted', () => check({}, '0 start, 5 pause, 25 resume, 28 tick', '8 20 0 running'));
  test('one key does it all', () => check({}, '0 toggle, 5 toggle, 9 toggle, 10 toggle', '6 4 0 paused'));
  test('one key ends it where the script ends', () => check({}, '0 toggle, 29.5 toggle', '29.5 0 0 ended'));
  test('nothing counts after the end', () => check({}, '0 start, 5 end, 50 start, 60 tick', '5 0 55 ended'));
  test('the countdown is not counted, and what goes beyond it is', () =>
    check({ countdownSeconds: 3 }, '1 start, 5 tick', '1 0 4 running'));
  test('the countdown can be taken back', () => check({ countdownSeconds: 3 }, '1 toggle, 2 toggle, 9 tick', '0 0 9 ready'));
  test('the countdown can be skipped', () => check({ countdownSeconds: 3 }, '1 start, 2 start, 4 tick', '2 0 2 running'));
  test('a clock that was set back gives no time and goes on', () => check({}, '10 start, 15 tick, 2 tick, 4 tick', '7 0 10 running'));
  test('a clock that is no number gives no time', () => check({}, '0 start, NaN tick, 4 tick', '4 0 0 running'));
  test('a run that ended some time ago ends then', () => check({}, '0 start, 20 end@17', '17 0 3 ended'));
  test('discarding ends', () => check({}, '0 start, 20 discard, 30 keep', '20 0 10 ended'));
});

describe('gaps', () => {
  const visible = (seconds: number): Session =>
    step(step(step(newSession(PLAN), { type: 'start' }, 0), { type: 'tick' }, 1000), { type: 'tick' }, seconds * 1000);

  test('a visible panel that was silent for long was asleep', () => {
    expect(visible(500)).toMatchObject({ phase: 'paused', runningMs: 1000, awayMs: 499_000, incidents: ['away'] });
  });
  test('a visible panel that was silent for a moment was not', () =>
    expect(visible(9)).toMatchObject({ phase: 'running', runningMs: 9000, awayMs: 0 }));
  test('a hidden panel may be silent for minutes', () => expect(play({}, '0 start, 900 visible')).toMatchObject({ runningMs: 900_000 }));
  test('but not for a day', () => expect(play({}, '0 start, 86400 visible')).toMatchObject({ phase: 'paused', runningMs: 0 }));
  test('a reload counts', () => {
    const before = visible(5);
    const after = step(restore(serialise(before))!, { type: 'reloaded' }, 35_000);
    expect(after).toMatchObject({ phase: 'running', runningMs: 35_000 });
  });
  test('what is restored the next day was left behind', () => {
    const after = step(restore(serialise(visible(5)))!, { type: 'reloaded' }, 86_400_000);
    expect(after).toMatchObject({ phase: 'paused', runningMs: 5000 });
  });
  test('a countdown that slept begins anew', () => {
    const counting = step(newSession(PLAN, { countdownSeconds: 3 }), { type: 'start' }, 0);
    expect(step(counting, { type: 'tick' }, 60_000)).toMatchObject({ phase: 'ready', runningMs: 0, countdownLeftMs: 3000 });
  });
});

describe('the place', () => {
  /** "word sentence ahead" */
  function check(options: SessionOptions, events: string, expected: string): void {
    const { word, sentence, aheadSeconds } = progressOf(play(options, events));
    expect(`${word} ${sentence} ${aheadSeconds === null ? null : Math.round(aheadSeconds * 1000) / 1000}`).toBe(expected);
  }

  test('flows with the time', () => check({}, '0 start, 16 tick', '3 1 0'));
  test('flows faster', () => check({ speed: 1.5 }, '0 start, 16 tick', '4 2 8'));
  test('stays at the end', () => check({}, '0 start, 40 tick', '5 2 -10'));
  test('a click on a word goes on from there', () => check({}, '0 start, 2 jump:3, 3 tick', '3 1 13'));
  test('a word that is not there is the nearest', () => check({}, '0 jump:99', '5 2 25'));
  test('starts from a word', () => check({ word: 4 }, '', '4 2 20'));
  test('goes by key', () => check({ mode: 'sentence' }, '0 start, 8 next, 8 tick', '2 1 2'));
  test('is on time within the sentence', () => check({ mode: 'sentence' }, '0 start, 8 next, 15 tick', '2 1 0'));
  test('is behind once the sentence should be over', () => check({ mode: 'sentence' }, '0 start, 13 tick', '0 0 -3'));
  test('goes back', () => check({ mode: 'sentence' }, '0 start, 8 next, 9 previous', '0 0 0'));
  test('is not known by the clock alone', () => check({ mode: 'clock' }, '0 start, 8 next, 12 tick', '0 0 null'));
  test('is ahead by the target where it is shorter than the estimate', () => {
    const session = play({}, '0 start, 15 tick', { ...PLAN, target: { minSeconds: 0, maxSeconds: 20 } });
    expect(progressOf(session).aheadSeconds).toBe(-5);
  });
  test('the last sentence ends the run by key', () =>
    expect(play({ mode: 'sentence' }, '0 start, 8 next, 16 next, 25 next')).toMatchObject({ phase: 'ended', runningMs: 25_000 }));
});

describe('the verdict', () => {
  const check = (seconds: number, target: Plan['target'], expected: string | null): void =>
    expect(clockVerdictOf(seconds, target)).toBe(expected);
  const thirty = { minSeconds: 30, maxSeconds: 30 };

  test('on track', () => check(26.9, thirty, 'onTrack'));
  test('warning', () => check(27, thirty, 'warning'));
  test('at the target it is not over', () => check(30, thirty, 'warning'));
  test('over', () => check(30.1, thirty, 'over'));
  test('no target, no verdict', () => check(99, null, null));
  test('nothing is over an open end', () => check(99, { minSeconds: 30, maxSeconds: null }, null));
  test('thresholds are the user’s', () => expect(clockVerdictOf(32, thirty, { warning: 0.5, over: 1.1 })).toBe('warning'));
});

describe('laps', () => {
  const check = (options: SessionOptions, events: string, seconds: readonly (number | null)[], flaws: readonly string[]): void => {
    const outcome = outcomeOf(play(options, events));
    expect(outcome.sentences).toEqual(seconds);
    expect(outcome.flaws).toEqual(flaws);
  };

  test('by key', () => check({ mode: 'sentence' }, '0 start, 8 next, 18 next, 25 next', [8, 10, 7], []));
  test('without the time paused', () =>
    check({ mode: 'sentence' }, '0 start, 4 pause, 24 resume, 28 next, 38 next, 45 end', [8, 10, 7], []));
  test('by plan alone they are not known', () => check({}, '0 start, 31 end', [null, null, null], []));
  test('by voice', () => check({}, '0 start, 8 sentenceBoundary@7, 16 sentenceBoundary@16, 24 end', [7, 9, 8], []));
  test('a step back is no run from start to end', () =>
    check({ mode: 'sentence' }, '0 start, 8 next, 9 previous, 17 next, 25 next, 33 next', [16, 9, 8], ['repeated']));
  test('a sentence that was skipped', () => check({ mode: 'sentence' }, '0 start, 8 next, 8.5 next, 17 end', [8, 0.5, 8.5], ['skipped']));
  test('an early end', () => check({ mode: 'sentence' }, '0 start, 8 end', [null, null, null], ['unfinished']));
  test('a fast speaker is not unfinished', () => check({}, '0 start, 22 end', [null, null, null], []));
  test('the clock alone knows no sentences', () => check({ mode: 'clock' }, '0 start, 22 end', [null, null, null], []));
});

describe('the voice', () => {
  const check = (options: SessionOptions, events: string, expected: object): void =>
    expect(outcomeOf(play(options, events))).toMatchObject(expected);

  test('its first word starts the clock, when it began', () =>
    check({ startsByVoice: true }, '0 start, 5.2 voiceStarted@5, 15 end', {
      seconds: 10,
      spokenSeconds: 10,
      silentSeconds: 0,
    }));
  test('silence is measured, and the longest between words is named', () =>
    check({}, '0 start, 1 voiceStarted@1, 6.3 voiceStopped@6, 9.1 voiceStarted@9, 14 voiceStopped@13.5, 16 voiceStarted@16, 20 end', {
      seconds: 20,
      spokenSeconds: 13.5,
      silentSeconds: 5.5,
      longestPause: { seconds: 3, sentence: 0 },
    }));
  test('the silence at the end is cut off and is no pause', () =>
    check({}, '0 start, 0 voiceStarted@0, 10.5 voiceStopped@10, 14 end@10', {
      seconds: 10,
      spokenSeconds: 10,
      silentSeconds: 0,
      longestPause: null,
    }));
  test('a pause by hand is no silence', () =>
    check({}, '0 start, 0 voiceStarted@0, 5 voiceStopped@5, 6 pause, 60 resume, 61 voiceStarted@61, 65 end', {
      seconds: 11,
      pausedSeconds: 54,
      longestPause: null,
    }));
  test('without a microphone nothing is said about it', () =>
    check({}, '0 start, 20 end', { spokenSeconds: null, silentSeconds: null, longestPause: null }));
  test('a key starts it, too', () => expect(play({ startsByVoice: true }, '0 start, 3 toggle, 5 tick')).toMatchObject({ runningMs: 2000 }));
});

describe('a change of the script', () => {
  /** Edits the text after so many sentences by key, and returns laps and place. */
  function check(
    before: string,
    steps: number,
    after: string,
    expected: { laps: readonly number[]; sentence: number; incidents: readonly string[] },
  ): void {
    const [old, now] = [scriptFrom(`# Why?\n\n${before}\n`), scriptFrom(`# Why?\n\n${after}\n`)];
    const events = ['0 start', ...Array.from({ length: steps }, (_, i) => `${i + 1} next`)].join(', ');
    const { words, sentences } = relocate(old, now);
    const session = step(
      play({ mode: 'sentence' }, events, planOf(old)),
      { type: 'scriptChanged', plan: planOf(now), words, sentences },
      (steps + 1) * 1000,
    );
    expect(session.lapsMs.map((lap) => lap / 1000)).toEqual(expected.laps);
    expect(session).toMatchObject({ sentence: expected.sentence, incidents: expected.incidents, runningMs: (steps + 1) * 1000 });
  }

  test('a sentence before the place', () =>
    check('One. Two. Three.', 2, 'Zero. One. Two. Three.', { laps: [0, 1, 1, 1], sentence: 3, incidents: ['edited'] }));
  test('a sentence that is gone gives its time to the next', () =>
    check('One. Two. Three.', 2, 'One. Three.', { laps: [1, 2], sentence: 1, incidents: ['edited'] }));
  test('nothing of the text', () => check('One. Two. Three.', 1, 'One.  Two. Three.', { laps: [1, 1, 0], sentence: 1, incidents: [] }));
});
