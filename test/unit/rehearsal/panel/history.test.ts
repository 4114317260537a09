/** What the history view draws and lists, and the small decisions of the other views. */

import { describe, expect, test } from 'vitest';
import { daysEast } from '../../../../server/src/core/rehearsal/days.ts';
import { movedLine } from '../../../../client/src/rehearsal/place.ts';
import {
  answersIn,
  daySeries,
  paceSeries,
  rowsOf,
  runsOf,
  timeSeries,
  timesInWords,
} from '../../../../client/src/rehearsal/view/historyData.ts';
import { questionsIn } from '../../../../client/src/rehearsal/view/interviewView.ts';
import { flawsText, resultOf, targetFor } from '../../../../client/src/rehearsal/view/reportView.ts';
import { spokenFormOf, voiceFor, wordAtCharacter } from '../../../../client/src/rehearsal/view/speech.ts';
import { aRun, day, onDay } from '../../../support/runs.ts';
import { scriptFrom } from '../../../support/scripts.ts';

describe('the answers', () => {
  test('are named by their latest heading, the latest first', () => {
    const runs = [onDay(0, { title: 'Why?' }), onDay(1, { answerId: 'b', title: 'Who?' }), onDay(2, { title: 'Why us?' })];
    expect(answersIn(runs)).toEqual([
      { identity: 'a1', title: 'Why us?', runs: 2 },
      { identity: 'b', title: 'Who?', runs: 1 },
    ]);
    expect(runsOf(runs, 'a1').map(({ id }) => id)).toEqual(['r2', 'r0']);
    expect(runsOf(runs, '')).toHaveLength(3);
    expect(answersIn([])).toEqual([]);
  });
});

describe('the charts', () => {
  test('show kept runs in their order, with the target of each', () => {
    const runs = [
      onDay(2, { seconds: 28, target: { minSeconds: 20, maxSeconds: 30 } }),
      onDay(0, { seconds: 40 }),
      onDay(1, { kept: false, seconds: 5 }),
      onDay(3, { seconds: 33, target: null }),
    ];
    expect(timeSeries(runs)).toEqual({
      numbers: [1, 2, 3],
      seconds: [40, 28, 33],
      targetMin: [null, 20, null],
      targetMax: [30, 30, null],
      estimates: [30, 30, 30],
    });
  });

  test.each([
    [[], 'No kept runs yet.'],
    [[onDay(0)], 'Times of 1 kept run: 30 s, target 30 s.'],
    [[onDay(0, { seconds: 41 }), onDay(1, { target: null })], 'Times of 2 kept runs: from 41 s to 30 s.'],
  ])('are said in words', (runs, said) => {
    expect(timesInWords(timeSeries(runs))).toBe(said);
  });

  test('show the pace of runs that tell one', () => {
    const runs = [
      onDay(0, { seconds: 40, load: { words: 80, syllables: 120, modelSeconds: 30, plannedSeconds: 10 } }),
      onDay(1, { kept: false }),
      onDay(2, { form: 'hidden' }),
      onDay(3, { flaws: ['skipped'] }),
    ];
    expect(paceSeries(runs)).toEqual({ numbers: [1], paces: [160] });
  });

  test('count rehearsals by the days of the user', () => {
    const runs = [onDay(0), onDay(0), onDay(-1), onDay(-80)];
    const { days, counts } = daySeries(runs, day(0), daysEast(0));
    expect(days).toHaveLength(56);
    expect(days.at(-1)).toBe(Math.floor(day(0) / 86_400_000));
    expect(counts.slice(-3)).toEqual([0, 1, 2]);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(3);
    // Half a day further east it is the next day already.
    expect(daySeries([onDay(0)], day(0) + 3_600_000, daysEast(12 * 60)).counts.at(-1)).toBe(1);
  });
});

test.each([
  [{}, { time: '30 s', against: '30 s, met', pace: '160', status: 'kept', isMet: true }],
  [{ seconds: 34 }, { against: '30 s, 4 s over the target', isMet: false }],
  [{ seconds: 20 }, { against: '30 s, 10 s under the target' }],
  [{ target: null }, { against: 'no target', isMet: false }],
  [{ kept: false }, { status: 'discarded', pace: '' }],
  [{ flaws: ['repeated', 'edited'] }, { status: 'kept, repeated, edited', pace: '' }],
] as const)('a run with %o is listed with %o', (given, expected) => {
  expect(rowsOf([aRun(given)])[0]).toMatchObject(expected);
});

