/** Runs that were timed elsewhere, as sessions: their times, sentences and flaws, and that no second is lost. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageScriptOf } from '../../../client/src/rehearsal/pageScript.ts';
import { silenceThatEnds } from '../../../client/src/rehearsal/voice/silence.ts';
import { sessionOf, type MeasuredRun } from '../../../server/src/core/rehearsal/measured.ts';
import { outcomeOf } from '../../../server/src/core/rehearsal/progress.ts';
import type { Plan } from '../../../server/src/core/rehearsal/sessionState.ts';
import { restore, serialise } from '../../../server/src/core/rehearsal/sessionStore.ts';
import { scriptFrom } from '../../support/scripts.ts';

/** Three sentences of four seconds, with a second between. */
const PLAN: Plan = {
  seconds: 15,
  target: { minSeconds: 15, maxSeconds: 15 },
  wordStarts: [0, 2, 5, 7, 10, 12],
  sentences: [0, 1, 2].map((i) => ({ firstWord: 2 * i, lastWord: 2 * i + 2, from: 5 * i, to: 5 * i + 4 })),
};

const HELD = { heldSeconds: 0, wasAway: false } as const;

type Sentence = readonly [index: number, start: number, isEndHeard?: boolean];

function heard(seconds: number, sentences: readonly Sentence[], given: Partial<MeasuredRun> = {}): MeasuredRun {
  const pauses = [
    { start: 4, seconds: 0.5 },
    { start: 9, seconds: 2 },
  ];
  const places = sentences.map(([index, start, isEndHeard = true]) => ({ index, start, isEndHeard }));
  return {
    measuredBy: 'voice',
    ...HELD,
    seconds,
    speechSeconds: seconds - 2.5,
    pauseSeconds: 2.5,
    pauses,
    sentences: places,
    ...given,
  } as MeasuredRun;
}

function keyed(seconds: number, steps: readonly (readonly [seconds: number, by: number])[], given: Partial<MeasuredRun> = {}): MeasuredRun {
  return { measuredBy: 'keys', ...HELD, seconds, steps: steps.map(([at, by]) => ({ seconds: at, by })), ...given } as MeasuredRun;
}

/** A run, and what comes of it: seconds, those of each sentence (· where not measured), the longest pause, and flaws. */
function check(run: MeasuredRun, expected: string): void {
  const { seconds, spokenSeconds, sentences, longestPause, pausedSeconds, flaws } = outcomeOf(sessionOf(PLAN, run));
  const told = [
    `${seconds} s`,
    ...(spokenSeconds === null ? [] : [`${spokenSeconds} s of speech`]),
    sentences.map((one) => (one === null ? '·' : Math.round(one * 1000) / 1000)).join(' '),
    ...(longestPause === null ? [] : [`pause ${longestPause.seconds} s in ${longestPause.sentence}`]),
    ...(pausedSeconds === 0 ? [] : [`held ${pausedSeconds} s`]),
    ...flaws,
  ];
  expect(told.join(', ')).toBe(expected);
}

describe('by voice', () => {
  test('each sentence has the pause behind it', () =>
    check(
      heard(16, [
        [0, 0],
        [1, 4.5],
        [2, 11],
      ]),
      '16 s, 13.5 s of speech, 4.5 6.5 5, pause 2 s in 1',
    ));
  test('a border that was only reckoned measures neither side', () =>
    check(
      heard(16, [
        [0, 0, false],
        [1, 4.5],
        [2, 11],
      ]),
      '16 s, 13.5 s of speech, · · 5, pause 2 s in 1',
    ));
  test('an answer that was not said to its end is unfinished', () =>
    check(heard(6, [[0, 0]]), '6 s, 3.5 s of speech, 6 · ·, pause 2 s in 0, unfinished'));
  test('time on hold is told, and not counted', () =>
    check(
      heard(
        16,
        [
          [0, 0],
          [1, 4.5],
          [2, 11],
        ],
        { heldSeconds: 30 },
      ),
      '16 s, 13.5 s of speech, 4.5 6.5 5, pause 2 s in 1, held 30 s',
    ));
  test('sleep teaches nothing', () =>
    check(
      heard(
        16,
        [
          [0, 0],
          [1, 4.5],
          [2, 11],
        ],
        { wasAway: true },
      ),
      '16 s, 13.5 s of speech, 4.5 6.5 5, pause 2 s in 1, away',
    ));
  test('a sentence that the script does not have is left out', () =>
    check(
      heard(16, [
        [0, 0],
        [1, 4.5],
        [2, 11],
        [7, 14],
      ]),
      '16 s, 13.5 s of speech, 4.5 6.5 5, pause 2 s in 1',
    ));
});

