/** Learns the speaker's pace from the history, for each language by itself. */

import { plural } from '../locale/locale.ts';
import type { Settings } from '../settings.ts';
import { calibrate, paceFromSetting, type Run as TimedRun } from '../speech/pace.ts';
import type { Pace } from '../speech/speech.ts';
import { daysAgo } from '../text/format.ts';
import type { DayOf } from './days.ts';
import type { History, Run } from './history.ts';

export interface CalibrationOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The pace of the setting; it holds without runs, and gives way to them. */
  readonly prior: Pace;
  /** False leaves the pace of the setting as it is. */
  readonly isOn?: boolean;
}

export interface Calibration {
  readonly pace: Pace;
  /** How many runs it comes from; 0 when it is the setting's. */
  readonly count: number;
  /** When the latest of them was, milliseconds since 1970; null without any. */
  readonly latest: number | null;
}

/** The speaker's pace in a language (a primary subtag), from kept runs that were said from start to end. */
export function calibrationFor(runs: readonly Run[], language: string, options: CalibrationOptions): Calibration {
  const { now, prior, isOn = true } = options;
  const good = isOn ? runs.filter((run) => run.language === language && calibrates(run)) : [];
  // Beyond some years of daily rehearsals, more runs only cost time.
  const used = good.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(-MOST_RUNS);
  if (used.length === 0) return { pace: prior, count: 0, latest: null };
  const pace = calibrate(
    used.map((run) => timed(run, now)),
    prior,
  );
  const latest = Date.parse(used.at(-1)!.at);
  return { pace: { ...pace, source: { kind: 'rehearsals', count: used.length, latest } }, count: used.length, latest };
}

/** What a history has taught, for each settings that hold somewhere: always the same, so that nothing is analysed twice. */
export class LearnedPaces {
  readonly #history: History;
  readonly #now: number;
  readonly #bySettings = new WeakMap<Settings, ReadonlyMap<string, Pace>>();

  /** `now` is in milliseconds since 1970. */
  constructor(history: History, now: number) {
    this.#history = history;
    this.#now = now;
  }

  /** The pace in every language that the history says something about; other languages have the setting's. */
  for(settings: Settings): ReadonlyMap<string, Pace> {
    let paces = this.#bySettings.get(settings);
    if (paces === undefined) {
      paces = this.#learn(settings);
      this.#bySettings.set(settings, paces);
    }
    return paces;
  }

  #learn(settings: Settings): ReadonlyMap<string, Pace> {
    const { runs: all, forgotten } = this.#history;
    const runs = all.slice(forgotten);
    const prior = paceFromSetting(settings.pace);
    const options = { now: this.#now, prior, isOn: settings.rehearsal.calibrate };
    const learned = calibratedLanguages(runs).map((language) => [language, calibrationFor(runs, language, options)] as const);
    return new Map(learned.filter(([, { count: used }]) => used > 0).map(([language, { pace }]) => [language, pace]));
  }
}

/** The languages that runs of a history can calibrate. */
export function calibratedLanguages(runs: readonly Run[]): readonly string[] {
  return [...new Set(runs.filter(calibrates).map(({ language }) => language))].sort();
}

/** Whether a run says something about the speaker's pace: kept, said as it is written, from start to end, at a human pace. */
export function calibrates({ kept, form, flaws, seconds, load }: Run): boolean {
  if (!kept || flaws.length > 0 || form === 'keyPoints' || form === 'hidden') return false;
  const speaking = seconds - load.plannedSeconds;
  if (load.modelSeconds < SHORTEST_SECONDS) return false;
  const ratio = speaking / load.modelSeconds;
  return ratio > 1 / LARGEST_RATIO && ratio < LARGEST_RATIO;
}

/** "from 7 rehearsals, latest today"; undefined when the pace is the setting's. */
export function describeCalibration(
  { count: runs, latest }: Pick<Calibration, 'count' | 'latest'>,
  now: number,
  dayOf: DayOf,
): string | undefined {
  if (runs === 0 || latest === null) return undefined;
  const days = Math.max(0, dayOf(now) - dayOf(latest));
  return plural(runs, 'from {0} rehearsal, latest {1}', 'from {0} rehearsals, latest {1}', daysAgo(days));
}

const MOST_RUNS = 500;
/** A shorter speech has no pace yet: two seconds of it vary by a third. */
const SHORTEST_SECONDS = 3;
/** Speakers' rates differ by some 14 % (one standard deviation); nobody is 2.5 times as fast or slow as the model. */
const LARGEST_RATIO = 2.5;

function timed({ load, seconds, at, language }: Run, now: number): TimedRun {
  return {
    modelSeconds: load.modelSeconds,
    seconds: seconds - load.plannedSeconds,
    ageDays: Math.max(0, now - Date.parse(at)) / 86_400_000,
    language,
  };
}
