/** Clocks that were set ahead or back, and summer time: the streak, what is due, the latest run, and a pace that was reset meanwhile. */

import { afterEach, describe, expect, test } from 'vitest';
import { LearnedPaces } from '../../server/src/core/rehearsal/calibration.ts';
import { daysEast, daysIn } from '../../server/src/core/rehearsal/days.ts';
import { asOf, paceReset, parseHistory, recordOf, type History, type Run } from '../../server/src/core/rehearsal/history.ts';
import { dueOf } from '../../server/src/core/rehearsal/schedule.ts';
import { keptByAnswer, streakOf } from '../../server/src/core/rehearsal/statistics.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import type { ExportResult, HistoryResult, QuestionsResult } from '../../server/src/protocol/rehearsal.ts';
import { inMemory, type TestClient } from '../support/protocolClient.ts';
import { aRun, day, onDay } from '../support/runs.ts';

const YEAR = 365;
/** A history as it is on the tenth day. */
const read = (...records: Parameters<typeof recordOf>[0][]): History => asOf(parseHistory(records.map(recordOf).join('\n')), day(10));
const daysOf = ({ runs }: History): readonly number[] => runs.map(({ at }) => Math.round((Date.parse(at) - day(0)) / 86_400_000));

describe('a run of a clock that was a year ahead', () => {
  test.each([
    ['is of the day of the run above it', [2, YEAR + 3, 9], [2, 2, 9]],
    ['of the one below, where it is the first', [YEAR, YEAR, 4, 9], [4, 4, 4, 9]],
    ['of now, where it is alone', [YEAR], [10]],
    ['of its own, when it is less than a day', [9, 11], [9, 11]],
  ])('%s', (_, days, expected) => expect(daysOf(read(...days.map((one) => onDay(one))))).toEqual(expected));

  test('doesn’t put off for a year when its answer is due', () => {
    const history = read(onDay(1), onDay(YEAR), onDay(3));
    const due = dueOf([...keptByAnswer(history.runs).values()][0]!, day(60));
    expect(due.state).toBe('due');
  });

  test('is not the latest', () => {
    const history = read(onDay(YEAR), onDay(3));
    expect(new LearnedPaces(history, day(10)).for(DEFAULT_SETTINGS).get('en')?.source).toMatchObject({ latest: day(3) });
  });

  test('is before the runs that were made after it', () =>
    expect(
      keptByAnswer(read(onDay(1), onDay(YEAR), onDay(3)).runs)
        .get('a1')!
        .map(({ id }) => id),
    ).toEqual(['r1', `r${YEAR}`, 'r3']));
});

describe('the pace was reset', () => {
  const taught = (...records: Parameters<typeof recordOf>[0][]): number => {
    const source = new LearnedPaces(read(...records), day(10)).for(DEFAULT_SETTINGS).get('en')?.source;
    return source?.kind === 'rehearsals' ? source.count : 0;
  };
  test('while the clock was ahead: what came after it counts, when the clock is right again', () =>
    expect(taught(onDay(1), onDay(2), paceReset(day(YEAR)), onDay(4), onDay(5), onDay(6))).toBe(3));
  test('before the clock was set back: what was before it stays forgotten, with its later dates', () =>
    expect(taught(onDay(YEAR), onDay(YEAR + 1), paceReset(day(3)), onDay(4))).toBe(1));
  test('and nothing came after it', () => expect(taught(onDay(YEAR), paceReset(day(3)))).toBe(0));
});

describe('the days in a row', () => {
  const BERLIN = daysIn('Europe/Berlin')!;
  const at = (...times: string[]): readonly Run[] => times.map((time) => aRun({ at: time }));

  // In Berlin, summer time ended on 26 October 2025, at three o’clock in the morning.
  const afterMidnight = at('2025-10-24T22:30:00Z', '2025-10-25T22:30:00Z', '2025-10-26T23:30:00Z');
  test('are not parted by the end of summer time', () => expect(streakOf(afterMidnight, Date.UTC(2025, 9, 27, 9), BERLIN)).toBe(3));
  test('would be, by one offset for all of them', () => expect(streakOf(afterMidnight, Date.UTC(2025, 9, 27, 9), daysEast(60))).toBe(1));
  test('nor by its beginning', () =>
    expect(
      streakOf(at('2025-03-28T22:30:00Z', '2025-03-29T22:30:00Z', '2025-03-30T21:30:00Z'), Date.UTC(2025, 2, 30, 21, 45), BERLIN),
    ).toBe(3));
  test('are none of the future', () => expect(streakOf([onDay(20), onDay(21)], day(10), daysEast(0))).toBe(0));
  test('an offset and a zone without summer time agree', () => {
    for (const time of [0, day(3), day(3) + 43_199_999, day(3) + 43_200_000, -1]) expect(daysIn('UTC')!(time)).toBe(daysEast(0)(time));
    expect(daysIn('Asia/Tokyo')!(day(0))).toBe(daysEast(540)(day(0)));
  });
  test('a zone that nobody knows is none', () => expect(daysIn('Europe/Atlantis')).toBeUndefined());
});

describe('the server', () => {
  let client: TestClient | undefined;
  afterEach(async () => {
    await client?.shutdown();
    client = undefined;
  });
  const TEXT = '# Why us? (30 s)\n\nBecause I care a lot about what this team has built.\n';

  test('takes a record from the future for what it is, and exports it as it was written', async () => {
    client = inMemory({ date: () => day(10) });
    await client.initialize();
    const ahead = onDay(YEAR, { seconds: 40 });
    await client.connection.sendNotification('interviewAnswers/history', {
      text: [onDay(9), ahead, paceReset(day(YEAR)), onDay(10, { seconds: 33 })].map((record) => `${recordOf(record)}\n`).join(''),
    });
    const history = await client.connection.sendRequest<HistoryResult>('interviewAnswers/rehearsal/history', { timeZone: 'Europe/Berlin' });
    expect(history.streak).toBe(2);
    expect(history.paces).toMatchObject([{ language: 'en', count: 1, description: 'from 1 rehearsal, latest today' }]);
    expect(history.answers[0]!.statistics).toMatchObject({ latest: { id: 'r10' } });
    const { text } = await client.connection.sendRequest<ExportResult>('interviewAnswers/rehearsal/export', { format: 'json' });
    expect((JSON.parse(text) as readonly Run[])[1]!.at).toBe(ahead.at);
    await client.open('file:///answers.md', TEXT);
    const { questions } = await client.connection.sendRequest<QuestionsResult>('interviewAnswers/rehearsal/questions', {
      textDocument: { uri: 'file:///answers.md' },
    });
    expect(questions).toHaveLength(1);
  });

  test('without the name of a zone, or with one that it doesn’t know, counts by the offset', async () => {
    client = inMemory({ date: () => Date.UTC(2025, 2, 12, 0, 30) });
    await client.initialize();
    await client.connection.sendNotification('interviewAnswers/history', { text: recordOf(aRun({ at: '2025-03-10T23:30:00Z' })) });
    const streak = async (params: object): Promise<number> =>
      (await client!.connection.sendRequest<HistoryResult>('interviewAnswers/rehearsal/history', params)).streak;
    expect(await streak({})).toBe(0);
    expect(await streak({ minutesEast: 60 })).toBe(1);
    expect(await streak({ minutesEast: 60, timeZone: 'Europe/Atlantis' })).toBe(1);
  });
});