describe('by keys', () => {
  test('without a step, nothing is known of sentences', () => check(keyed(14, []), '14 s, · · ·'));
  test('steps measure the sentences between them', () =>
    check(
      keyed(12, [
        [3, 1],
        [7, 1],
      ]),
      '12 s, 3 4 5',
    ));
  test('a run that stops early is unfinished', () => check(keyed(3, []), '3 s, · · ·, unfinished'));
  test('a step back repeats', () =>
    check(
      keyed(14, [
        [3, 1],
        [4, -1],
        [6, 1],
        [9, 1],
      ]),
      '14 s, 5 4 5, repeated',
    ));
  test('who begins with the second sentence has skipped the first', () => check(keyed(9, [[0, 1]]), '9 s, · · ·, skipped'));
  test('time on hold is told, and not counted', () => check(keyed(14, [], { heldSeconds: 4000 }), '14 s, · · ·, held 4000 s'));
  test('sleep teaches nothing', () => check(keyed(14, [], { wasAway: true }), '14 s, · · ·, away'));
  test('an hour without a key is a run of an hour', () => check(keyed(5000, []), '5000 s, · · ·'));
});

test('whatever was pressed or heard, every second is in one sentence, and the session survives JSON', () => {
  const at = fc.double({ min: 0, max: 300, noNaN: true });
  const keys = fc.record({ seconds: at, held: at, steps: fc.array(fc.tuple(at, fc.constantFrom(1, -1)), { maxLength: 12 }) });
  fc.assert(
    fc.property(keys, ({ seconds, held, steps }) => {
      const inOrder = steps.filter(([time]) => time <= seconds).sort(([a], [b]) => a - b);
      const session = sessionOf(PLAN, keyed(seconds, inOrder, { heldSeconds: held }));
      expect(session.phase).toBe('ended');
      expect(session.runningMs).toBeCloseTo(seconds * 1000, 5);
      expect(session.pausedMs).toBeCloseTo(held * 1000, 5);
      expect(session.lapsMs.reduce((sum, lap) => sum + lap, 0)).toBeCloseTo(session.runningMs, 5);
      expect(restore(serialise(session))).toEqual(session);
    }),
  );
  const starts = fc.uniqueArray(fc.tuple(fc.nat(2), at), { selector: ([index]) => index, maxLength: 3 });
  fc.assert(
    fc.property(at, starts, (rest, sentences) => {
      const times = sentences.map(([, time]) => time).sort((a, b) => a - b);
      const placed = sentences
        .map(([index]) => index)
        .sort()
        .map((index, i): Sentence => [index, i === 0 ? 0 : times[i]!]);
      const seconds = (times.at(-1) ?? 0) + rest + 2.5;
      const session = sessionOf(PLAN, heard(seconds, placed));
      expect(session.lapsMs.reduce((sum, lap) => sum + lap, 0)).toBeCloseTo(seconds * 1000, 5);
      expect(restore(serialise(session))).toEqual(session);
    }),
  );
});

describe('the page shows', () => {
  const options = { thresholds: { warning: 0.8, over: 1.1 }, preRollSeconds: 3, fontSize: 32, mode: 'flow', silenceSeconds: 4 } as const;
  const page = (text: string) => pageScriptOf(scriptFrom(text), options, 'one');

  test('sentences with their times, which add up to the estimate', () => {
    const script = scriptFrom('# Why (20 s)\n\nI like it. [pause 2s] It is good.\n');
    const { title, language, sentences, targetSeconds, warnAt, overAt } = pageScriptOf(script, options, 'one');
    expect([title, language, targetSeconds, warnAt, overAt]).toEqual(['Why', 'en', 20, 0.8, 1.1]);
    expect(sentences.map(({ text }) => text)).toEqual(['I like it.', 'It is good.']);
    const total = sentences.reduce((sum, { seconds, pauseSeconds = 0 }) => sum + seconds + pauseSeconds, 0);
    expect(total).toBeCloseTo(script.estimate.seconds, 6);
    expect(sentences[0]!.pauseSeconds).toBeGreaterThanOrEqual(2);
  });

  test('stage directions where they stand', () => {
    const { sentences } = page('# Why\n\n[smile] I like [nod] it. [look up] It is good. [wait]\n');
    const shown = sentences.map(({ text, cues = [] }) =>
      cues.reduceRight((said, { at, text: cue }) => `${said.slice(0, at)}{${cue}}${said.slice(at)}`, text),
    );
    expect(shown).toEqual(['{smile}I like {nod}it.', '{look up}It is good.{wait}']);
  });

  test('no target where there is no upper end', () => {
    expect(page('# Why (at least 10 s)\n\nI like it.\n').targetSeconds).toBeUndefined();
    expect(page('# Why\n\nI like it.\n').targetSeconds).toBeUndefined();
  });
});

test('silence ends a run later where the text itself pauses for longer', () => {
  expect(silenceThatEnds({ cues: [] }, 4)).toBe(4);
  expect(silenceThatEnds({ cues: [{ pauseSeconds: 0 }] }, 4)).toBe(4);
  expect(silenceThatEnds({ cues: [{ pauseSeconds: 0.5 }] }, 4)).toBe(4);
  expect(silenceThatEnds({ cues: [{ pauseSeconds: 2 }, { pauseSeconds: 6 }] }, 4)).toBe(9);
});