describe('the questions', () => {
  const set = { items: [0, 1, 2, 3] as unknown as Parameters<typeof questionsIn>[0]['items'], dueOrder: [2, 0, 3, 1] };
  test.each([
    ['given', [0, 1, 2, 3]],
    ['due', [2, 0, 3, 1]],
  ] as const)('in the order %s are %o', (order, expected) => {
    expect(questionsIn(set, order, () => 0)).toEqual(expected);
  });

  test('at random are all there once', () => {
    expect(new Set(questionsIn(set, 'random', () => 0.4))).toEqual(new Set([0, 1, 2, 3]));
    expect(questionsIn(set, 'random', () => 0)).not.toEqual([0, 1, 2, 3]);
  });

  test('without an order of what is due come as given', () => {
    expect(questionsIn({ ...set, dueOrder: [] }, 'due', () => 0)).toEqual([0, 1, 2, 3]);
  });
});

describe('the result', () => {
  const target = { minSeconds: 30, maxSeconds: 30 };
  test.each([
    [{ target, offTarget: 0 }, 'On target'],
    [{ target, offTarget: 0.4 }, 'On target'],
    [{ target, offTarget: 2 }, 'Over the target'],
    [{ target, offTarget: -2 }, 'Under the target'],
    [{ target: null, offTarget: null }, undefined],
  ])('of %o is %s', (report, text) => {
    expect(resultOf(report)?.text).toBe(text);
  });

  test.each([
    [31, 30],
    [33, 35],
    [1, 5],
  ])('of %i seconds makes a target of %i', (seconds, expected) => {
    expect(targetFor(seconds)).toBe(expected);
  });

  test('says why it is not used', () => {
    expect(flawsText([])).toBe('');
    expect(flawsText(['skipped', 'away'])).toMatch(/left out.*asleep/);
  });
});

describe('listening', () => {
  const voice = (lang: string, given: object = {}): { lang: string; default: boolean; localService: boolean; name?: string } => ({
    lang,
    default: false,
    localService: true,
    ...given,
  });

  test('takes a voice of the language, the default one first', () => {
    const voices = [voice('de-DE'), voice('en-US'), voice('en_GB', { default: true })];
    expect(voiceFor(voices, 'en')?.lang).toBe('en_GB');
    expect(voiceFor(voices, 'de')?.lang).toBe('de-DE');
  });

  test('takes none that would send the text away, and none of another language', () => {
    expect(voiceFor([voice('en-US', { localService: false })], 'en')).toBeUndefined();
    expect(voiceFor([voice('de-DE')], 'en')).toBeUndefined();
    expect(voiceFor([voice('de-DE')].slice(1), 'de')).toBeUndefined();
  });

  test('reads numbers and names as they are said, with their punctuation', () => {
    const script = scriptFrom(
      '---\ninterviewAnswers:\n  pronunciations:\n    GR00T: groot\n---\n\n# Q\n\nIn 2023, GR00T did it. “Four” more.\n',
    );
    expect(spokenFormOf(script, 0).text).toMatch(/^In twenty twenty.three, groot did it\.$/);
    expect(spokenFormOf(script, 1).text).toBe('“Four” more.');
  });

  test('marks the word of a character', () => {
    const script = scriptFrom('# Q\n\nOne 2023 three. Four “five” six.\n');
    const words = (sentence: number, text: string): string => {
      const form = spokenFormOf(script, sentence);
      return script.words[script.sentences[sentence]!.firstWord + wordAtCharacter(form, form.text.indexOf(text))]!.text.trim();
    };
    expect(words(0, 'One')).toBe('One');
    expect(words(0, 'twenty')).toBe('2023');
    expect(words(0, 'three.')).toBe('three.');
    expect(words(1, '“five')).toBe('“five”');
    expect(words(1, 'six')).toBe('six.');
    expect(wordAtCharacter(spokenFormOf(script, 1), 999)).toBe(2);
  });
});

test.each([
  [10, [{ startLine: 2, endLine: 2, addedLines: 3 }], 13],
  [10, [{ startLine: 2, endLine: 5, addedLines: 0 }], 7],
  [10, [{ startLine: 12, endLine: 20, addedLines: 0 }], 10],
  [10, [{ startLine: 10, endLine: 10, addedLines: 4 }], 10],
  [10, [{ startLine: 8, endLine: 12, addedLines: 1 }], 9],
  [
    10,
    [
      { startLine: 5, endLine: 5, addedLines: 1 },
      { startLine: 1, endLine: 2, addedLines: 0 },
    ],
    10,
  ],
])('line %i moves by %o to %i', (line, changes, expected) => {
  expect(movedLine(line, changes)).toBe(expected);
});
