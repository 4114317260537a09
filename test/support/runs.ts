/** Runs for tests of the history and of what is learned from it. */

import type { Run } from '../../server/src/core/rehearsal/history.ts';

/** A kept run of thirty seconds, said from start to end, with whatever is given in place. */
export function aRun(given: Partial<Run> & { readonly answerId?: string } = {}): Run {
  const { answerId = 'a1', ...rest } = given;
  return {
    v: 1,
    id: 'r1',
    at: '2025-03-01T10:00:00.000Z',
    file: 'answers.md',
    title: 'Why?',
    answer: { id: answerId, sketch: [1, 2, 3] },
    language: 'en',
    mode: 'flow',
    form: 'full',
    seconds: 30,
    spokenSeconds: null,
    pausedSeconds: 0,
    load: { words: 80, syllables: 120, modelSeconds: 30, plannedSeconds: 0 },
    estimate: { seconds: 30, low: 25, high: 36 },
    target: { minSeconds: 30, maxSeconds: 30 },
    flaws: [],
    kept: true,
    ...rest,
  };
}

/** Milliseconds since 1970 of noon, so many days after 1 March 2025. */
export function day(days: number): number {
  return Date.UTC(2025, 2, 1 + days, 12);
}

export function onDay(days: number, given: Parameters<typeof aRun>[0] = {}): Run {
  return aRun({ at: new Date(day(days)).toISOString(), id: `r${days}`, ...given });
}
