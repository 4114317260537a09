/** What the history says of an answer, and of the habit of rehearsing. */

import type { DayOf } from './days.ts';
import type { Run } from './history.ts';
import { DEFAULT_THRESHOLDS, clockVerdictOf, type Thresholds } from './progress.ts';
import { sum } from '../text/sum.ts';

/** Of the kept runs of one answer. Seconds. */
export interface AnswerStatistics {
  readonly count: number;
  readonly latest: Run;
  readonly median: number;
  readonly mean: number;
  readonly shortest: number;
  readonly longest: number;
  /** The median pace of the runs with the text in view, in words a minute; null without any. */
  readonly wordsPerMinute: number | null;
  /** Seconds by which a run differs from the one before; null of fewer than three runs. */
  readonly trend: number | null;
  /** How many of the latest runs, one behind the other, met their target. */
  readonly onTarget: number;
}

/** The kept runs of each answer, oldest first, by the answer's id. */
export function keptByAnswer(runs: readonly Run[]): ReadonlyMap<string, readonly Run[]> {
  const groups = new Map<string, Run[]>();
  for (const run of byTime(runs)) {
    if (!run.kept) continue;
    const group = groups.get(run.answer.id);
    if (group === undefined) groups.set(run.answer.id, [run]);
    else group.push(run);
  }
  return groups;
}

/** The statistics of an answer's kept runs; undefined without any. */
export function statisticsOf(runs: readonly Run[], thresholds: Thresholds = DEFAULT_THRESHOLDS): AnswerStatistics | undefined {
  const kept = byTime(runs.filter((run) => run.kept));
  const latest = kept.at(-1);
  if (latest === undefined) return undefined;
  const seconds = kept.map((run) => run.seconds);
  const paces = kept.flatMap((run) => {
    const speaking = run.seconds - run.load.plannedSeconds;
    return run.form === 'full' && run.flaws.length === 0 && speaking > 0 ? [(run.load.words / speaking) * 60] : [];
  });
  const missed = kept.findLastIndex((run) => !meetsTarget(run, thresholds));
  return {
    count: kept.length,
    latest,
    median: median(seconds),
    mean: sum(seconds) / seconds.length,
    shortest: Math.min(...seconds),
    longest: Math.max(...seconds),
    wordsPerMinute: paces.length === 0 ? null : median(paces),
    trend: trendOf(seconds.slice(-LATEST)),
    onTarget: kept.length - 1 - missed,
  };
}

/**
 * Days in a row with a rehearsal, up to today; until today's, up to yesterday. A day ends at the user's midnight. Discarded runs
 * count, because they were rehearsals.
 */
export function streakOf(runs: readonly Run[], now: number, dayOf: DayOf): number {
  const days = new Set(runs.map(({ at }) => dayOf(Date.parse(at))));
  const today = dayOf(now);
  let day = days.has(today) ? today : today - 1;
  let streak = 0;
  while (days.has(day--)) streak++;
  return streak;
}

/** Whether a run is within its target; one without a target meets none. */
export function meetsTarget({ seconds, target, flaws }: Run, thresholds: Thresholds = DEFAULT_THRESHOLDS): boolean {
  if (target === null || flaws.length > 0) return false;
  return clockVerdictOf(seconds, target, thresholds) !== 'over' && seconds >= target.minSeconds * SHORT_SHARE;
}

/** Who is a tenth short of the target has met it, as in the editor's tolerance. */
const SHORT_SHARE = 0.9;

/** A trend over more runs is a history. */
const LATEST = 10;

/** The median of the slopes between all pairs (Theil and Sen): one odd run doesn't turn it. */
function trendOf(seconds: readonly number[]): number | null {
  if (seconds.length < 3) return null;
  const slopes = seconds.flatMap((later, j) => seconds.slice(0, j).map((earlier, i) => (later - earlier) / (j - i)));
  return median(slopes);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The oldest first. */
export function byTime(runs: readonly Run[]): readonly Run[] {
  return runs.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
